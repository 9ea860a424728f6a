import type { InsightCard } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import { chooseFocus } from './focus.ts';
import type { CardRecord, CardRow, FocusFacts } from './port.ts';

/**
 * What our own fields in the CRM say of a record. Everyone who may open the record sees a field, so it holds needs,
 * counts, ages and a play's name, and never the buyer's words.
 */
export interface OwnRecordValues {
  readonly stage: string | null;
  readonly top_driver: string | null;
  readonly headline: string | null;
  readonly open_concerns: string | null;
  readonly next_step: string | null;
}

const NOTHING: OwnRecordValues = {
  stage: null,
  top_driver: null,
  headline: null,
  open_concerns: null,
  next_step: null,
};

export interface WritingMoment {
  readonly now: Instant;
  /** IANA name: a field has no viewer, so its days are the account's. */
  readonly timeZone: string;
}

interface Wording extends WritingMoment {
  /** Which age is told of something that is so many days old. */
  readonly ageTold: (days: number) => number;
}

/** The person or deal that the card would speak of now; nothing where the card says nothing. */
export function composeOwnValues(
  record: CardRecord,
  rows: readonly CardRow[],
  moment: WritingMoment,
): OwnRecordValues {
  return compose(record, rows, { ...moment, ageTold: (days) => days });
}

/**
 * The same with ages in steps: a record whose gist is as it was is not written again. Else each night would write to
 * every deal with an open concern only because a day passed; so a field's age is as of its `updated_at` (decision 0012).
 */
export function composeGist(
  record: CardRecord,
  rows: readonly CardRow[],
  moment: WritingMoment,
): OwnRecordValues {
  return compose(record, rows, { ...moment, ageTold: ageInSteps });
}

/** Each day of the first week counts, then each whole week. */
function ageInSteps(days: number): number {
  return days < DAYS_OF_WEEK ? days : days - (days % DAYS_OF_WEEK);
}

function compose(record: CardRecord, rows: readonly CardRow[], moment: Wording): OwnRecordValues {
  const row = chooseFocus(record, rows, moment.now)?.row;
  if (row?.card.kind !== 'insight') return NOTHING;
  const { card } = row;
  const open = card.concerns.length + card.moreConcerns;
  return {
    stage: card.stage.stage,
    top_driver: card.drivers[0]?.driver ?? null,
    headline: inShort(card, row.facts, moment),
    open_concerns: String(open),
    next_step: PLAIN_STEPS[card.nextStep?.action ?? 'none'],
  };
}

/** The play's sentences may hold facts of the deal; a field says only what kind of step it is. */
const PLAIN_STEPS = {
  task: 'A task is suggested on the Attune card',
  email: 'A reply is suggested on the Attune card',
  meeting: 'A meeting is suggested on the Attune card',
  none: null,
} as const satisfies Record<string, string | null>;

/** "Certainty before Thursday; 2 open concerns, oldest 19 days". */
function inShort(card: InsightCard, facts: FocusFacts, moment: Wording): string | null {
  const [top] = card.drivers;
  const need =
    top === undefined ? null : `${NEED_WORDS[top.driver].name}${beforeMeeting(facts, moment)}`;
  const parts = [need, openConcerns(card, moment)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** A weekday is clear only within the coming week. */
function beforeMeeting({ meetingsAt }: FocusFacts, { now, timeZone }: WritingMoment): string {
  const next = [...meetingsAt].sort().find((at) => at > now);
  if (next === undefined || Date.parse(next) - Date.parse(now) >= WEEK_MS) return '';
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone });
  return ` before ${weekday.format(Date.parse(next))}`;
}

function openConcerns(
  { concerns, moreConcerns }: InsightCard,
  { now, ageTold }: Wording,
): string | null {
  const count = concerns.length + moreConcerns;
  const oldest = concerns.map(({ raisedAt }) => raisedAt).sort()[0];
  if (oldest === undefined) return null;
  const days = ageTold(Math.floor((Date.parse(now) - Date.parse(oldest)) / DAY_MS));
  const noun = count === 1 ? 'open concern' : 'open concerns';
  return `${count} ${noun}, ${count === 1 ? '' : 'oldest '}${days} ${days === 1 ? 'day' : 'days'}`;
}

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;
const WEEK_MS = DAYS_OF_WEEK * DAY_MS;
