import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Instant } from '../../../shared/ids.ts';
import { ACTIVITY_KINDS, DRIVERS, POLES } from '../../../shared/vocabulary.ts';
import type { Activity } from '../../../server/domain/activity.ts';
import type { Deal } from '../../../server/domain/deal.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import type { Evidence } from '../../../server/domain/evidence.ts';

/**
 * A story as the deal file it would be if the reading were perfect: its author's own readings as evidence. For judging
 * what cards make of readings, apart from how well they are read. Topics stay empty.
 */
const STORIES = join(import.meta.dirname, '..', '..', 'fixtures', 'stories');

const Story = z.object({
  id: z.string(),
  company: z.object({ name: z.string() }),
  industry: z.string(),
  people: z.array(z.object({ key: z.string(), name: z.string(), title: z.string().nullish() })),
  deal: z
    .object({
      name: z.string(),
      owner: z.string(),
      pipeline: z.string(),
      created: z.string(),
      close: z.union([z.string(), z.number()]),
      stages: z.array(z.object({ stage: z.string(), at: z.string() })),
      people: z.array(z.string()),
    })
    .nullish(),
  activities: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ACTIVITY_KINDS),
      at: z.string().optional(),
      due: z.union([z.string(), z.number()]).optional(),
      from: z.string().optional(),
      to: z.array(z.string()).optional(),
      with: z.array(z.string()).optional(),
      lines: z.array(z.object({ who: z.string() })).optional(),
      outcome: z.string().optional(),
      status: z.string().optional(),
      subject: z.string().optional(),
      deal: z.string().optional(),
    }),
  ),
});
type Story = z.infer<typeof Story>;

const Truth = z.object({
  stages: z.array(z.object({ from: z.string(), stage: z.string() })),
  concernNow: z.string().nullable(),
  concerns: z.array(z.object({ id: z.string(), person: z.string(), driver: z.enum(DRIVERS) })),
  readings: z.array(
    z.object({
      activity: z.string(),
      person: z.string(),
      driver: z.enum(DRIVERS),
      pole: z.enum(POLES),
      status: z.enum(['said', 'implied', 'reported']),
      quote: z.string(),
    }),
  ),
});

export interface TruthFile {
  readonly id: string;
  readonly file: DealFile;
  readonly truth: z.infer<typeof Truth>;
}

/** Every story of the sandbox, as of 02:00 of its first night. */
export const TRUTH_NOW: Instant = '2026-03-03T02:00:00.000Z';

export function readTruthFiles(): readonly TruthFile[] {
  return readdirSync(STORIES)
    .filter((name) => name.endsWith('.story.yaml'))
    .sort()
    .map((name) => readTruthFile(name.replace('.story.yaml', '')));
}

function readTruthFile(id: string): TruthFile {
  const story = Story.parse(parse(readFileSync(join(STORIES, `${id}.story.yaml`), 'utf8')));
  const parsed: unknown = JSON.parse(readFileSync(join(STORIES, `${id}.truth.json`), 'utf8'));
  const truth = Truth.parse(parsed);
  return { id, truth, file: toFile(story, truth) };
}

/** `-3 10:02`: three working days before the first night, counted without weekends. */
function at(offset: string): Instant {
  const [days = '0', clock = '09:00'] = offset.split(' ');
  let left = Number(days);
  let ms = Date.parse('2026-03-03T00:00:00.000Z');
  if (left > 0) left -= 1;
  while (left !== 0) {
    const step = Math.sign(left);
    ms += step * 86_400_000;
    const weekday = new Date(ms).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= step;
  }
  return `${new Date(ms).toISOString().slice(0, 10)}T${clock}:00.000Z`;
}

function toFile(story: Story, truth: z.infer<typeof Truth>): DealFile {
  const activities = story.activities.map((each) => toActivity(story, each));
  const byTime = [...activities].sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    deal: story.deal ? toDeal(story, story.deal) : null,
    account: { id: 'company', name: story.company.name, industry: story.industry },
    persons: story.people.map(({ key, name, title }) => ({
      id: key,
      name,
      title: title ?? null,
      email: null,
      companyId: 'company',
      ownerId: null,
      doNotAnalyse: false,
      responses: null,
    })),
    sellers: ['Priya', 'Tom', 'Inês', 'Marek', 'Aoife', 'Sam', 'Linnea', 'Jonas'].map((name) => ({
      id: name === 'Inês' ? 'ines' : name.toLowerCase(),
      name,
      email: null,
      userId: null,
    })),
    activities: byTime,
    evidence: truth.readings.map((each, index) => toEvidence(story, each, index)),
    statements: [],
    verdicts: [],
    slotVerdicts: [],
    otherDeals: [],
    coverage: { syncedAt: TRUTH_NOW, notRead: [] },
  };
}

type StoryActivity = Story['activities'][number];

function toActivity(story: Story, each: StoryActivity): Activity {
  const people = story.people.map(({ key }) => key);
  const author = authorOf(each);
  const fromBuyer = people.includes(author);
  return {
    kind: each.kind,
    id: each.id,
    at: at(each.at ?? String(each.due)),
    endAt: null,
    direction: directionOf(each, fromBuyer),
    authorPersonId: fromBuyer ? author : null,
    sellerId: fromBuyer ? null : author,
    personIds: people.filter((key) => takesPart(each, key)),
    tie: tieOf(story),
    threadId: null,
    outcome: [each.outcome, each.status].find((word) => word !== undefined) ?? null,
    survey: null,
    topics: [],
    questions: 0,
    automatic: /^(automatic reply|accepted)/i.test(String(each.subject)),
  };
}

function authorOf({ from, lines }: StoryActivity): string {
  return from ?? lines?.[0]?.who ?? '';
}

function directionOf({ kind }: StoryActivity, fromBuyer: boolean): Activity['direction'] {
  if (kind !== 'email') return null;
  return fromBuyer ? 'in' : 'out';
}

function takesPart({ from, to, with: others, lines }: StoryActivity, key: string): boolean {
  return [from, ...[to, others].flat(), ...[lines].flat().map((line) => line?.who)].includes(key);
}

function tieOf(story: Story): Activity['tie'] {
  return story.deal ? { kind: 'deal', dealId: story.id } : { kind: 'none' };
}

type TruthReading = z.infer<typeof Truth>['readings'][number];

function toEvidence(story: Story, reading: TruthReading, index: number): Evidence {
  const { activity, person, quote, ...read } = reading;
  const found = story.activities.find((each) => each.id === activity);
  if (found === undefined) throw new Error(`${story.id} has no activity ${activity}`);
  return {
    ...read,
    id: `${activity}-${index}`,
    activityId: activity,
    activityKind: found.kind,
    at: at(String(found.at)),
    personId: person,
    notedBySellerId: read.status === 'reported' ? String(found.from) : null,
    strength: read.status === 'implied' ? 0.6 : 0.9,
    quote,
    shown: quote.replaceAll(/\s+/g, ' '),
    start: index,
    end: index + quote.length,
    tie: tieOf(story),
  };
}

function toDeal(story: Story, deal: NonNullable<Story['deal']>): Deal {
  const last = deal.stages.at(-1)?.stage ?? '';
  const won = /won|renewed/.test(last);
  const lost = /lost|churned/.test(last);
  return {
    id: story.id,
    name: deal.name,
    pipelineId: deal.pipeline,
    pipelineLabel: deal.pipeline === 'renewal' ? 'Renewals' : 'Sales',
    stageId: last,
    stageLabel: last,
    outcome: won ? 'won' : lost ? 'lost' : 'open',
    stageHistory: deal.stages.map((each) => ({ stageId: each.stage, at: at(each.at) })),
    amount: null,
    currency: null,
    createdAt: at(deal.created),
    closeAt: at(String(deal.close)),
    ownerId: deal.owner,
    ownerHistory: [{ ownerId: deal.owner, at: at(deal.created) }],
    personIds: deal.people,
    companyId: 'company',
    doNotAnalyse: false,
  };
}
