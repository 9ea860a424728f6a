import type { ActivityRecord } from '../crm/records.ts';
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

function readOne(record: ActivityRecord, surroundings: Surroundings, reader: Reader): ReadActivity {
  const people = findPeople(record, surroundings);
  const tie = tieActivity(record, people, surroundings);
  const silentBecause = mayNotRead(record, people);
  const reading = silentBecause === null ? reader.read(toInput(record, people)) : null;
  const activity = {
    kind: record.kind,
    id: record.id,
    at: record.at,
    endAt: record.endAt,
    direction: record.direction,
    authorPersonId: people.authorPersonId,
    sellerId: people.sellerId,
    personIds: people.buyers.map(({ id }) => id),
    tie,
    threadId: record.threadId,
    outcome: record.outcome,
    survey: record.survey,
    topics: reading?.topics ?? [],
    questions: reading?.questions ?? 0,
    automatic: reading?.automatic ?? false,
  };
  const silenced = new Set(people.buyers.filter((each) => each.doNotAnalyse).map(({ id }) => id));
  const context = { record, people, tie, silenced };
  return {
    activity,
    updatedAt: record.updatedAt,
    evidence: toEvidence(reading?.readings ?? [], context),
    statements: toStatements(reading?.statements ?? [], context),
    readByModel: silentBecause === null ? reader.version : null,
    notReadBecause: silentBecause,
    silence: reading?.silence ?? null,
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
