import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { TenantScope } from '../unit-of-work.ts';

const RECEIPTS_SHOWN = 50;

/** Counted for the settings page; some of it takes as long as the account is large, and nobody asks often. */
export async function loadSyncFigures(scope: TenantScope) {
  return {
    held: await countHeld(scope),
    skipped: await countSkipped(scope),
    notes: await listNotes(scope),
    receipts: await listReceipts(scope),
    pipelines: await listPipelines(scope),
    backfills: await listBackfills(scope),
    ...(await measureLag(scope)),
    ...(await findMilestones(scope)),
  };
}

async function countHeld({ tenantId, trx }: TenantScope): Promise<ReadonlyMap<RecordKind, number>> {
  const { rows } = await sql<{ kind: RecordKind; count: number }>`
    select kind, count(*)::int as count from activity where tenant_id = ${tenantId} group by kind
    union all select 'owner', count(*)::int from seller where tenant_id = ${tenantId}
    union all select 'pipeline', count(*)::int from pipeline where tenant_id = ${tenantId}
    union all select 'company', count(*)::int from account where tenant_id = ${tenantId}
    union all select 'contact', count(*)::int from person where tenant_id = ${tenantId}
    union all select 'deal', count(*)::int from deal where tenant_id = ${tenantId}
    union all select 'lead', count(*)::int from lead where tenant_id = ${tenantId}
  `.execute(trx);
  return new Map(rows.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]));
}

async function countSkipped({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{ kind: RecordKind; reason: string; count: number }>`
    select kind, reason, count(*)::int as count from receipt
    where tenant_id = ${tenantId} and record_id is not null
    group by kind, reason order by count desc, kind, reason
  `.execute(trx);
  return rows;
}

/** Of kinds whose changes the last night could not read to their end. */
async function listNotes({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{ kind: RecordKind; reason: string }>`
    select receipt.kind, receipt.reason
    from (
      select id from night where tenant_id = ${tenantId} order by started_at desc limit 1
    ) as last
    join sync_unit as unit on unit.tenant_id = ${tenantId} and unit.night_id = last.id
      and unit.phase = 'changes' and unit.done and not unit.complete
    join receipt on receipt.tenant_id = ${tenantId} and receipt.night_id = last.id
      and receipt.kind = unit.kind and receipt.record_id is null
    order by receipt.at
  `.execute(trx);
  return rows;
}

async function listReceipts({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{
    kind: string;
    recordId: string | null;
    reason: string;
    at: Instant;
  }>`
    select kind, record_id, reason, at from receipt where tenant_id = ${tenantId}
    order by at desc, kind, record_id limit ${RECEIPTS_SHOWN}
  `.execute(trx);
  return rows;
}

/** Before the first deal was read, nobody knows how many are open. */
async function listPipelines({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{ id: string; label: string; openDeals: number | null }>`
    select pipeline.id, pipeline.label, case
      when exists (select from deal where tenant_id = ${tenantId})
      then count(deal.id) filter (where deal.outcome = 'open')::int end as open_deals
    from pipeline
    left join deal_in_pipeline as deal on deal.tenant_id = ${tenantId}
      and deal.pipeline_id = pipeline.id
    where pipeline.tenant_id = ${tenantId}
    group by pipeline.id, pipeline.label order by pipeline.label, pipeline.id
  `.execute(trx);
  return rows;
}

/** A first load's window ends at the moment at which it began. */
async function listBackfills({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{ kind: RecordKind; startedAt: Instant; done: boolean }>`
    select kind, min(window_to) as started_at, bool_or(done) as done from sync_unit
    where tenant_id = ${tenantId} and phase = 'changes' and window_from is null
    group by kind order by kind
  `.execute(trx);
  return rows;
}

async function measureLag({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{ waiting: number; oldestWaitingSince: Instant | null }>`
    select count(*)::int as waiting, min(since) as oldest_waiting_since
    from (
      select marked_at as since from dirty_record where tenant_id = ${tenantId}
      union all
      select received_at from webhook_inbox where tenant_id = ${tenantId} and settled_at is null
    ) as known
  `.execute(trx);
  return rows[0] ?? { waiting: 0, oldestWaitingSince: null };
}

async function findMilestones({ tenantId, trx }: TenantScope) {
  const { rows } = await sql<{
    insightCards: number;
    firstCardOpenedAt: Instant | null;
    decidedAt: Instant | null;
  }>`
    select
      (select count(*)::int from card
        where tenant_id = ${tenantId} and card->>'kind' = 'insight') as insight_cards,
      (select opened_at from first_card where tenant_id = ${tenantId}) as first_card_opened_at,
      (select changed_at from tenant_setting
        where tenant_id = ${tenantId} and changed_by is not null) as decided_at
  `.execute(trx);
  return rows[0] ?? { insightCards: 0, firstCardOpenedAt: null, decidedAt: null };
}
