import type { Card, EmptyCard, Focus, InsightCard, Notice } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { daysBetween } from '../domain/time-span.ts';
import { alike, choiceOf, choicesOf, labelOf, waitingElsewhere } from './view/choices.ts';
import { filterReadable } from './view/filter-readable.ts';
import type { FocusChoice } from './focus.ts';
import { chooseFocus, choosePersonOf } from './focus.ts';
import { haltNotices, type Halt } from './view/halt.ts';
import { hideUnchecked } from './view/hide-unchecked.ts';
import type { CardReach, CardRecord, CardRow } from './port.ts';

export interface Viewing {
  readonly record: CardRecord;
  /** Every row of the record: all persons of a deal, all deals of a person. */
  readonly rows: readonly CardRow[];
  /** A key of `focus.choices`; null for the focus rule. A key that is not there any more counts as null. */
  readonly choice: string | null;
  readonly now: Instant;
  readonly readable: (ref: { readonly kind: string; readonly id: string }) => boolean;
  /** When the CRM was last read completely; null when that has not happened yet. */
  readonly syncedAt: Instant | null;
  /** Why nothing more is read just now; null or absent: it is. */
  readonly halt?: Halt | null;
  /** While it is halted, how far each row came, in the order of the rows; absent: as far as the account. */
  readonly reaches?: readonly CardReach[];
}

const OLD_READING_HOURS = 36;
const OLD_SOURCES_DAYS = 30;

/** The card as one viewer sees it now: the stored row of the focus, filtered and with what the hour adds. */
export function composeCard(viewing: Viewing): Card {
  const focus = chosen(viewing) ?? chooseFocus(viewing.record, viewing.rows, viewing.now);
  return focus === null
    ? { ...nothingYet(), notices: haltNotices(viewing.halt) }
    : cardOf(viewing, focus);
}

function cardOf(viewing: Viewing, focus: FocusChoice): Card {
  const notices = haltNotices(haltOf(viewing, focus.row));
  const readable = filterReadable(focus.row, viewing.readable);
  const card = hideUnchecked(readable, focus.row.cited, viewing.now);
  if (card.kind === 'empty') {
    return { ...card, notices, focus: card.focus && focusNow(viewing, focus, card.focus) };
  }
  if (card.kind !== 'insight' && card.kind !== 'ended') return card;
  const coverage = { ...card.coverage, syncedAt: viewing.syncedAt };
  const seen = { ...card, coverage, focus: focusNow(viewing, focus, card.focus) };
  return seen.kind === 'ended' ? { ...seen, notices } : insightNow(seen, viewing, focus);
}

/** A card that the night did reach says nothing of it. */
function haltOf({ halt = null, rows, reaches = [] }: Viewing, row: CardRow): Halt | null {
  const reach = reaches[rows.indexOf(row)];
  if (halt?.kind !== 'budget_spent' || reach === undefined) return halt;
  return reach === 'reached' ? null : { ...halt, ...reach };
}

function nothingYet(): EmptyCard {
  return {
    kind: 'empty',
    focus: null,
    text: ['Not enough to go on: nothing of a buyer has been read here yet.'],
    ask: null,
    stage: null,
    coverage: null,
  };
}

/** Behind a company's choice stand all people of a deal; behind any other, one row. */
function chosen({ record, rows, choice, now }: Viewing): FocusChoice | null {
  const there = rows.filter((each) => choiceOf(record, each) === choice);
  const focus = choosePersonOf(there, now);
  return focus && { row: focus.row, because: 'was chosen in the selector' };
}

function focusNow({ record, rows, readable }: Viewing, { row }: FocusChoice, focus: Focus): Focus {
  const speaking = rows.filter((each) => each.card.kind !== 'do_not_analyse');
  const others = speaking.filter((each) => choiceOf(record, each) !== choiceOf(record, row));
  return {
    ...focus,
    choices: choicesOf(record, speaking, row),
    waiting: waitingElsewhere(record, others, readable),
  };
}

function insightNow(
  card: InsightCard,
  viewing: Viewing,
  { row, because }: FocusChoice,
): InsightCard {
  const subject = labelOf(viewing.record, row);
  const told = new Set(card.notices.map(({ kind }) => kind));
  const now = noticesNow(viewing, row).filter(({ kind }) => kind === 'partial' || !told.has(kind));
  return {
    ...card,
    notices: [...card.notices, ...now],
    why: card.why && { ...card.why, focus: `${subject} ${because}.` },
  };
}

function noticesNow(viewing: Viewing, row: CardRow): readonly Notice[] {
  const { record, rows, now, syncedAt, halt = null } = viewing;
  const together = record.kind === 'deal' ? rows : alike(record, rows, row);
  const heard = together.map((each) => each.facts.lastWroteAt);
  const last = heard
    .filter((each) => each !== null)
    .sort()
    .at(-1);
  const reading = halt === null ? oldReading(syncedAt, now) : haltNotices(haltOf(viewing, row));
  return [...reading, ...(last === undefined ? [] : oldSources(last, now))];
}

function oldReading(syncedAt: Instant | null, now: Instant): readonly Notice[] {
  if (syncedAt === null) {
    return [{ kind: 'partial', text: ['Attune has not read this CRM completely yet.'] }];
  }
  if (daysBetween(syncedAt, now) * 24 <= OLD_READING_HOURS) return [];
  return [
    {
      kind: 'old_reading',
      text: phrase(
        'Attune last read the CRM ',
        moment(syncedAt, 'ago'),
        '; newer mails are not in here.',
      ),
    },
  ];
}

function oldSources(last: Instant, now: Instant): readonly Notice[] {
  if (daysBetween(last, now) <= OLD_SOURCES_DAYS) return [];
  return [
    {
      kind: 'old_sources',
      text: phrase('Nothing new from the buyer for ', moment(last, 'age'), '.'),
    },
  ];
}
