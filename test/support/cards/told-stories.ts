import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../shared/ids.ts';
import type { CrmRecord, ActivityRecord } from '../../../server/crm/records.ts';
import { isActivity } from '../../../server/crm/records.ts';
import type { Deal } from '../../../server/domain/deal.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import type { Person, Seller } from '../../../server/domain/person.ts';
import { readActivity } from '../../../server/inference/read-activity.ts';
import { READER_VERSION } from '../../../server/inference/reading.ts';
import type { ReadActivity, Surroundings } from '../../../server/sync/port.ts';
import { readActivityPage } from '../../../server/sync/read-activity-page.ts';
import type { StoryAccount } from '../../simulators/hubspot/load-stories.ts';
import { loadStories } from '../../simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../../simulators/hubspot/neutral-records.ts';
import type { StoryIds } from '../../simulators/hubspot/stories/story-ids.ts';
import { workingDay } from '../../simulators/hubspot/stories/story-time.ts';
import { StoryTruth } from './story-truth.ts';

/** The sandbox's first night, a Tuesday, and the morning on which its cards are read. */
const FIRST_NIGHT = '2026-11-24';
export const MORNING: Instant = `${FIRST_NIGHT}T08:00:00.000Z`;

const OWN_DOMAIN = 'larkfield.example';
const CHAPTER_MS = 90 * 86_400_000;

/** One deal or conversation of a story, as the sandbox's own night reads it: the CRM's records and the real reader. */
export interface ToldFile {
  readonly story: string;
  readonly subject: 'deal' | 'second deal' | 'conversation';
  readonly file: DealFile;
  readonly truth: StoryTruth;
  readonly ids: StoryIds;
}

export interface ToldStories {
  readonly files: readonly ToldFile[];
  /** The CRM's own text of each activity, by kind and id. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Every story of the sandbox, told around a first night and read in memory. */
export async function tellAllStories(firstNight = FIRST_NIGHT): Promise<ToldStories> {
  const account = await loadStories(firstNight);
  const records = [...neutralRecords(account.records)].map((each) => withWords(each, account));
  const activities = records.filter(isActivity);
  const crm: Crm = {
    records,
    deals: dealsOf(records, account),
    persons: personsOf(records),
    sellers: sellersOf(account),
    read: [],
  };
  const read = await readActivityPage(activities, surroundingsOf(crm, activities), {
    version: READER_VERSION,
    read: readActivity,
  });
  return {
    files: account.stories.flatMap((ids) => filesOf(ids, { ...crm, read })),
    texts: new Map(activities.map((each) => [`${each.kind}/${each.id}`, each.text])),
  };
}

/** The morning of a story's own day: `-12` is twelve working days before the first night. */
export function storyDay(offset: number): Instant {
  return `${workingDay(FIRST_NIGHT, offset)}T23:59:00.000Z`;
}

interface Crm {
  readonly records: readonly CrmRecord[];
  readonly deals: readonly Deal[];
  readonly persons: readonly Person[];
  readonly sellers: readonly Seller[];
  readonly read: readonly ReadActivity[];
}

/** A transcript comes by a call of its own, which the neutral records leave out. */
function withWords(record: CrmRecord, { transcripts }: StoryAccount): CrmRecord {
  if (!isActivity(record) || record.kind !== 'call') return record;
  const lines = transcripts[`t${record.id}`];
  if (lines === undefined) return record;
  return {
    ...record,
    field: 'transcript',
    format: 'plain',
    text: lines
      .map(({ speaker, text }) => `${speaker.name}: ${text.replaceAll(/\s*\n\s*/g, ' ')}`)
      .join('\n'),
    participants: [...new Map(lines.map(({ speaker }) => [speaker.email, speaker])).values()].map(
      ({ name, email }) => ({ role: 'with', name, email }),
    ),
  };
}

function dealsOf(records: readonly CrmRecord[], { pipelines }: StoryAccount): readonly Deal[] {
  const stages = pipelines.flatMap(({ id, label, stages: own }) =>
    own.map((stage) => ({ pipelineId: id, pipelineLabel: label, ...stage })),
  );
  return records
    .filter((record) => record.kind === 'deal')
    .map(({ contactIds, companyIds, ...rest }) => {
      const stage = stages.find(
        ({ pipelineId, id }) => pipelineId === rest.pipelineId && id === rest.stageId,
      );
      if (stage === undefined) throw new Error(`No stage ${rest.stageId} for deal ${rest.id}.`);
      const { pipelineLabel, label: stageLabel } = stage;
      const outcome = outcomeOf(stage.metadata);
      const companyId = companyIds[0] ?? null;
      return { ...rest, pipelineLabel, stageLabel, outcome, personIds: contactIds, companyId };
    });
}

function outcomeOf(metadata: Readonly<Record<string, string>>): Deal['outcome'] {
  if (metadata['isClosed'] !== 'true') return 'open';
  return metadata['probability'] === '1.0' ? 'won' : 'lost';
}

function personsOf(records: readonly CrmRecord[]): readonly Person[] {
  return records.flatMap((record) => {
    if (record.kind !== 'contact') return [];
    const { id, name, title, email, ownerId, doNotAnalyse, responses } = record;
    const companyId = record.companyIds[0] ?? null;
    return [{ id, name, title, email, ownerId, doNotAnalyse, companyId, responses }];
  });
}

function sellersOf({ owners }: StoryAccount): readonly Seller[] {
  return owners.map(({ id, email, firstName, lastName, userId }) => ({
    id,
    email,
    name: `${firstName} ${lastName}`,
    userId: String(userId),
  }));
}

function surroundingsOf(crm: Crm, activities: readonly ActivityRecord[]): Surroundings {
  const threads = activities.flatMap(({ threadId, dealIds: [dealId, ...others] }) =>
    threadId === null || dealId === undefined || others.length > 0
      ? []
      : [[threadId, dealId] as const],
  );
  return {
    persons: crm.persons,
    sellers: crm.sellers,
    deals: crm.deals.map(({ id, name, outcome, personIds }) => ({
      ...{ id, name, personIds },
      open: outcome === 'open',
    })),
    threadDeals: new Map(threads),
    ownDomains: [OWN_DOMAIN],
  };
}

function filesOf(ids: StoryIds, crm: Crm): readonly ToldFile[] {
  const truth = truthOf(ids.story);
  const told = { story: ids.story, truth, ids };
  const deals = [ids.deals.first, ids.deals.second].flatMap((id, index) => {
    const deal = crm.deals.find((each) => each.id === id);
    const subject: ToldFile['subject'] = index === 0 ? 'deal' : 'second deal';
    return deal === undefined ? [] : [{ ...told, subject, file: fileOfDeal(deal, ids, crm) }];
  });
  return deals.length > 0
    ? deals
    : conversations(ids, crm).map((file) => ({ ...told, subject: 'conversation', file }));
}

function fileOfDeal(deal: Deal, ids: StoryIds, crm: Crm): DealFile {
  const begin = new Date(Date.parse(deal.createdAt) - CHAPTER_MS).toISOString();
  const read = crm.read.filter(({ activity }) => {
    const { tie, at, personIds } = activity;
    if (tie.kind === 'deal') return tie.dealId === deal.id;
    if (tie.kind === 'shared') return tie.dealIds.includes(deal.id);
    const chapter = at >= begin && at <= deal.createdAt;
    return chapter && personIds.some((id) => deal.personIds.includes(id));
  });
  return assemble({ deal, read, personIds: deal.personIds }, ids, crm);
}

/** One for each person who exchanged words with us while there was no deal. */
function conversations(ids: StoryIds, crm: Crm): readonly DealFile[] {
  return Object.values(ids.people).flatMap((personId) => {
    const read = crm.read.filter(
      ({ activity }) => activity.tie.kind === 'none' && activity.personIds.includes(personId),
    );
    return read.length === 0
      ? []
      : [assemble({ deal: null, read, personIds: [personId] }, ids, crm)];
  });
}

interface Core {
  readonly deal: Deal | null;
  readonly read: readonly ReadActivity[];
  readonly personIds: readonly string[];
}

function assemble({ deal, read, personIds }: Core, ids: StoryIds, crm: Crm): DealFile {
  const inOrder = read.toSorted((a, b) => (a.activity.at < b.activity.at ? -1 : 1));
  const persons = new Set([...personIds, ...inOrder.flatMap(({ activity }) => activity.personIds)]);
  const company = crm.records.find((each) => each.kind === 'company' && each.id === ids.company);
  return {
    deal,
    account:
      company?.kind === 'company'
        ? { id: company.id, name: company.name, industry: company.industry }
        : null,
    persons: crm.persons.filter(({ id }) => persons.has(id)),
    sellers: crm.sellers,
    activities: inOrder.map(({ activity }) => activity),
    evidence: inOrder.flatMap(({ evidence }) => evidence),
    statements: inOrder.flatMap(({ statements }) => statements),
    verdicts: [],
    slotVerdicts: [],
    otherDeals: [],
    coverage: { syncedAt: MORNING, notRead: [] },
  };
}

const STORIES = join(import.meta.dirname, '..', '..', 'fixtures', 'stories');

function truthOf(story: string): StoryTruth {
  return StoryTruth.parse(JSON.parse(readFileSync(join(STORIES, `${story}.truth.json`), 'utf8')));
}
