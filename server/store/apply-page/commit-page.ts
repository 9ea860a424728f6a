import { type Expression, sql } from 'kysely';
import type { Receipt } from '../../crm/records.ts';
import type { AppliedPage, SyncUnit } from '../../sync/port.ts';
import { applyPage } from './apply-page.ts';
import { recordReceipts } from './record-receipts.ts';
import { forgetSightings, noteSightings } from '../units/compare-ids.ts';
import { holdTenant, type TenantScope } from '../unit-of-work.ts';

export interface PageOfUnit {
  readonly unit: SyncUnit;
  readonly page: AppliedPage;
  readonly next: string | null;
}

/** One transaction: the unit's compare-and-swap comes first, so that the slower of two workers writes nothing. */
export async function commitPage(
  scope: TenantScope,
  { unit, page, next }: PageOfUnit,
): Promise<boolean> {
  await holdTenant(scope);
  if (!(await moveCursor(scope, unit, { cursor: next, done: next === null }))) return false;
  await applyPage(scope, page);
  await noteSightings(scope, unit, page.sighted ?? []);
  if (next === null) await forgetSightings(scope, unit);
  await recordReceipts(scope, { receipts: page.receipts, nightId: unit.nightId });
  await count(scope, unit, page);
  return true;
}

/** Done, but not complete: the watermark stays, so that the same window is read once it may be. */
export async function endUnit(
  scope: TenantScope,
  { unit, receipts }: { readonly unit: SyncUnit; readonly receipts: readonly Receipt[] },
): Promise<boolean> {
  await holdTenant(scope);
  const end = { cursor: null, done: true, complete: false };
  if (!(await moveCursor(scope, unit, end))) return false;
  await forgetSightings(scope, unit);
  await recordReceipts(scope, { receipts, nightId: unit.nightId });
  return true;
}

export async function commitRefresh(scope: TenantScope, page: AppliedPage): Promise<void> {
  await holdTenant(scope);
  await applyPage(scope, page);
  await recordReceipts(scope, { receipts: page.receipts, nightId: null });
}

async function moveCursor(
  { tenantId, trx }: TenantScope,
  unit: SyncUnit,
  to: { readonly cursor: string | null; readonly done: boolean; readonly complete?: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('syncUnit')
    .set({ ...to, generation: unit.generation + 1 })
    .where('tenantId', '=', tenantId)
    .where('workId', '=', unit.workId)
    .where('generation', '=', unit.generation)
    .where('done', '=', false)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * `records` counts every CRM record that was read, activities included. What is read first is read again with the rest,
 * and counted there.
 */
async function count(
  { tenantId, trx }: TenantScope,
  unit: SyncUnit,
  page: AppliedPage,
): Promise<void> {
  if (unit.phase === 'first') return;
  const readings = page.activities.reduce((sum, { evidence }) => sum + evidence.length, 0);
  await trx
    .updateTable('night')
    .set({
      records: plus('records', page.subjects.length + page.activities.length),
      activities: plus('activities', page.activities.length),
      readings: plus('readings', readings),
    })
    .where('tenantId', '=', tenantId)
    .where('id', '=', unit.nightId)
    .execute();
}

function plus(column: string, more: number): Expression<number> {
  return sql<number>`${sql.ref(column)} + ${more}::int`;
}
