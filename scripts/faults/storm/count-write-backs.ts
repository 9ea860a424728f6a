import { z } from 'zod';
import { differ } from '../sandbox-contents.ts';
import { subjectOf } from './make-trouble.ts';
import type { Stage } from './open-stage.ts';
import { TASKS } from './storm-plan.ts';

export interface WriteBackCount {
  readonly missing: number;
  readonly doubled: number;
}

export interface WriteBacks {
  /** The to-dos that people asked for: each must be in the CRM once. */
  readonly tasks: WriteBackCount;
  /**
   * Our fields on deals and contacts, which must say what they say after the quiet night. To write a value again changes
   * nothing; one that is there and should not be is what a write too many leaves.
   */
  readonly fields: WriteBackCount;
}

const Records = z.array(
  z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) }).loose(),
);

const OURS = /^attune_(?!updated_at|key)/;

/** What was written into the CRM, as it stands there. */
export async function countWriteBacks(stage: Stage): Promise<WriteBacks> {
  const tasks = { missing: 0, doubled: 0 };
  const fields = { missing: 0, doubled: 0 };
  const expected = await loadFields(stage, stage.quiet.accountId);
  for (const { accountId } of stage.stormy) {
    const subjects = await loadSubjects(stage, accountId);
    for (let index = 0; index < TASKS; index += 1) {
      const times = subjects.filter((subject) => subject === subjectOf(index)).length;
      tasks.missing += times === 0 ? 1 : 0;
      tasks.doubled += Math.max(0, times - 1);
    }
    const { missing, added } = differ(expected, await loadFields(stage, accountId));
    fields.missing += missing.length;
    fields.doubled += added.length;
  }
  return { tasks, fields };
}

async function loadSubjects(stage: Stage, accountId: string): Promise<readonly unknown[]> {
  const found = await load(stage, 'tasks', accountId);
  return found.map(({ properties }) => properties.hs_task_subject);
}

/** One line for each value that we set; when it was set differs from night to night. */
async function loadFields(stage: Stage, accountId: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const type of ['deals', 'contacts'] as const) {
    for (const { id, properties } of await load(stage, type, accountId)) {
      for (const [name, value] of Object.entries(properties))
        if (OURS.test(name) && value !== null) lines.push(`${type} ${id} ${name} ${value}`);
    }
  }
  return lines;
}

async function load({ standIn }: Stage, type: string, accountId: string) {
  return Records.parse(await standIn.control('recordsOf', [type], accountId));
}
