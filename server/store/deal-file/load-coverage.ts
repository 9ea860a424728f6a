import type { Coverage } from '../../domain/deal-file.ts';
import type { TenantScope } from '../unit-of-work.ts';
import type { ActivityRow } from './load-activities.ts';

/** The last night that read everything, and what of this file could not be read, by reason. */
export async function loadCoverage(
  { tenantId, trx }: TenantScope,
  rows: readonly ActivityRow[],
): Promise<Coverage> {
  const latest = await trx
    .selectFrom('night')
    .select((night) => night.fn.max('finishedAt').as('syncedAt'))
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  return { syncedAt: latest?.syncedAt ?? null, notRead: countByReason(rows) };
}

function countByReason(rows: readonly ActivityRow[]): Coverage['notRead'] {
  const reasons = rows.map((row) => row.notReadBecause).filter((reason) => reason !== null);
  const counts = Map.groupBy(reasons, (reason) => reason);
  return [...counts].map(([reason, all]) => ({ reason, count: all.length }));
}
