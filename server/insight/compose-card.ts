import type { Card, EmptyCard, Focus, InsightCard, Notice, Phrase } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import { firstName } from '../domain/person.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { daysBetween } from '../domain/time-span.ts';
import { filterReadable } from './view/filter-readable.ts';
import type { FocusChoice } from './focus.ts';
import { chooseFocus } from './focus.ts';
import { haltNotices, type Halt } from './view/halt.ts';
import { hideUnchecked } from './view/hide-unchecked.ts';
import type { CardRecord, CardRow } from './port.ts';

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
}

const OLD_READING_HOURS = 36;
const OLD_SOURCES_DAYS = 30;

/** The card as one viewer sees it now: the stored row of the focus, filtered and with what the hour adds. */
export function composeCard(viewing: Viewing): Card {
  const focus = chosen(viewing) ?? chooseFocus(viewing.record, viewing.rows, viewing.now);
  const notices = haltNotices(viewing.halt);
  if (focus === null) return { ...nothingYet(), notices };
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

function chosen({ record, rows, choice }: Viewing): FocusChoice | null {
  const row = rows.find((each) => choiceOf(record, each) === choice);
  return row === undefined ? null : { row, because: 'was chosen in the selector' };
}

/** The key in `focus.choices` of one person in one deal. */
export function choiceOf(
  record: CardRecord,
  { personId, dealId }: Pick<CardRow, 'personId' | 'dealId'>,
): string {
  return record.kind === 'deal' ? personId : (dealId ?? 'conversation');
}

function labelOf(record: CardRecord, row: CardRow): string {
  return record.kind === 'deal' ? row.personName : (row.dealName ?? 'Conversation');
}

function focusNow(viewing: Viewing, { row }: FocusChoice, focus: Focus): Focus {
  const { record } = viewing;
  const rows = viewing.rows.filter((each) => each.card.kind !== 'do_not_analyse');
  const choices = rows.map((each) => ({
    key: choiceOf(record, each),
    label: labelOf(record, each),
    chosen: each === row,
  }));
  return {
    ...focus,
    choices: choices.length > 1 ? choices : [],
    waiting: waitingElsewhere(
      viewing,
      rows.filter((each) => each !== row),
    ),
  };
}

/** "Renewal 2027: 1 open concern, 12 days": of the others, the one that has waited longest. */
function waitingElsewhere(
  { record, readable }: Viewing,
  others: readonly CardRow[],
): Phrase | null {
  const waiting = others.filter(
    ({ facts, cited }) =>
      facts.openConcerns > 0 &&
      facts.dealOutcome !== 'lost' &&
      cited.some((each) => each.parts.includes('quotes') && readable(each)),
  );
  const [longest] = waiting.sort((a, b) => (since(a) < since(b) ? -1 : 1));
  if (longest === undefined) return null;
  const count = longest.facts.openConcerns;
  const concerns = count === 1 ? '1 open concern' : `${count} open concerns`;
  const label =
    record.kind === 'deal' ? firstName({ name: longest.personName }) : labelOf(record, longest);
  return phrase(`${label}: ${concerns}, `, moment(since(longest), 'age'));
}

function since({ facts, builtAt }: CardRow): Instant {
  return facts.oldestOpenConcernAt ?? builtAt;
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
  const heard = (record.kind === 'deal' ? rows : [row]).map((each) => each.facts.lastWroteAt);
  const last = heard
    .filter((each) => each !== null)
    .sort()
    .at(-1);
  const reading = halt === null ? oldReading(syncedAt, now) : haltNotices(halt);
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
