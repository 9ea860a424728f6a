import type { Instant } from '../../../shared/ids.ts';
import { addDays } from '../../domain/time-span.ts';
import { chooseFocus } from '../focus.ts';
import type { CardRecord, CardRow } from '../port.ts';

/** A meeting decides the focus from a week before it (focus.ts), and no more once it has begun. */
const DAYS_BEFORE = 7;
const A_MOMENT_MS = 1;

export interface FocusTime {
  readonly from: Instant;
  readonly row: CardRow;
  readonly because: string;
}

/** The first turn holds since ever: the moment of composing would make each payload differ from the one before. */
const EVER: Instant = '1970-01-01T00:00:00.000Z';

/** From which moment on, from `now`, a card opens with which row: the focus rule without a server to ask. */
export function focusTimes(
  record: CardRecord,
  rows: readonly CardRow[],
  now: Instant,
): readonly FocusTime[] {
  const turns = rows.flatMap(({ facts }) => facts.meetingsAt.flatMap(turnsOf));
  const moments = [now, ...[...new Set(turns)].filter((at) => at > now).toSorted()];
  const times = moments.flatMap((from) => {
    const focus = chooseFocus(record, rows, from);
    const since = from === now ? EVER : from;
    return focus === null ? [] : [{ from: since, row: focus.row, because: focus.because }];
  });
  return times.filter(({ row, because }, index) => {
    const before = times[index - 1];
    return before?.row !== row || before.because !== because;
  });
}

function turnsOf(meetingAt: Instant): readonly Instant[] {
  const after = new Date(Date.parse(meetingAt) + A_MOMENT_MS).toISOString();
  return [addDays(meetingAt, -DAYS_BEFORE), after];
}
