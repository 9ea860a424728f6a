import type { Card, Notice } from '../../../shared/card.ts';
import type { CardRow, CitedActivity } from '../port.ts';
import { type IsShown, withoutSources } from './without-sources.ts';

/** The card without what rests on activities that this viewer may not open, and with a line that says so. */
export function filterReadable(row: CardRow, readable: IsShown): Card {
  const { card, cited } = row;
  if (card.kind !== 'insight' && card.kind !== 'ended') return card;
  const closed = cited.filter((each) => !readable(each));
  if (closed.length === 0) return card;
  if (closed.length === cited.length) return NO_PERMISSION;
  const seen = withoutSources(card, {
    closed,
    isShown: readable,
    headline: HIDDEN_HEADLINE,
    endedHeadline: ['This deal ended.'],
    notice: hiddenNotice(closed),
  });
  return saysNothing(seen) ? NO_PERMISSION : seen;
}

export const NO_PERMISSION: Card = {
  kind: 'no_permission',
  text: [
    'You cannot open the mails, calls and notes this card rests on, so nothing of them is shown. The owner of the record can give you access.',
  ],
};

const HIDDEN_HEADLINE = ['What is on their mind here rests on words that you cannot open.'];

function saysNothing(card: Card): boolean {
  return (
    card.kind === 'insight' &&
    card.headline === HIDDEN_HEADLINE &&
    card.drivers.length + card.concerns.length === 0
  );
}

function hiddenNotice(closed: readonly CitedActivity[]): Notice {
  const quoted = closed.filter((each) => each.parts.includes('quotes'));
  const count = Math.max(1, quoted.length);
  const noun = NOUNS[quoted[0]?.kind ?? ''] ?? 'source';
  const text =
    count === 1
      ? `1 quote hidden: you cannot open its ${noun}.`
      : `${count} quotes hidden: you cannot open their sources.`;
  return { kind: 'partial', text: [text] };
}

const NOUNS: Readonly<Record<string, string>> = {
  email: 'mail',
  call: 'call',
  meeting: 'meeting',
  note: 'note',
  chat: 'chat',
  thread: 'chat thread',
  ticket: 'ticket',
  survey: 'survey answer',
  form: 'form',
};
