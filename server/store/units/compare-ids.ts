import { type RawBuilder, sql } from 'kysely';
import { isActivityKind, type RecordKind, type RecordRef } from '../../crm/records.ts';
import type { SweepFindings, SyncUnit } from '../../sync/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Where the records of a kind stand. Owners and pipelines are read whole each night and never deleted. */
const TABLES: Readonly<Partial<Record<RecordKind, string>>> = {
  company: 'account',
  contact: 'person',
  deal: 'deal',
  lead: 'lead',
};

/** The ids of a kind that we hold. */
function heldIds({ tenantId }: TenantScope, kind: RecordKind): RawBuilder<unknown> {
  if (isActivityKind(kind))
    return sql`select id from activity where tenant_id = ${tenantId} and kind = ${kind}`;
  const table = TABLES[kind];
  if (table === undefined) return sql`select null::text as id where false`;
  return sql`select id from ${sql.table(table)} where tenant_id = ${tenantId}`;
}

export async function keepHeld(
  scope: TenantScope,
  refs: readonly RecordRef[],
): Promise<readonly RecordRef[]> {
  const held: RecordRef[] = [];
  for (const [kind, group] of Map.groupBy(refs, (ref) => ref.kind)) {
    const { rows } = await sql<{ id: string }>`
      select held.id from (${heldIds(scope, kind)}) as held (id)
      where held.id = any(${group.map(({ id }) => id)})
    `.execute(scope.trx);
    held.push(...rows.map(({ id }) => ({ kind, id })));
  }
  return held;
}

export async function holdsAny(scope: TenantScope, kind: RecordKind): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (${heldIds(scope, kind)}) as holds
  `.execute(scope.trx);
  return rows[0]?.holds ?? false;
}

export async function noteSightings(
  { tenantId, trx }: TenantScope,
  { workId }: SyncUnit,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into sweep_sighting (tenant_id, work_id, id)
    select distinct ${tenantId}::uuid, ${workId}::uuid, id
    from jsonb_array_elements_text(${toJsonb(ids)}) as id
    on conflict do nothing
  `.execute(trx);
}

export async function forgetSightings(
  { tenantId, trx }: TenantScope,
  { workId, phase }: SyncUnit,
): Promise<void> {
  if (phase !== 'sweep') return;
  await sql`
    delete from sweep_sighting where tenant_id = ${tenantId} and work_id = ${workId}
  `.execute(trx);
}

export async function compareSweep(scope: TenantScope, unit: SyncUnit): Promise<SweepFindings> {
  const held = heldIds(scope, unit.kind);
  const seen = sql`
    select id from sweep_sighting
    where tenant_id = ${scope.tenantId} and work_id = ${unit.workId}`;
  const [count] = (
    await sql<{ held: number }>`select count(*)::int as held from (${held}) as held`.execute(
      scope.trx,
    )
  ).rows;
  return {
    held: count?.held ?? 0,
    unseen: await idsOf(scope, sql`${held} except ${seen}`),
    lacking: await idsOf(scope, sql`${seen} except ${held}`),
  };
}

async function idsOf({ trx }: TenantScope, ids: RawBuilder<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from (${ids}) as each (id)`.execute(trx);
  return rows.map(({ id }) => id);
}
