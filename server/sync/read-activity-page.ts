import type { ActivityRecord } from '../crm/records.ts';
import type { Activity, DealTie } from '../domain/activity.ts';
import type { ActivityReading, ReadingInput } from '../inference/reading.ts';
import type { Person } from '../domain/person.ts';
import { findPeople, type PeopleOfActivity } from './find-people.ts';
import { namedPeople } from './named-people.ts';
import type { ReadActivity, Surroundings } from './port.ts';
import { tieActivity } from './tie-activity.ts';
import { toEvidence, toStatements } from './to-evidence.ts';

export interface Reader {
  readonly version: string;
  read(input: ReadingInput): ActivityReading;
  /**
   * Many at once, past the calling thread, in the order given; null for a text that could not be read. A reader without
   * it reads one after the other.
   */
  readAll?(inputs: readonly ReadingInput[]): Promise<readonly (ActivityReading | null)[]>;
}

/**
 * Reads a page's new texts in memory, before anything is committed; what it returns holds no text but short quotes. A
 * text that cannot be read never stops its page.
 */
export async function readActivityPage(
  records: readonly ActivityRecord[],
  surroundings: Surroundings,
  reader: Reader,
): Promise<readonly ReadActivity[]> {
  const seen = records.map((record) => see(record, surroundings));
  const toRead = seen.filter(({ notReadBecause }) => notReadBecause === null);
  const found = await readAll(reader, toRead.map(toInput));
  const readings = new Map(toRead.map((each, index) => [each, found[index] ?? null]));
  return seen.map((each) => toReadActivity(each, readings.get(each) ?? null, reader.version));
}

async function readAll(
  reader: Reader,
  inputs: readonly ReadingInput[],
): Promise<readonly (ActivityReading | null)[]> {
  if (reader.readAll !== undefined) return reader.readAll(inputs);
  return inputs.map((input) => {
    try {
      return reader.read(input);
    } catch {
      return null;
    }
  });
}

const NOTHING: Pick<
  ActivityReading,
  'readings' | 'statements' | 'topics' | 'questions' | 'automatic' | 'silence'
> = {
  readings: [],
  statements: [],
  topics: [],
  questions: 0,
  automatic: false,
  silence: null,
};

/** An activity with its people and deal, before its text is read. */
interface Seen {
  readonly record: ActivityRecord;
  readonly people: PeopleOfActivity;
  /** Of the deal, and only spoken of. */
  readonly named: readonly Person[];
  readonly tie: DealTie;
  readonly notReadBecause: string | null;
}

function see(record: ActivityRecord, surroundings: Surroundings): Seen {
  const people = findPeople(record, surroundings);
  const named = namedPeople(record, people, surroundings);
  const tie = tieActivity(record, people, surroundings);
  const notReadBecause = mayNotRead(record, people, named) ?? whyNotChosen(tie, surroundings);
  return { record, people, named, tie, notReadBecause };
}

/** What could not be read counts as read by this reader: only another one is worth a second try. */
function toReadActivity(
  seen: Seen,
  reading: ActivityReading | null,
  version: string,
): ReadActivity {
  const { record, people, tie } = seen;
  const isAllowed = seen.notReadBecause === null;
  const found = reading ?? NOTHING;
  const silenced = new Set(people.buyers.filter((each) => each.doNotAnalyse).map(({ id }) => id));
  const context = { record, people, tie, silenced };
  return {
    activity: toActivity(record, { people, tie, found }),
    updatedAt: record.updatedAt,
    ownerId: record.ownerId,
    evidence: toEvidence(found.readings, context),
    statements: toStatements(found.statements, context),
    readByModel: isAllowed ? version : null,
    notReadBecause: seen.notReadBecause ?? whyNotUnderstood(reading),
    silence: found.silence,
  };
}

function whyNotUnderstood(reading: ActivityReading | null): string | null {
  if (reading === null) return 'could not be read';
  return reading.silence === 'other_language' ? 'not in English' : null;
}

interface Understood {
  readonly people: PeopleOfActivity;
  readonly tie: DealTie;
  readonly found: typeof NOTHING;
}

function toActivity(record: ActivityRecord, { people, tie, found }: Understood): Activity {
  const { kind, id, at, endAt, direction, threadId, outcome, survey } = record;
  return {
    ...{ kind, id, at, endAt, direction, threadId, outcome, survey, tie },
    authorPersonId: people.authorPersonId,
    sellerId: people.sellerId,
    personIds: people.buyers.map((buyer) => buyer.id),
    topics: found.topics,
    questions: found.questions,
    automatic: found.automatic,
  };
}

const WRITTEN_ALONE: ReadonlySet<ActivityRecord['kind']> = new Set([
  'email',
  'ticket',
  'survey',
  'form',
]);
/** What strangers write to a website, too: their words are read where we know whose they are. */
const OPEN_TO_ALL: ReadonlySet<ActivityRecord['kind']> = new Set(['thread', 'form']);

/**
 * A person's own mail is theirs alone; what several people said together, or what we wrote about them, cannot be taken
 * apart safely when one of them must not be analysed.
 */
function mayNotRead(
  record: ActivityRecord,
  people: PeopleOfActivity,
  named: readonly Person[],
): string | null {
  const author = people.buyers.find(({ id }) => id === people.authorPersonId);
  if (author?.doNotAnalyse === true) return 'do not analyse';
  if (OPEN_TO_ALL.has(record.kind) && people.buyers.length === 0) return 'nobody we know wrote it';
  const alone = WRITTEN_ALONE.has(record.kind);
  if (!alone && [...people.buyers, ...named].some((each) => each.doNotAnalyse))
    return 'do not analyse';
  return null;
}

/** Of a deal whose pipeline nobody chose, nothing is read. What one chosen deal has a share in is read. */
function whyNotChosen(tie: DealTie, { deals, pipelineIds }: Surroundings): string | null {
  const ids = dealIdsOf(tie);
  if (pipelineIds === undefined || ids.length === 0) return null;
  const isUnchosen = (id: string): boolean => {
    const pipelineId = deals.find((deal) => deal.id === id)?.pipelineId;
    return pipelineId !== undefined && !pipelineIds.includes(pipelineId);
  };
  return ids.every(isUnchosen) ? 'pipeline not chosen' : null;
}

function dealIdsOf(tie: DealTie): readonly string[] {
  if (tie.kind === 'none') return [];
  return tie.kind === 'deal' ? [tie.dealId] : tie.dealIds;
}

function toInput({ record, people, named }: Seen): ReadingInput {
  const describe =
    (side: 'buyer' | 'seller') => (each: { id: string; name: string; title?: string | null }) => ({
      id: `${side}:${each.id}`,
      side,
      name: each.name,
      title: each.title ?? null,
    });
  return {
    kind: record.kind,
    direction: record.direction,
    author: people.author,
    people: [
      ...[...people.buyers, ...named].map(describe('buyer')),
      ...people.sellers.map(describe('seller')),
    ],
    subject: record.kind === 'email' ? record.title : null,
    text: record.text,
  };
}
