import type { Activity } from '../../domain/activity.ts';
import type { OtherDeal, SlotVerdict, Verdict } from '../../domain/deal-file.ts';
import type { Deal } from '../../domain/deal.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { Account, Person, Seller } from '../../domain/person.ts';
import type { TenantScope } from '../unit-of-work.ts';
import type { ActivityRow } from './load-activities.ts';
import { loadAccounts, loadOpenDeals } from './load-deals.ts';
import { loadPersons, loadSellers } from './load-people.ts';
import { loadReadings, type Readings } from './load-readings.ts';
import { loadSlotVerdicts, loadVerdicts, type OfDeal } from './load-verdicts.ts';

/** What a file is about, and what was exchanged there. */
export interface Core {
  /** Null for a conversation. */
  readonly deal: Deal | null;
  readonly personIds: readonly string[];
  readonly rows: readonly ActivityRow[];
}

/** Everything that several files need, loaded once; each takes its own. */
export interface Surroundings {
  readonly persons: readonly Person[];
  readonly sellers: readonly Seller[];
  readonly accounts: ReadonlyMap<string, Account>;
  readonly verdicts: readonly OfDeal<Verdict>[];
  readonly slotVerdicts: readonly OfDeal<SlotVerdict>[];
  readonly openDeals: readonly OtherDeal[];
  readonly readingsOf: (activities: readonly Activity[]) => Readings;
  /** The last night that read everything. */
  readonly syncedAt: Instant | null;
}

export async function loadSurroundings(
  scope: TenantScope,
  cores: readonly Core[],
): Promise<Surroundings> {
  const personIds = distinct(cores.flatMap(personIdsOf));
  const persons = await loadPersons(scope, personIds);
  const activities = cores.flatMap(({ rows }) => rows.map(({ activity }) => activity));
  return {
    persons,
    readingsOf: await loadReadings(scope, activities),
    accounts: await loadAccounts(scope, [
      ...cores.map(({ deal }) => deal?.companyId),
      ...persons.map(({ companyId }) => companyId),
    ]),
    sellers: await loadSellers(scope),
    verdicts: await loadVerdicts(scope, personIds),
    slotVerdicts: await loadSlotVerdicts(scope, personIds),
    openDeals: await loadOpenDeals(scope, personIds),
    syncedAt: await loadSyncedAt(scope),
  };
}

export function personIdsOf({ personIds, rows }: Core): readonly string[] {
  return [...personIds, ...rows.flatMap(({ activity }) => activity.personIds)];
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

async function loadSyncedAt({ tenantId, trx }: TenantScope): Promise<Instant | null> {
  const latest = await trx
    .selectFrom('night')
    .select((night) => night.fn.max('finishedAt').as('syncedAt'))
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  return latest?.syncedAt ?? null;
}
