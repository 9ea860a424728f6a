import type { TenantId } from '../../shared/ids.ts';
import { buildTouched } from '../insight/build-touched.ts';
import { takeVerdicts, type VerdictTools } from '../sync/actions/take-verdicts.ts';
import { takeCallShare } from '../sync/limits/take-call-share.ts';
import { refreshRecords } from '../sync/refresh-records.ts';
import type { RunningNight } from '../sync/night/port.ts';
import { beginNight, type NightTools } from '../sync/run-night.ts';
import { markCitedSoon, markCitedUnlisted } from '../sync/verify-cited.ts';
import { needsReconnect } from './needs-reconnect.ts';
import { ring, type Parts } from './parts.ts';
import { readingTools } from './reading-tools.ts';

/** Of 500 records each: what is left waits for the end of the night, because the new comes before the old. */
const MOST_REFRESHES = 4;
/** A night's news are of the day before it. */
const DAY_MS = 24 * 60 * 60_000;

export function nightTools(parts: Parts): NightTools {
  const { crm, stores, ensure, options } = parts;
  return {
    ledger: stores.nights,
    clock: options.clock,
    accountOf: async (tenantId) => {
      const [{ timeZone }, settings, status] = await Promise.all([
        stores.tenants.loadTenant(tenantId),
        stores.settings.load(tenantId),
        stores.connections.loadStatus(tenantId),
      ]);
      const [{ can }, { callShare }] = await Promise.all([
        crm.portOf(tenantId),
        crm.vendorOf(tenantId),
      ]);
      const dailyCalls = callShare === null ? settings.dailyCalls : null;
      return { timeZone, settings, dailyCalls, isConnected: status?.state === 'active', can };
    },
    ringUnit: (tenantId, workId) => ensure({ workId, tenantId, kind: 'walk_unit' }),
    tasks: nightTasks(parts),
    isDaySpent: crm.isBudgetSpent,
    knock: crm.knock,
    needsReconnect: (tenantId) => needsReconnect(parts, tenantId),
  };
}

/** A night that begins now, and its work. Null: nothing is read of this account. */
export async function beginAndRing(
  parts: Parts,
  night: NightTools,
  tenantId: TenantId,
): Promise<RunningNight | null> {
  const running = await beginNight(night, tenantId);
  await ring(parts, 'run_night', tenantId);
  return running;
}

function nightTasks(parts: Parts): NightTools['tasks'] {
  const { crm, stores, options } = parts;
  const now = () => options.clock().toISOString();
  const settle = async (tenantId: TenantId) =>
    (await refreshRecords(await readingTools(parts, tenantId, 'night'), tenantId)) === 0;
  const build =
    (which: 'open' | 'all') =>
    async (tenantId: TenantId, { id }: RunningNight) => {
      const tools = { store: stores.insight, clock: options.clock };
      const { cards, more } = await buildTouched(tools, tenantId, which);
      await stores.nights.addCards(tenantId, id, cards);
      return !more;
    };
  return {
    verify: async (tenantId) => {
      await markCitedSoon(stores.sync, tenantId, now());
      await markCitedUnlisted(stores.sync, tenantId, (await crm.portOf(tenantId)).can);
      return true;
    },
    settle_marks: async (tenantId) => {
      for (let turn = 0; turn < MOST_REFRESHES; turn += 1) if (await settle(tenantId)) break;
      return true;
    },
    settle_all_marks: settle,
    ...saidInTheCrm(parts),
    mark_cards: async (tenantId, { startedAt }) => {
      const since = new Date(Date.parse(startedAt) - DAY_MS).toISOString();
      await stores.nights.markCards(tenantId);
      await stores.nights.giveTurns(tenantId, { now: now(), since });
      return true;
    },
    build_open: build('open'),
    build_all: build('all'),
    write_back: async (tenantId) => {
      const { writeBack } = await stores.settings.load(tenantId);
      if (writeBack) await ring(parts, 'push_write_back', tenantId);
      return true;
    },
  };
}

/** What admins and reps said inside the CRM itself. */
function saidInTheCrm({
  crm,
  stores,
}: Parts): Pick<NightTools['tasks'], 'take_call_share' | 'take_verdicts'> {
  const { tenants, verdicts } = stores;
  return {
    take_call_share: async (tenantId) => {
      await takeCallShare({ crm: await crm.portOf(tenantId, 'night'), tenants }, tenantId);
      return true;
    },
    take_verdicts: async (tenantId) => {
      const port = await crm.portOf(tenantId, 'night');
      await takeVerdicts({ crm: port, verdicts, isTold: isTold(stores) }, tenantId);
      return true;
    },
  };
}

function isTold({ insight }: Parts['stores']): VerdictTools['isTold'] {
  return async (tenantId, { dealId, personId }) => {
    const record =
      dealId === null
        ? ({ kind: 'contact', id: personId } as const)
        : ({ kind: 'deal', id: dealId } as const);
    const rows = await insight.loadCards(tenantId, record);
    return rows.some((row) => row.dealId === dealId && row.personId === personId);
  };
}
