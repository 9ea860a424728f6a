import { sql } from 'kysely';
import type { DealFile } from '../../domain/deal-file.ts';
import type { Deal } from '../../domain/deal.ts';
import type { Subject } from '../../insight/port.ts';
import { isChosen } from '../tenant/chosen-pipelines.ts';
import type { TenantScope } from '../unit-of-work.ts';
import {
  type ActivityRow,
  loadActivitiesOfConversation,
  loadActivitiesOfDeal,
} from './load-activities.ts';
import { loadCoverage } from './load-coverage.ts';
import { loadAccount, loadDeal, loadOtherDeals } from './load-deals.ts';
import { hasOpenDeal, loadPersons, loadSellers } from './load-people.ts';
import { loadReadings } from './load-readings.ts';
import { loadVerdicts } from './load-verdicts.ts';

/** Null: there is no such deal or person, nobody chose its pipeline, or the person's exchange belongs to an open deal. */
export async function loadDealFile(scope: TenantScope, subject: Subject): Promise<DealFile | null> {
  return subject.kind === 'deal'
    ? loadFileOfDeal(scope, subject.dealId)
    : loadFileOfConversation(scope, subject.personId);
}

async function loadFileOfDeal(scope: TenantScope, dealId: string): Promise<DealFile | null> {
  const deal = await loadDeal(scope, dealId);
  if (deal === null || !(await isRead(scope, deal))) return null;
  const rows = await loadActivitiesOfDeal(scope, deal);
  return assemble(scope, { deal, rows, personIds: deal.personIds });
}

async function isRead({ tenantId, trx }: TenantScope, deal: Deal): Promise<boolean> {
  const { rows } = await sql<{ chosen: boolean }>`
    select ${isChosen(tenantId, sql`${deal.pipelineId}::text`)} as chosen
  `.execute(trx);
  return rows[0]?.chosen === true;
}

async function loadFileOfConversation(
  scope: TenantScope,
  personId: string,
): Promise<DealFile | null> {
  if (await hasOpenDeal(scope, personId)) return null;
  const rows = await loadActivitiesOfConversation(scope, personId);
  const file = await assemble(scope, { deal: null, rows, personIds: [personId] });
  return file.persons.some((person) => person.id === personId) ? file : null;
}

interface Core {
  readonly deal: Deal | null;
  readonly rows: readonly ActivityRow[];
  readonly personIds: readonly string[];
}

/** Persons are those of the core and everyone who took part in an activity of the file. */
async function assemble(scope: TenantScope, core: Core): Promise<DealFile> {
  const { deal, rows } = core;
  const activities = rows.map((row) => row.activity);
  const personIds = [...core.personIds, ...activities.flatMap((activity) => activity.personIds)];
  const persons = await loadPersons(scope, personIds);
  const subject = { dealId: deal?.id ?? null, personIds };
  const readings = await loadReadings(scope, activities);
  return {
    deal,
    persons,
    activities,
    ...readings,
    account: await loadAccount(scope, companyOf(core, persons)),
    sellers: await loadSellers(scope, sellerIdsOf(core, readings.evidence)),
    verdicts: await loadVerdicts(scope, subject),
    otherDeals: await loadOtherDeals(scope, subject),
    coverage: await loadCoverage(scope, rows),
  };
}

/** A conversation's company is its person's. */
function companyOf({ deal, personIds }: Core, persons: DealFile['persons']): string | null {
  if (deal !== null) return deal.companyId;
  return persons.find(({ id }) => id === personIds[0])?.companyId ?? null;
}

function sellerIdsOf({ deal, rows }: Core, evidence: DealFile['evidence']): readonly string[] {
  return [
    deal?.ownerId,
    ...(deal?.ownerHistory ?? []).map((change) => change.ownerId),
    ...rows.map((row) => row.activity.sellerId),
    ...evidence.map((each) => each.notedBySellerId),
  ].filter((id) => typeof id === 'string');
}
