import type { Focus, Phrase } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';
import { firstName } from '../../domain/person.ts';
import { moment, phrase } from '../../domain/phrase.ts';
import type { CardRecord, CardRow } from '../port.ts';

type Named = Pick<CardRow, 'personId' | 'dealId'>;

/** The key in `focus.choices`: on a deal the person, elsewhere the deal; a company may talk with several people without one. */
export function choiceOf({ kind }: CardRecord, { personId, dealId }: Named): string {
  if (kind === 'deal') return personId;
  return dealId ?? (kind === 'company' ? `conversation-${personId}` : 'conversation');
}

export function labelOf({ kind }: CardRecord, row: CardRow): string {
  if (kind === 'deal') return row.personName;
  return row.dealName ?? (kind === 'company' ? row.personName : 'Conversation');
}

/** Nothing where there is no choice; a company's deals stand in the order of their next meetings. */
export function choicesOf(
  record: CardRecord,
  rows: readonly CardRow[],
  chosen: CardRow,
): Focus['choices'] {
  const inOrder = record.kind === 'company' ? byNextMeeting(rows, chosen.builtAt) : rows;
  const firsts = new Map<string, CardRow>();
  for (const row of inOrder) {
    const key = choiceOf(record, row);
    if (!firsts.has(key)) firsts.set(key, row);
  }
  if (firsts.size < 2) return [];
  const chosenKey = choiceOf(record, chosen);
  return [...firsts].map(([key, row]) => ({
    key,
    label: labelOf(record, row),
    chosen: key === chosenKey,
  }));
}

/** Those of the same choice: on a company's card, everyone of one deal. */
export function alike(
  record: CardRecord,
  rows: readonly CardRow[],
  row: CardRow,
): readonly CardRow[] {
  return rows.filter((each) => choiceOf(record, each) === choiceOf(record, row));
}

/** "Renewal 2027: 1 open concern, 12 days": of the others, the one that has waited longest. */
export function waitingElsewhere(
  record: CardRecord,
  others: readonly CardRow[],
  readable: (ref: { readonly kind: string; readonly id: string }) => boolean,
): Phrase | null {
  const waiting = others.filter(
    ({ facts, cited }) =>
      facts.openConcerns > 0 &&
      facts.dealOutcome !== 'lost' &&
      cited.some((each) => each.parts.includes('quotes') && readable(each)),
  );
  const [longest] = waiting.toSorted((a, b) => (since(a) < since(b) ? -1 : 1));
  if (longest === undefined) return null;
  const count = alike(record, waiting, longest).reduce(
    (sum, { facts }) => sum + facts.openConcerns,
    0,
  );
  const concerns = count === 1 ? '1 open concern' : `${count} open concerns`;
  const label =
    record.kind === 'deal' ? firstName({ name: longest.personName }) : labelOf(record, longest);
  return phrase(`${label}: ${concerns}, `, moment(since(longest), 'age'));
}

function since({ facts, builtAt }: CardRow): Instant {
  return facts.oldestOpenConcernAt ?? builtAt;
}

/** What has ended comes last, and before it what nobody meets about. */
function byNextMeeting(rows: readonly CardRow[], from: Instant): readonly CardRow[] {
  const NEVER = '9999';
  const placeOf = ({ facts }: CardRow): string => {
    const ended = facts.dealOutcome === 'won' || facts.dealOutcome === 'lost';
    const next = facts.meetingsAt.filter((at) => at >= from).toSorted()[0] ?? NEVER;
    return `${ended ? 1 : 0} ${next}`;
  };
  return rows.toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
}
