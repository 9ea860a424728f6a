import type { Notice } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import type { DealFile } from '../domain/deal-file.ts';
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

/** Who had it until when; what the buyers still wait for stands in the lines of every card. */
function handOver(file: DealFile, views: readonly PersonView[], now: Instant): readonly Notice[] {
  const [before, latest] = file.deal?.ownerHistory.slice(-2) ?? [];
  if (before === undefined || latest === undefined || daysBetween(latest.at, now) > HAND_OVER_DAYS)
    return [];
  const from = nameOf(file, before.ownerId);
  const nothingOpen = views.every((view) => view.open.length === 0);
  const rest = nothingOpen ? '; nothing a buyer raised was left open.' : '.';
  const text = phrase(`with ${from} until `, moment(latest.at, 'ago'), rest);
  return [{ kind: 'hand_over', text }];
}

function nameOf(file: DealFile, sellerId: string): string {
  const seller = file.sellers.find((each) => each.id === sellerId);
  return seller === undefined ? 'a colleague' : firstName(seller);
}
