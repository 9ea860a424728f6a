import { type RawBuilder, sql } from 'kysely';
import type { OrgInsightStore, SettledInsight, WaitingInsight } from '../sync/port.ts';
import { recordReceipts } from './apply-page/record-receipts.ts';
import { toJsonb } from './database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

export function createOrgInsightStore(inTenant: UnitOfWork): OrgInsightStore {
  return {
    countWaiting: (tenantId, limit) => inTenant(tenantId, (scope) => countWaiting(scope, limit)),
    listWaiting: (tenantId, limit) => inTenant(tenantId, (scope) => listWaiting(scope, limit)),
    loadConnection: (tenantId) => inTenant(tenantId, loadConnection),
    saveConnection: (tenantId, told) => inTenant(tenantId, (scope) => saveConnection(scope, told)),
    settle: (tenantId, settled, { at, receipts }) =>
      inTenant(tenantId, async (scope) => {
        await remember(scope, settled, at);
        await recordReceipts(scope, { receipts, nightId: null });
      }),
  };
}

interface WaitingRow {
  readonly kind: WaitingInsight['ref']['kind'];
  readonly id: string;
  readonly hash: string | null;
}

async function listWaiting(
  { tenantId, trx }: TenantScope,
  limit: number,
): Promise<readonly WaitingInsight[]> {
  const { rows } = await sql<WaitingRow>`
    select kind, id, hash from ${waitingOf(tenantId)}
    order by built_at nulls first, kind, id
    limit ${limit}
  `.execute(trx);
  return rows.map(({ hash, ...ref }) => ({ ref, hash }));
}

async function countWaiting({ tenantId, trx }: TenantScope, limit: number): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select from ${waitingOf(tenantId)} limit ${limit}) as counted
  `.execute(trx);
  return rows[0]?.waiting ?? 0;
}

/** A company's record changes with the cards of its deals. */
function waitingOf(tenantId: string): RawBuilder<unknown> {
  return sql`(
    with built as (
      select 'deal' as kind, deal_id as id, max(built_at) as built_at from card
      where tenant_id = ${tenantId} and deal_id is not null group by deal_id
      union all
      select 'contact', person_id, max(built_at) from card
      where tenant_id = ${tenantId} group by person_id
      union all
      select 'company', company_id, max(built_at) from card
      join deal on deal.tenant_id = card.tenant_id and deal.id = deal_id
      where card.tenant_id = ${tenantId} and company_id is not null group by company_id
    ), known as (
      select kind, id, hash, looked_at, has_card from org_insight
      where tenant_id = ${tenantId} and kind <> 'connection'
    )
    select kind, id, known.hash, built_at from built full join known using (kind, id)
    where looked_at is null or built_at > looked_at or (built_at is null and has_card)
  ) as waiting`;
}

async function remember(
  { tenantId, trx }: TenantScope,
  settled: readonly SettledInsight[],
  at: string,
): Promise<void> {
  const rows = settled.map(({ ref, hash, hasCard }) => ({ ...ref, hash, hasCard }));
  await sql`
    insert into org_insight (tenant_id, kind, id, hash, looked_at, has_card)
    select ${tenantId}::uuid, kind, id, hash, ${at}::timestamptz, "hasCard"
    from jsonb_to_recordset(${toJsonb(rows)}) as row (kind text, id text, hash text, "hasCard" boolean)
    on conflict (tenant_id, kind, id) do update
    set hash = excluded.hash, looked_at = excluded.looked_at, has_card = excluded.has_card
  `.execute(trx);
}

async function loadConnection({ tenantId, trx }: TenantScope): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    select hash from org_insight where tenant_id = ${tenantId} and kind = 'connection'
  `.execute(trx);
  return rows[0]?.hash ?? null;
}

async function saveConnection(
  { tenantId, trx }: TenantScope,
  { hash, at }: { readonly hash: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into org_insight (tenant_id, kind, id, hash, looked_at, has_card)
    values (${tenantId}, 'connection', 'org', ${hash}, ${at}, false)
    on conflict (tenant_id, kind, id) do update
    set hash = excluded.hash, looked_at = excluded.looked_at
  `.execute(trx);
}
