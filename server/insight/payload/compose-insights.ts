import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import type { CardRecord, CardRow, InsightStore, Subject } from '../port.ts';
import { composePayload } from './compose-payload.ts';
import { insightValues } from './insight-values.ts';
import type { Locate } from './pointer-table.ts';

export interface ComposeTools {
  readonly store: Pick<InsightStore, 'loadCards' | 'loadDealFiles'>;
  readonly locate: Locate;
}

/** What our record beside each of these says now, in the order asked; null: there is nothing to say of it. */
export function composeInsights(
  tools: ComposeTools,
  tenantId: TenantId,
  { records, now }: { readonly records: readonly CardRecord[]; readonly now: Instant },
): Promise<readonly (InsightValues | null)[]> {
  return Promise.all(records.map((record) => composeOne(tools, tenantId, { record, now })));
}

async function composeOne(
  { store, locate }: ComposeTools,
  tenantId: TenantId,
  { record, now }: { readonly record: CardRecord; readonly now: Instant },
): Promise<InsightValues | null> {
  const rows = await store.loadCards(tenantId, record);
  if (rows.length === 0) return null;
  const files = await store.loadDealFiles(tenantId, subjectsOf(rows));
  const known = files.flatMap((file) => file ?? []);
  const payload = composePayload({ record, rows, files: known, locate, now });
  return payload && insightValues(record, rows, { payload, now });
}

function subjectsOf(rows: readonly CardRow[]): readonly Subject[] {
  const deals = new Set(rows.flatMap(({ dealId }) => dealId ?? []));
  const alone = rows.flatMap(({ dealId, personId }) => (dealId === null ? [personId] : []));
  return [
    ...[...deals].map((dealId): Subject => ({ kind: 'deal', dealId })),
    ...alone.map((personId): Subject => ({ kind: 'conversation', personId })),
  ];
}
