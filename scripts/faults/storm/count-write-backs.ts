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
   * Our fields on deals and contacts, or our records beside them, which must say what they say after the quiet night. To write a value again changes
   * nothing; one that is there and should not be is what a write too many leaves.
   */
  readonly fields: WriteBackCount;
}

/** What was written into the CRM, as it stands there. */
export async function countWriteBacks(stage: Stage): Promise<WriteBacks> {
  const { crm, standIn } = stage;
  const tasks = { missing: 0, doubled: 0 };
  const fields = { missing: 0, doubled: 0 };
  const expected = await crm.writtenTo(standIn, stage.quiet.accountId);
  for (const { accountId } of stage.stormy) {
    const subjects = await crm.subjectsOf(standIn, accountId);
    for (let index = 0; index < TASKS; index += 1) {
      const times = subjects.filter((subject) => subject === subjectOf(index)).length;
      tasks.missing += times === 0 ? 1 : 0;
      tasks.doubled += Math.max(0, times - 1);
    }
    const { missing, added } = differ(expected, await crm.writtenTo(standIn, accountId));
    fields.missing += missing.length;
    fields.doubled += added.length;
  }
  return { tasks, fields };
}
