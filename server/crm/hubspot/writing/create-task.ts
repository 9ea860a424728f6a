import type { NewTask } from '../../writes.ts';
import type { HubSpotClient } from '../client.ts';
import { upsertOnce } from './upsert-once.ts';

/** The set-up has made the key; an account that has lost it says so by refusing the task. */
export async function createTask(
  client: HubSpotClient,
  task: NewTask,
): Promise<{ readonly id: string }> {
  const properties = {
    hs_timestamp: task.dueAt,
    hs_task_subject: task.subject,
    hs_task_body: task.body,
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'MEDIUM',
    hs_task_type: 'TODO',
  };
  return upsertOnce(client, { ...task, object: 'tasks', properties });
}
