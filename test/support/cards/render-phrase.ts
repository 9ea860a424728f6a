import { renderPhrase as renderOnCard } from '../../../hubspot-app/src/app/cards/render-moment.ts';
import type { Phrase } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';

/** When and where a phrase is read. */
export interface Reader {
  readonly now: Instant;
  readonly timeZone: string;
}

/** A phrase as a viewer reads it, by the card's own renderer. */
export function renderPhrase(text: Phrase, { now, timeZone }: Reader): string {
  return renderOnCard(text, { now: new Date(now), timeZone });
}
