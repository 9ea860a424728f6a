import type { DealFile } from '../../domain/deal-file.ts';
import type { Deal } from '../../domain/deal.ts';
import type { Subject } from '../../insight/port.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { type ActivityRow, loadActivities } from './load-activities.ts';
import { loadDeals } from './load-deals.ts';
import { loadEngaged } from './load-people.ts';
import type { OfDeal } from './load-verdicts.ts';
import {
  type Core,
  loadSurroundings,
  personIdsOf,
  type Surroundings,
} from './load-surroundings.ts';

/**
 * The files of many subjects, in their order, with as many questions to the database as for one. Null: there is no such
 * deal or person, nobody chose its pipeline, or the person's exchange belongs to an open deal.
 */
export async function loadDealFiles(
  scope: TenantScope,
  subjects: readonly Subject[],
): Promise<readonly (DealFile | null)[]> {
  const cores = await loadCores(scope, subjects);
  const around = await loadSurroundings(
    scope,
    cores.filter((core) => core !== null),
  );
  return cores.map((core) => (core === null ? null : assemble(core, around)));
}

async function loadCores(
  scope: TenantScope,
  subjects: readonly Subject[],
): Promise<readonly (Core | null)[]> {
  const deals = await loadDeals(
    scope,
    subjects.flatMap((subject) => (subject.kind === 'deal' ? [subject.dealId] : [])),
  );
  const engaged = await loadEngaged(
    scope,
    subjects.flatMap((subject) => (subject.kind === 'conversation' ? [subject.personId] : [])),
  );
  const kept = subjects.map((subject) =>
    subject.kind === 'deal'
      ? ofDeal(deals.get(subject.dealId))
      : ofConversation(subject.personId, engaged),
  );
  const rows = await loadActivities(scope, kept);
  return kept.map((each, index) => each && { ...each, rows: rows[index] ?? [] });
}

type Kept = Omit<Core, 'rows'> | null;

function ofDeal(deal: Deal | undefined): Kept {
  return deal === undefined ? null : { deal, personIds: deal.personIds };
}

function ofConversation(personId: string, engaged: ReadonlySet<string>): Kept {
  return engaged.has(personId) ? null : { deal: null, personIds: [personId] };
}

/** Persons are those of the core and everyone who took part in an activity of the file. */
function assemble(core: Core, around: Surroundings): DealFile | null {
  const { deal, rows } = core;
  const has = new Set(personIdsOf(core));
  const persons = around.persons.filter(({ id }) => has.has(id));
  if (deal === null && !persons.some(({ id }) => id === core.personIds[0])) return null;
  const activities = rows.map(({ activity }) => activity);
  const { evidence, statements } = around.readingsOf(activities);
  const dealId = deal?.id ?? null;
  const sellerIds = sellerIdsOf(core, evidence);
  const given = <T extends { readonly personId: string }>(all: readonly OfDeal<T>[]) =>
    all.flatMap((each) =>
      each.dealId === dealId && has.has(each.given.personId) ? [each.given] : [],
    );
  return {
    ...{ deal, persons, activities, evidence, statements },
    account: accountOf(core, persons, around.accounts),
    sellers: around.sellers.filter(({ id }) => sellerIds.has(id)),
    verdicts: given(around.verdicts),
    slotVerdicts: given(around.slotVerdicts),
    otherDeals: around.openDeals.filter(
      ({ id, personIds }) => id !== dealId && personIds.some((personId) => has.has(personId)),
    ),
    coverage: { syncedAt: around.syncedAt, notRead: countByReason(rows) },
  };
}

/** A conversation's company is its person's, by its name alone where there is no more of it. */
function accountOf(
  { deal, personIds }: Core,
  persons: DealFile['persons'],
  accounts: Surroundings['accounts'],
): DealFile['account'] {
  if (deal !== null) return accounts.get(deal.companyId ?? '') ?? null;
  const person = persons.find(({ id }) => id === personIds[0]);
  return person === undefined ? null : (accounts.get(person.companyId ?? '') ?? byName(person));
}

function byName({ companyName = null }: DealFile['persons'][number]): DealFile['account'] {
  return companyName === null ? null : { id: null, name: companyName, industry: null };
}

function sellerIdsOf(
  { deal, rows }: Core,
  evidence: DealFile['evidence'],
): ReadonlySet<string | null | undefined> {
  return new Set([
    deal?.ownerId,
    ...(deal?.ownerHistory ?? []).map((change) => change.ownerId),
    ...rows.map((row) => row.activity.sellerId),
    ...evidence.map((each) => each.notedBySellerId),
  ]);
}

function countByReason(rows: readonly ActivityRow[]): DealFile['coverage']['notRead'] {
  const reasons = rows.map((row) => row.notReadBecause).filter((reason) => reason !== null);
  const counts = Map.groupBy(reasons, (reason) => reason);
  return [...counts].map(([reason, all]) => ({ reason, count: all.length }));
}
