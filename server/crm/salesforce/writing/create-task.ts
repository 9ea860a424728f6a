import { z } from 'zod';
import type { NewNote, NewTask, NewWriting } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { OWN_KEY, OWN_KEY_PREFIX } from '../objects/activities.ts';
import { query } from '../reading/query.ts';
import { quote, toSoql } from '../reading/soql.ts';
import { LEAD_PREFIX } from '../values.ts';

/** Looked for before it is made, so that the same key twice is one task: Salesforce upserts no tasks by a text field. */
export async function createTask(client: SalesforceClient, task: NewTask): Promise<{ id: string }> {
  return createOnce(client, task, {
    Subject: task.subject,
    Description: task.body,
    ActivityDate: task.dueAt.slice(0, 10),
    Status: 'Not Started',
  });
}

/** A completed task, as notes are read (objects.ts): Salesforce's own notes are files. */
export async function createNote(client: SalesforceClient, note: NewNote): Promise<{ id: string }> {
  return createOnce(client, note, {
    Subject: note.lines[0]?.slice(0, SUBJECT_LIMIT) ?? 'Note',
    Description: note.lines.join('\n'),
    ActivityDate: note.at.slice(0, 10),
    Status: 'Completed',
  });
}

const SUBJECT_LIMIT = 255;
const Found = z.object({ Id: z.string() });
const Created = z.object({ id: z.string() });

async function createOnce(
  client: SalesforceClient,
  writing: NewWriting,
  values: Readonly<Record<string, string>>,
): Promise<{ id: string }> {
  const key = `${OWN_KEY_PREFIX}${writing.key}`;
  const conditions = [`${OWN_KEY} = ${quote(key)}`, 'IsDeleted = false'];
  const known = await query(
    client,
    toSoql({ object: 'Task', fields: ['Id'], conditions, limit: 1 }),
  );
  const found = Found.safeParse(known.rows[0]).data;
  if (found !== undefined) return { id: found.Id };
  const answer = await client.call({
    method: 'POST',
    path: '/sobjects/Task',
    body: { ...values, ...linksOf(writing), [OWN_KEY]: key },
  });
  const created = Created.safeParse(answer).data;
  if (created === undefined) throw unexpectedAnswer('POST /sobjects/Task', 'names no task');
  return created;
}

/** A task hangs on one deal and one person, on a lead alone. Nobody's task is our own user's. */
function linksOf({ about, ownerId }: NewWriting): Readonly<Record<string, string>> {
  const first = (kind: 'deal' | 'contact') => about.find((ref) => ref.kind === kind)?.id;
  const [deal, contact] = [first('deal'), first('contact')];
  const isLead = contact?.startsWith(LEAD_PREFIX) ?? false;
  return {
    ...(deal === undefined || isLead ? {} : { WhatId: deal }),
    ...(contact === undefined ? {} : { WhoId: contact }),
    ...(ownerId === null ? {} : { OwnerId: ownerId }),
  };
}
