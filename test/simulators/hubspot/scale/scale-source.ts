import type {
  HubSpotRecord,
  HubSpotUtterance,
  ObjectName,
  RecordSource,
} from '../hubspot-record.ts';
import { SeededRandom } from '../seeded-random.ts';
import { activity, company, contact, deal, instant, shortText } from './scale-records.ts';
import type { Draft } from './scale-records.ts';

/**
 * A large account as rules: nothing is held, every record is made when asked for. The n-th activity of a type belongs to
 * deal n modulo deals and to that deal's first contact; the n-th contact to deal n modulo deals and to its company.
 */
export interface ScalePlan {
  readonly seed: number;
  readonly counts: Readonly<Partial<Record<ScaleType, number>>>;
  /** Everything was last changed within `days` before this moment, in the order of ids. */
  readonly before: Date;
  readonly days: number;
  readonly ownerIds: readonly [string, ...string[]];
  /** Every n-th call has a transcript; none when 0. */
  readonly transcriptEvery: number;
  /** Every n-th deal is still open, and the others are won; all are open when absent. */
  readonly openEvery?: number;
  /** What an activity says; a short text of parts when absent. */
  readonly textOf?: (type: ScaleType, index: number) => string;
}

export const SCALE_TYPES = [
  'companies',
  'contacts',
  'deals',
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
] as const;
export type ScaleType = (typeof SCALE_TYPES)[number];

/** Below those that the stand-in gives to new records, so that new ones come last. */
const FIRST_ID: Readonly<Record<ScaleType, number>> = {
  deals: 600_000_001,
  contacts: 610_000_001,
  companies: 620_000_001,
  emails: 640_000_001,
  calls: 650_000_001,
  meetings: 660_000_001,
  notes: 670_000_001,
  tasks: 680_000_001,
};

const DAY_MS = 86_400_000;

export function scaleSource(plan: ScalePlan, type: ScaleType): RecordSource {
  const count = plan.counts[type] ?? 0;
  const first = FIRST_ID[type];
  const startMs = plan.before.getTime() - plan.days * DAY_MS;
  const changedMsAt = (index: number): number =>
    Math.floor(startMs + ((index + 0.5) / count) * plan.days * DAY_MS);
  return {
    ...{ type, count, changedMsAt },
    idAt: (index) => String(first + index),
    indexOf: (id) => {
      const index = Number(id) - first;
      return Number.isInteger(index) && index >= 0 && index < count ? index : -1;
    },
    recordAt: (index) => makeRecord(plan, { type, index, changedMs: changedMsAt(index) }),
    associated: (index, to) => associatedIds(plan, { type, index }, to),
  };
}

/** `t` and the call's number. */
export function scaleTranscript(plan: ScalePlan, id: string): readonly HubSpotUtterance[] | null {
  const index = Number(/^t(\d+)$/.exec(id)?.[1] ?? -1);
  if (!hasTranscript(plan, index)) return null;
  const random = randomOf(plan, 'tasks', -index - 1);
  return Array.from({ length: 6 }, (_, line) => ({
    speaker:
      line % 2 === 0
        ? { name: 'Generated Person', email: `person@c${index}.generated.example` }
        : { name: 'Seller', email: 'seller@larkfield.example' },
    text: shortText(random),
    startTimeMillis: line * 8_000,
    endTimeMillis: line * 8_000 + 7_000,
  }));
}

interface Place {
  readonly type: ScaleType;
  readonly index: number;
}

interface Making extends Place {
  readonly changedMs: number;
}

const SUBJECTS: Readonly<Partial<Record<ScaleType, (draft: Draft) => HubSpotRecord>>> = {
  companies: company,
  contacts: contact,
  deals: deal,
};

function makeRecord(plan: ScalePlan, making: Making): HubSpotRecord {
  const { type, index, changedMs } = making;
  const random = randomOf(plan, type, index);
  const ownerId = random.pick(plan.ownerIds);
  const draft: Draft = { number: index, createdAt: instant(changedMs), ownerId };
  const subject = SUBJECTS[type]?.(draft);
  const won = type === 'deals' && index % (plan.openEvery ?? 1) !== 0;
  const made =
    (won && subject !== undefined ? win(subject) : subject) ??
    makeActivity(plan, { ...making, draft }, random);
  // Associations are told by the source, from both sides alike.
  return { ...made, id: String(FIRST_ID[type] + index), associations: {} };
}

function win(deal: HubSpotRecord): HubSpotRecord {
  const history = {
    ...deal.history,
    dealstage: [{ value: 'closedwon', timestamp: deal.createdAt }],
  };
  const properties = { ...deal.properties, dealstage: 'closedwon', hs_is_closed: 'true' };
  return { ...deal, properties, history };
}

function makeActivity(
  plan: ScalePlan,
  { type, index, draft }: Making & { readonly draft: Draft },
  random: SeededRandom,
): HubSpotRecord {
  const text = plan.textOf?.(type, index) ?? shortText(random);
  const number = index % Math.max(1, plan.counts.deals ?? 0);
  const moment = { id: '', at: draft.createdAt, incoming: index % 2 === 0 };
  const made = activity({ type, text }, { ...draft, number }, moment);
  if (type !== 'calls' || !hasTranscript(plan, index)) return made;
  const spoken = { hs_call_has_transcript: 'true', hs_call_transcription_id: `t${index}` };
  return { ...made, properties: { ...made.properties, ...spoken } };
}

function hasTranscript({ counts, transcriptEvery }: ScalePlan, index: number): boolean {
  return (
    transcriptEvery > 0 &&
    index >= 0 &&
    index < (counts.calls ?? 0) &&
    index % transcriptEvery === 0
  );
}

/** What shares a remainder belongs together. */
function associatedIds(plan: ScalePlan, place: Place, to: ObjectName): readonly string[] {
  const { counts } = plan;
  const { deals = 0 } = counts;
  if (!isScaleType(to) || deals === 0 || to === place.type) return [];
  const reach = reachOf(place, to, deals);
  const end = { none: 0, one: Math.min(deals, counts[to] ?? 0), all: counts[to] ?? 0 }[reach];
  const ids: string[] = [];
  for (let at = place.index % deals; at < end; at += deals) ids.push(String(FIRST_ID[to] + at));
  return ids;
}

/** An activity knows one contact, the first of its deal; further contacts know no activities. */
function reachOf({ type, index }: Place, to: ScaleType, deals: number): 'none' | 'one' | 'all' {
  if (SINGLE.has(to)) return 'one';
  if (ACTIVITIES.has(type)) return to === 'contacts' ? 'one' : 'none';
  if (!ACTIVITIES.has(to)) return 'all';
  return index < deals ? 'all' : 'none';
}

const SINGLE: ReadonlySet<ScaleType> = new Set(['deals', 'companies']);
const ACTIVITIES: ReadonlySet<ScaleType> = new Set([
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
]);

function isScaleType(type: ObjectName): type is ScaleType {
  return type in FIRST_ID;
}

/** Neighbouring seeds would begin alike: each place is mixed first. */
function randomOf({ seed }: ScalePlan, type: ScaleType, index: number): SeededRandom {
  const place = SCALE_TYPES.indexOf(type) * 0x9e3779b1 + index * 0x85ebca6b;
  return new SeededRandom(Math.imul(seed ^ place, 0xc2b2ae35));
}
