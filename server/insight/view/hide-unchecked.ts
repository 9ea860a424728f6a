import type { Card, Notice, Phrase } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';
import { moment, phrase } from '../../domain/phrase.ts';
import type { CitedActivity } from '../port.ts';
import { withoutSources } from './without-sources.ts';

/** A source may be deleted in the CRM at any time; for this long we trust that it still stands. */
const TRUST_MS = 48 * 60 * 60_000;

/** The card without what rests on sources that the CRM has not confirmed for 48 hours, and with a line that says so. */
export function hideUnchecked(card: Card, cited: readonly CitedActivity[], now: Instant): Card {
  if (card.kind !== 'insight' && card.kind !== 'ended') return card;
  const closed = cited.filter((each) => !isChecked(each, now));
  if (closed.length === 0) return card;
  const keys = new Set(closed.map(({ kind, id }) => `${kind}/${id}`));
  const since = sentence(closed);
  return withoutSources(card, {
    closed,
    isShown: ({ kind, id }) => !keys.has(`${kind}/${id}`),
    headline: ['What is on their mind is hidden until its sources are checked again.'],
    endedHeadline: phrase('This deal ended. ', since),
    notice: { kind: 'old_reading', text: since } satisfies Notice,
  });
}

function isChecked({ verifiedAt }: CitedActivity, now: Instant): boolean {
  if (verifiedAt === undefined) return true;
  return verifiedAt !== null && Date.parse(now) - Date.parse(verifiedAt) <= TRUST_MS;
}

/** Of several moments the earliest: since then, not all were checked. */
function sentence(closed: readonly CitedActivity[]): Phrase {
  const [since] = closed.flatMap(({ verifiedAt }) => verifiedAt ?? []).sort();
  return since === undefined
    ? ['Sources not checked yet.']
    : phrase('Sources not checked since ', moment(since, 'time'), '.');
}
