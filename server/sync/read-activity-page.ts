import type { ActivityRecord } from '../crm/records.ts';
import type { Activity, DealTie } from '../domain/activity.ts';
import type { ActivityReading, ReadingInput } from '../inference/reading.ts';
import { findPeople, type PeopleOfActivity } from './find-people.ts';
import type { ReadActivity, Surroundings } from './port.ts';
import { tieActivity } from './tie-activity.ts';
import { toEvidence, toStatements } from './to-evidence.ts';

export interface Reader {
  readonly version: string;
  read(input: ReadingInput): ActivityReading;
}

/** Reads a page's new texts in memory, before anything is committed; what it returns holds no text but short quotes. */
export function readActivityPage(
  records: readonly ActivityRecord[],
  surroundings: Surroundings,
  reader: Reader,
): readonly ReadActivity[] {
  return records.map((record) => readOne(record, surroundings, reader));
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

function readOne(record: ActivityRecord, surroundings: Surroundings, reader: Reader): ReadActivity {
  const people = findPeople(record, surroundings);
  const tie = tieActivity(record, people, surroundings);
  const notReadBecause = mayNotRead(record, people);
  const found = notReadBecause === null ? reader.read(toInput(record, people)) : NOTHING;
  const silenced = new Set(people.buyers.filter((each) => each.doNotAnalyse).map(({ id }) => id));
  const context = { record, people, tie, silenced };
  return {
    activity: toActivity(record, { people, tie, found }),
    updatedAt: record.updatedAt,
    evidence: toEvidence(found.readings, context),
    statements: toStatements(found.statements, context),
    readByModel: notReadBecause === null ? reader.version : null,
    notReadBecause,
    silence: found.silence,
  };
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

/**
 * A person's own mail is theirs alone; what several people said together, or what we wrote about them, cannot be taken
 * apart safely when one of them must not be analysed.
 */
function mayNotRead(record: ActivityRecord, people: PeopleOfActivity): string | null {
  const author = people.buyers.find(({ id }) => id === people.authorPersonId);
  if (author?.doNotAnalyse === true) return 'do not analyse';
  const alone = record.kind === 'email' || record.kind === 'ticket' || record.kind === 'survey';
  if (!alone && people.buyers.some((each) => each.doNotAnalyse)) return 'do not analyse';
  return null;
}

function toInput(record: ActivityRecord, people: PeopleOfActivity): ReadingInput {
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
    people: [...people.buyers.map(describe('buyer')), ...people.sellers.map(describe('seller'))],
    text: record.text,
  };
}
