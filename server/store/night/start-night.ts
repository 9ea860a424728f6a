import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { Schedule } from '../../sync/night/port.ts';
import type { UnitPhase } from '../../sync/port.ts';
import { holdTenant, type TenantScope } from '../unit-of-work.ts';
import { callsEver, loadLatest, type Night } from './load-night.ts';
import { replaceSchedule } from './night-schedule.ts';

export interface UnitWindow {
  readonly kind: RecordKind;
  /** 'changes' when absent. */
  readonly phase?: UnitPhase;
  readonly from: Instant | null;
  readonly to: Instant;
}

export interface NewNight {
  readonly startedAt: Instant;
  readonly windows: readonly UnitWindow[];
  /** When the next one begins, now that this one has. */
  readonly schedule?: Schedule;
}

/** Nights of a tenant never overlap: the one that is unfinished is the answer. */
export async function startNight(scope: TenantScope, wanted: NewNight): Promise<Night> {
  await holdTenant(scope);
  const latest = await loadLatest(scope);
  if (latest !== null && latest.finishedAt === null) return latest;
  const { tenantId, trx } = scope;
  const id = randomUUID();
  const { startedAt } = wanted;
  const callsBefore = callsEver(tenantId);
  await trx
    .insertInto('night')
    .values({ tenantId, id, phase: 'reading', callsBefore, startedAt })
    .execute();
  await adoptUnits(scope, id);
  await insertUnits(scope, id, wanted.windows);
  if (wanted.schedule !== undefined) await replaceSchedule(scope, wanted.schedule);
  return { ...NEW_NIGHT, id, startedAt };
}

const NEW_NIGHT: Omit<Night, 'id' | 'startedAt'> = {
  ...{ phase: 'reading', records: 0, activities: 0, readings: 0, cards: 0, apiCalls: 0 },
  ...{ finishedAt: null, stepsDone: [], stoppedFor: [], outcome: null, resumesAt: null },
};

/** What earlier nights left undone goes on at its cursor. */
async function adoptUnits({ tenantId, trx }: TenantScope, nightId: string): Promise<void> {
  await sql`
    update sync_unit set night_id = ${nightId} where tenant_id = ${tenantId} and not done
  `.execute(trx);
}

async function insertUnits(
  { tenantId, trx }: TenantScope,
  nightId: string,
  windows: readonly UnitWindow[],
): Promise<void> {
  if (windows.length === 0) return;
  const rows = windows.map(({ kind, phase = 'changes', from, to }) => {
    const workId = randomUUID();
    return { tenantId, workId, nightId, kind, phase, windowFrom: from, windowTo: to, cursor: null };
  });
  await trx
    .insertInto('syncUnit')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['nightId', 'kind', 'phase']).doNothing())
    .execute();
}
