import { z } from 'zod';
import { runQuery } from '../../../server/store/database/run-query.ts';
import { patiently } from './patiently.ts';
import type { StormTenant } from './open-stage.ts';

const Progress = z.array(
  z.object({ records: z.number(), read: z.number(), cards: z.number(), writtenBack: z.number() }),
);
/** Rows of CRM records, activities whose text was read, cards, and tasks and records with fields of ours in the CRM. */
export type Progress = z.infer<typeof Progress>[number];

/** What some tenants hold by now. */
export async function loadProgress(
  adminUrl: string,
  tenants: readonly StormTenant[],
): Promise<Progress> {
  const theirs = `tenant_id in (${tenants.map(({ tenantId }) => `'${tenantId}'`).join(', ')})`;
  const count = (from: string): string => `(select count(*) from ${from} and ${theirs})::int`;
  const statement = `select
    ${['account', 'person', 'deal', 'activity'].map((table) => count(`${table} where true`)).join(' + ')}
      as records,
    ${count('activity where read_by_model is not null')} as read,
    ${count('card where true')} as cards,
    ${count(`outbox where state = 'done'`)} + ${count('own_field where true')}
      + ${count(`org_insight where kind <> 'connection'`)} as written_back`;
  const [progress] = Progress.parse(await patiently(() => runQuery(adminUrl, statement)));
  if (progress === undefined) throw new Error('The database told nothing.');
  return progress;
}
