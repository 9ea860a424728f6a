import { WHOLE_MIX } from '../../test/simulators/hubspot/scale/large-portal.ts';

export type Counts = Readonly<Record<keyof typeof WHOLE_MIX, number>>;

/** How large a run is, and what follows from it. */
export interface Scale {
  /** Of the whole mix; 1 is all of it. */
  readonly size: number;
  readonly counts: Counts;
  readonly activities: number;
  /** Everything was changed before this moment, evenly within so many days. */
  readonly changedBefore: Date;
  readonly days: number;
  /** From the first load to the end of the night that is measured. */
  readonly nightMs: number;
}

const DAY_MS = 86_400_000;
/** Of the whole mix. */
const CHANGED_SHARE = 0.02;
/** Less than a week, after which all ids are compared, which is not what this night measures. */
const NIGHT_DAYS = 1;

/**
 * A night costs what changed, not what is stored. So the night of a small run reads as many changes as one of the whole
 * mix, as far as there are so many records, and is held to the same seconds and calls.
 */
export function scaleOf(size: number): Scale {
  const counts = scaled(size);
  const changedShare = Math.min(1, CHANGED_SHARE / size);
  const { emails, calls, meetings, notes, tasks } = counts;
  return {
    size,
    counts,
    activities: emails + calls + meetings + notes + tasks,
    changedBefore: new Date('2026-11-20T00:00:00.000Z'),
    days: NIGHT_DAYS / changedShare,
    nightMs: NIGHT_DAYS * DAY_MS,
  };
}

function scaled(size: number): Counts {
  const at = (count: number): number => Math.max(1, Math.round(count * size));
  return {
    contacts: at(WHOLE_MIX.contacts),
    deals: at(WHOLE_MIX.deals),
    emails: at(WHOLE_MIX.emails),
    calls: at(WHOLE_MIX.calls),
    meetings: at(WHOLE_MIX.meetings),
    notes: at(WHOLE_MIX.notes),
    tasks: at(WHOLE_MIX.tasks),
  };
}
