import { createHash } from 'node:crypto';
import type { Instant } from '../../shared/ids.ts';
import type { ActivityRecord } from '../crm/records.ts';
import type { DealTie, Statement } from '../domain/activity.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Reading, StatementReading } from '../inference/reading.ts';
import type { PeopleOfActivity } from './find-people.ts';

interface Context {
  readonly record: ActivityRecord;
  readonly people: PeopleOfActivity;
  readonly tie: DealTie;
  /** Persons about whom nothing may be kept. */
  readonly silenced: ReadonlySet<string>;
}

/** Readings become evidence: with an id that is the same each time the same words are read. */
export function toEvidence(readings: readonly Reading[], context: Context): readonly Evidence[] {
  return readings.flatMap((reading) => {
    const personId = buyerId(reading.person);
    if (isSilenced(personId, context)) return [];
    return [
      {
        ...common(reading, context, `${reading.driver}/${reading.pole}`),
        personId,
        notedBySellerId: reading.status === 'reported' ? context.people.sellerId : null,
        driver: reading.driver,
        pole: reading.pole,
        status: reading.status,
        strength: reading.strength,
      },
    ];
  });
}

export function toStatements(
  readings: readonly StatementReading[],
  context: Context,
): readonly Statement[] {
  return readings.flatMap((reading) => {
    const personId = buyerId(reading.person);
    if (isSilenced(personId, context)) return [];
    return [
      {
        ...common(reading, context, reading.kind),
        personId,
        kind: reading.kind,
        detail: reading.detail,
        status: reading.status,
      },
    ];
  });
}

function common(reading: Reading | StatementReading, { record, tie }: Context, what: string) {
  const { quote, shown, start, end } = reading;
  const key = [record.kind, record.id, what, start, end].join('|');
  const id = createHash('sha256').update(key).digest('base64url').slice(0, 22);
  return {
    id,
    activityId: record.id,
    activityKind: record.kind,
    at: saidAt(record, start),
    quote,
    shown,
    start,
    end,
    tie,
  };
}

/** A chat goes on for days: each quote has the date of its own message. */
function saidAt({ at, moments = [] }: ActivityRecord, offset: number): Instant {
  return moments.findLast(({ start }) => start <= offset)?.at ?? at;
}

/** Where the holder is not known, one silenced person in the room is enough to keep nothing. */
function isSilenced(personId: string | null, { silenced }: Context): boolean {
  return personId === null ? silenced.size > 0 : silenced.has(personId);
}

function buyerId(participant: string | null): string | null {
  return participant?.startsWith('buyer:') === true ? participant.slice('buyer:'.length) : null;
}
