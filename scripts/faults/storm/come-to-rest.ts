import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { runQuery } from '../../../server/store/database/run-query.ts';
import { patiently } from './patiently.ts';

/** What keeps a run from being at rest, and what would be left of the dead. */
const OPEN = `
select (select count(*) from night where finished_at is null)::int as nights,
  (select count(*) from due_work where due_at <= now() or lease_id is not null)::int as works,
  (select count(*) from outbox where state = 'pending')::int as tasks,
  (select count(*) from dirty_record)::int as marks,
  (select count(*) from due_work where lease_id is not null)::int as work_leases,
  (select count(*) from connection
    where state = 'active' and refresh_lease_until > now())::int as token_leases`;

const Open = z.array(
  z.object({
    nights: z.number(),
    works: z.number(),
    tasks: z.number(),
    marks: z.number(),
    workLeases: z.number(),
    tokenLeases: z.number(),
  }),
);
export type OpenWork = z.infer<typeof Open>[number];

export async function loadOpenWork(adminUrl: string): Promise<OpenWork> {
  const [open] = Open.parse(await patiently(() => runQuery(adminUrl, OPEN)));
  if (open === undefined) throw new Error('The database told nothing.');
  return open;
}

export function isAtRest({ nights, works, tasks, marks }: OpenWork): boolean {
  return nights + works + tasks + marks === 0;
}

/** Seconds that it took; what is still open then is for the rows to tell. */
export async function comeToRest(adminUrl: string, withinMs: number): Promise<number> {
  const startMs = performance.now();
  for (;;) {
    const elapsedMs = performance.now() - startMs;
    const atRest = isAtRest(await loadOpenWork(adminUrl));
    if (atRest || elapsedMs > withinMs) return elapsedMs / 1_000;
    await sleep(300);
  }
}
