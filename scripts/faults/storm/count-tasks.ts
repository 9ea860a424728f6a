import { z } from 'zod';
import { subjectOf } from './make-trouble.ts';
import type { Stage } from './open-stage.ts';
import { TASKS } from './storm-plan.ts';

const Tasks = z.array(
  z.object({ properties: z.object({ hs_task_subject: z.string().nullish() }).loose() }).loose(),
);

export interface TaskCount {
  readonly missing: number;
  readonly doubled: number;
}

/** The to-dos that people asked for, as they stand in the CRM: each must be there once. */
export async function countTasks({ standIn, stormy }: Stage): Promise<TaskCount> {
  let [missing, doubled] = [0, 0];
  for (const { accountId } of stormy) {
    const found = Tasks.parse(await standIn.control('recordsOf', ['tasks'], accountId));
    const subjects = found.map(({ properties }) => properties.hs_task_subject);
    for (let index = 0; index < TASKS; index += 1) {
      const times = subjects.filter((subject) => subject === subjectOf(index)).length;
      missing += times === 0 ? 1 : 0;
      doubled += Math.max(0, times - 1);
    }
  }
  return { missing, doubled };
}
