import type { Notice } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import type { DealFile } from '../domain/deal-file.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import { firstName } from '../domain/person.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { daysBetween } from '../domain/time-span.ts';
import { unread } from './coverage.ts';
import type { PersonView } from './person-view.ts';

/** How long the hand-over passport stands on the card, in days. */
const HAND_OVER_DAYS = 14;

/** What was true when the card was built; what depends on the hour of looking is added at view. */
export function noticesOf(
  file: DealFile,
  views: readonly PersonView[],
  now: Instant,
): readonly Notice[] {
  return [...handOver(file, views, now), ...partial(file)];
}

function partial(file: DealFile): readonly Notice[] {
  const gaps = unread(file);
  return gaps.length === 0
    ? []
    : [{ kind: 'partial', text: [`Not everything could be read: ${gaps.join('; ')}.`] }];
}

/** Who had it, since when it is ours, and what the buyers still wait for. */
function handOver(file: DealFile, views: readonly PersonView[], now: Instant): readonly Notice[] {
  const [before, latest] = file.deal?.ownerHistory.slice(-2) ?? [];
  if (before === undefined || latest === undefined || daysBetween(latest.at, now) > HAND_OVER_DAYS)
    return [];
  const from = nameOf(file, before.ownerId);
  const to = nameOf(file, latest.ownerId);
  const text = phrase(
    `${to} took over from ${from} `,
    moment(latest.at, 'ago'),
    '. ',
    stillOpen(views),
  );
  return [{ kind: 'hand_over', text }];
}

function stillOpen(views: readonly PersonView[]) {
  const [oldest, ...others] = views
    .flatMap((view) => view.open.map((concern) => ({ concern, name: firstName(view.person) })))
    .sort((a, b) => (a.concern.raisedAt < b.concern.raisedAt ? -1 : 1));
  if (oldest === undefined) return 'Nothing a buyer raised was left open.';
  const what = NEED_WORDS[oldest.concern.driver].open.toLowerCase();
  const more = others.length === 0 ? '.' : `, and ${others.length} more.`;
  return phrase(
    `Still open: ${what} (${oldest.name}), `,
    moment(oldest.concern.raisedAt, 'age'),
    more,
  );
}

function nameOf(file: DealFile, sellerId: string): string {
  const seller = file.sellers.find((each) => each.id === sellerId);
  return seller === undefined ? 'a colleague' : firstName(seller);
}
