import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { NewTask } from '../../port.ts';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS, OBJECT_TYPES } from '../objects.ts';
import { TASK_KEY } from './own-properties.ts';
import { setUpTaskKey } from './set-up-properties.ts';

const PATH = `/crm/objects/${API_VERSIONS.objects}/tasks`;

const Upserted = z.object({ results: z.array(z.object({ id: z.coerce.string() })).min(1) });

/**
 * A task by upsert on our unique key, then its links: every step can be repeated, so that an answer that got lost makes
 * no second task. Assumed, not tried on a live portal: tasks take a unique property of an app, as other objects do.
 * The set-up made it; an account that has lost it says so by refusing the task.
 */
export async function createTask(
  client: HubSpotClient,
  task: NewTask,
): Promise<{ readonly id: string }> {
  const id = await upsertWithKey(client, task);
  for (const { kind, id: recordId } of task.about) {
    const to = `${OBJECT_TYPES[kind].name}/${encodeURIComponent(recordId)}`;
    const path = `${PATH}/${encodeURIComponent(id)}/associations/default/${to}`;
    await client.call({ policy: 'ten_secondly', method: 'PUT', path });
  }
  return { id };
}

async function upsertWithKey(client: HubSpotClient, task: NewTask): Promise<string> {
  try {
    return await upsert(client, task);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'crm_rejected') throw error;
    await setUpTaskKey(client);
    return upsert(client, task);
  }
}

async function upsert(client: HubSpotClient, task: NewTask): Promise<string> {
  const path = `${PATH}/batch/upsert`;
  const input = { id: task.key, idProperty: TASK_KEY.name, properties: toProperties(task) };
  const answer = await client.call({
    policy: 'ten_secondly',
    method: 'POST',
    path,
    body: { inputs: [input] },
  });
  const [first] = Upserted.safeParse(answer).data?.results ?? [];
  if (first === undefined) throw unexpectedAnswer(`POST ${path}`, 'names no task');
  return first.id;
}

function toProperties(task: NewTask): Record<string, string> {
  return {
    [TASK_KEY.name]: task.key,
    hs_timestamp: task.dueAt,
    hs_task_subject: task.subject,
    hs_task_body: task.body,
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'MEDIUM',
    hs_task_type: 'TODO',
    ...(task.ownerId === null ? {} : { hubspot_owner_id: task.ownerId }),
  };
}
