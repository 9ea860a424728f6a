import { isActivity, type ActivityRecord, type CrmRecord } from '../../server/crm/records.ts';
import type { Deal } from '../../server/domain/deal.ts';
import type { DealFile } from '../../server/domain/deal-file.ts';
import type { Person, Seller } from '../../server/domain/person.ts';
import { readActivity } from '../../server/inference/read-activity.ts';
import { READER_VERSION } from '../../server/inference/reading.ts';
import type { ReadActivity, Surroundings } from '../../server/sync/port.ts';
import { readActivityPage } from '../../server/sync/read-activity-page.ts';
import type { StoryAccount } from '../simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../simulators/hubspot/neutral-records.ts';

const FIRST_CHAPTER_MS = 90 * 86_400_000;
const READER = { version: READER_VERSION, read: readActivity };

/** All that the stories came to, read in memory as a night reads them. */
export interface ReadStories {
  readonly activities: readonly ReadActivity[];
  /** Every deal, and every conversation of a person without an open one. */
  readonly files: readonly DealFile[];
}

export function readStories(account: StoryAccount): ReadStories {
  const records = [...neutralRecords(account.records, account.transcripts)];
  const around: Around = {
    persons: records.flatMap(toPerson),
    sellers: account.owners.map(toSeller),
    deals: records.flatMap((record) => toDeal(record, account)),
    accounts: records.filter((each) => each.kind === 'company'),
  };
  const activities = readInOrder(records.filter(isActivity).toSorted(byTime), around);
  return { activities, files: filesOf(activities, around) };
}

interface Around {
  readonly persons: readonly Person[];
  readonly sellers: readonly Seller[];
  readonly deals: readonly Deal[];
  readonly accounts: readonly Extract<CrmRecord, { kind: 'company' }>[];
}

/** One after another: a thread belongs to the deal of its earlier mails. */
function readInOrder(
  records: readonly ActivityRecord[],
  around: Around,
): readonly ReadActivity[] {
  const threadDeals = new Map<string, string>();
  const surroundings: Surroundings = {
    persons: around.persons,
    sellers: around.sellers,
    deals: around.deals.map(({ id, name, outcome, personIds }) => ({
      id,
      name,
      personIds,
      open: outcome === 'open',
    })),
    threadDeals,
    ownDomains: ['larkfield.example'],
  };
  return records.flatMap((record) => {
    const read = readActivityPage([record], surroundings, READER);
    for (const { activity } of read) {
      if (activity.threadId !== null && activity.tie.kind === 'deal')
        threadDeals.set(activity.threadId, activity.tie.dealId);
    }
    return read;
  });
}

function filesOf(read: readonly ReadActivity[], around: Around): readonly DealFile[] {
  const busy = new Set(
    around.deals.filter(({ outcome }) => outcome === 'open').flatMap(({ personIds }) => personIds),
  );
  const talking = around.persons.filter(
    ({ id }) => !busy.has(id) && read.some((each) => isTalkOf(each, [id])),
  );
  return [
    ...around.deals.map((deal) =>
      fileOf(deal, { around, read: read.filter((each) => belongsTo(each, deal)) }),
    ),
    ...talking.map(({ id }) =>
      fileOf(null, { around, read: read.filter((each) => isTalkOf(each, [id])) }),
    ),
  ];
}

function isTalkOf({ activity }: ReadActivity, personIds: readonly string[]): boolean {
  return activity.tie.kind === 'none' && activity.personIds.some((id) => personIds.includes(id));
}

/** As store/deal-file/load-activities.ts has it: tied, shared, or the deal's first chapter. */
function belongsTo(each: ReadActivity, deal: Deal): boolean {
  const { tie, at } = each.activity;
  if (tie.kind === 'deal') return tie.dealId === deal.id;
  if (tie.kind === 'shared') return tie.dealIds.includes(deal.id);
  const beforeMs = Date.parse(deal.createdAt) - Date.parse(at);
  return beforeMs >= 0 && beforeMs <= FIRST_CHAPTER_MS && isTalkOf(each, deal.personIds);
}

function fileOf(
  deal: Deal | null,
  { around, read }: { readonly around: Around; readonly read: readonly ReadActivity[] },
): DealFile {
  const ids = new Set([
    ...(deal?.personIds ?? []),
    ...read.flatMap(({ activity }) => activity.personIds),
  ]);
  const persons = around.persons.filter(({ id }) => ids.has(id));
  const companyId = deal?.companyId ?? persons[0]?.companyId;
  const account = around.accounts.find(({ id }) => id === companyId);
  return {
    deal,
    account: account ? { id: account.id, name: account.name, industry: account.industry } : null,
    persons,
    sellers: around.sellers,
    activities: read.map(({ activity }) => activity),
    evidence: read.flatMap(({ evidence }) => evidence),
    statements: read.flatMap(({ statements }) => statements),
    verdicts: [],
    otherDeals: [],
    coverage: { syncedAt: null, notRead: [] },
  };
}

function toPerson(record: CrmRecord): readonly Person[] {
  if (record.kind !== 'contact') return [];
  const { id, name, title, email, ownerId, companyIds, doNotAnalyse } = record;
  return [{ id, name, title, email, ownerId, doNotAnalyse, companyId: companyIds[0] ?? null }];
}

function toSeller({ id, email, userId, ...owner }: StoryAccount['owners'][number]): Seller {
  return { id, email, userId: String(userId), name: `${owner.firstName} ${owner.lastName}` };
}

function toDeal(record: CrmRecord, { pipelines }: StoryAccount): readonly Deal[] {
  if (record.kind !== 'deal') return [];
  const { contactIds, companyIds, stageId, pipelineId } = record;
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  const stage = pipeline?.stages.find(({ id }) => id === stageId);
  const closed = stage?.metadata['isClosed'] === 'true';
  return [
    {
      ...record,
      pipelineLabel: pipeline?.label ?? pipelineId,
      stageLabel: stage?.label ?? stageId,
      outcome: closed ? (Number(stage?.metadata['probability']) === 1 ? 'won' : 'lost') : 'open',
      personIds: contactIds,
      companyId: companyIds[0] ?? null,
    },
  ];
}

function byTime(a: ActivityRecord, b: ActivityRecord): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.id) - Number(b.id);
}
