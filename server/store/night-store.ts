import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { RecordKind } from '../crm/records.ts';
import { mark } from './apply-page/mark-touched.ts';
import { holdTenant, type TenantScope, type UnitOfWork } from './unit-of-work.ts';

export interface UnitWindow {
  readonly kind: RecordKind;
  readonly from: Instant | null;
  readonly to: Instant;
}

export type NightPhase = 'reading' | 'building' | 'finished';

export interface Night {
  readonly id: string;
  readonly phase: NightPhase;
  readonly records: number;
  readonly activities: number;
  readonly readings: number;
  readonly cards: number;
  /** CRM calls since it began. */
  readonly apiCalls: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

export interface NightUnit {
  readonly workId: string;
  readonly kind: RecordKind;
  readonly done: boolean;
}

export interface NewNight {
  readonly startedAt: Instant;
  readonly windows: readonly UnitWindow[];
}

/** One run over one tenant. At most one is unfinished at a time. */
export interface NightStore {
  /** Begins a night with one unit for each window, or answers with the unfinished one as it stands. */
  startNight(tenantId: TenantId, wanted: NewNight): Promise<Night>;
  listUnits(tenantId: TenantId, nightId: string): Promise<readonly NightUnit[]>;
  /** Ends of the last windows that were read completely, by kind. */
  loadWatermarks(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  /** Once a night: the phase, and a mark on every subject that has cards, since what they say depends on the day. */
  startBuilding(tenantId: TenantId, nightId: string): Promise<void>;
  addCards(tenantId: TenantId, nightId: string, cards: number): Promise<void>;
  /** Repeating it changes nothing. */
  finishNight(tenantId: TenantId, nightId: string, finishedAt: Instant): Promise<void>;
  /** The unfinished night, else the last one. */
  loadLatest(tenantId: TenantId): Promise<Night | null>;
  /** When this tenant was last read completely. */
  loadSyncedAt(tenantId: TenantId): Promise<Instant | null>;
}

export function createNightStore(inTenant: UnitOfWork): NightStore {
  return {
    startNight: (tenantId, wanted) => inTenant(tenantId, (scope) => startNight(scope, wanted)),
    listUnits: (tenantId, nightId) => inTenant(tenantId, (scope) => listUnits(scope, nightId)),
    loadWatermarks: (tenantId) => inTenant(tenantId, loadWatermarks),
    startBuilding: (tenantId, nightId) =>
      inTenant(tenantId, (scope) => startBuilding(scope, nightId)),
    addCards: (tenantId, nightId, cards) =>
      inTenant(tenantId, (scope) => addCards(scope, nightId, cards)),
    finishNight: (tenantId, nightId, finishedAt) =>
      inTenant(tenantId, (scope) => finishNight(scope, nightId, finishedAt)),
    loadLatest: (tenantId) => inTenant(tenantId, loadLatest),
    loadSyncedAt: (tenantId) => inTenant(tenantId, loadSyncedAt),
  };
}

async function startNight(scope: TenantScope, wanted: NewNight): Promise<Night> {
  await holdTenant(scope);
  const latest = await loadLatest(scope);
  if (latest !== null && latest.finishedAt === null) return latest;
  const { tenantId, trx } = scope;
  const id = randomUUID();
  const { startedAt } = wanted;
  const callsBefore = sql<number>`(
    select coalesce(sum(calls), 0) from api_budget where tenant_id = ${tenantId})`;
  await trx
    .insertInto('night')
    .values({ tenantId, id, phase: 'reading', callsBefore, startedAt })
    .execute();
  await insertUnits(scope, id, wanted.windows);
  const blank = { records: 0, activities: 0, readings: 0, cards: 0, apiCalls: 0 };
  return { id, phase: 'reading', ...blank, startedAt, finishedAt: null };
}

async function insertUnits(
  { tenantId, trx }: TenantScope,
  nightId: string,
  windows: readonly UnitWindow[],
): Promise<void> {
  if (windows.length === 0) return;
  const rows = windows.map(({ kind, from, to }) => {
    const workId = randomUUID();
    return { tenantId, workId, nightId, kind, windowFrom: from, windowTo: to, cursor: null };
  });
  await trx.insertInto('syncUnit').values(rows).execute();
}

async function listUnits(
  { tenantId, trx }: TenantScope,
  nightId: string,
): Promise<readonly NightUnit[]> {
  const { rows } = await sql<NightUnit>`
    select work_id, kind, done from sync_unit
    where tenant_id = ${tenantId} and night_id = ${nightId}
    order by kind
  `.execute(trx);
  return rows;
}

async function loadWatermarks({
  tenantId,
  trx,
}: TenantScope): Promise<ReadonlyMap<RecordKind, Instant>> {
  const { rows } = await sql<{ kind: RecordKind; readTo: Instant }>`
    select kind, max(window_to) as read_to from sync_unit
    where tenant_id = ${tenantId} and done group by kind
  `.execute(trx);
  return new Map(rows.map(({ kind, readTo }) => [kind, readTo]));
}

async function startBuilding(scope: TenantScope, nightId: string): Promise<void> {
  const { tenantId, trx } = scope;
  const { numUpdatedRows } = await trx
    .updateTable('night')
    .set({ phase: 'building' })
    .where('tenantId', '=', tenantId)
    .where('id', '=', nightId)
    .where('phase', '=', 'reading')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await mark(
    scope,
    sql`select distinct case when deal_id is null then 'conversation' else 'deal' end,
      coalesce(deal_id, person_id) from card where tenant_id = ${tenantId}`,
  );
}

async function addCards(
  { tenantId, trx }: TenantScope,
  nightId: string,
  cards: number,
): Promise<void> {
  await sql`
    update night set cards = cards + ${cards}::int
    where tenant_id = ${tenantId} and id = ${nightId} and finished_at is null
  `.execute(trx);
}

async function finishNight(
  { tenantId, trx }: TenantScope,
  nightId: string,
  finishedAt: Instant,
): Promise<void> {
  await sql`
    update night set phase = 'finished', finished_at = ${finishedAt},
      api_calls = ${callsSince(tenantId)}
    where tenant_id = ${tenantId} and id = ${nightId} and finished_at is null
  `.execute(trx);
}

async function loadLatest({ tenantId, trx }: TenantScope): Promise<Night | null> {
  const { rows } = await sql<Night>`
    select id, phase, records, activities, readings, cards, started_at, finished_at,
      coalesce(api_calls, ${callsSince(tenantId)})::int as api_calls
    from night where tenant_id = ${tenantId}
    order by finished_at is null desc, started_at desc limit 1
  `.execute(trx);
  return rows[0] ?? null;
}

async function loadSyncedAt({ tenantId, trx }: TenantScope): Promise<Instant | null> {
  const row = await trx
    .selectFrom('night')
    .select((night) => night.fn.max('finishedAt').as('syncedAt'))
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  return row?.syncedAt ?? null;
}

/** Counted by the budget itself, so that a crash between a call and its counting loses none. */
function callsSince(tenantId: TenantId) {
  return sql`(select coalesce(sum(calls), 0) from api_budget where tenant_id = ${tenantId})
    - calls_before`;
}
