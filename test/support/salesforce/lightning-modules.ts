import { join } from 'node:path';
import type { Card, Phrase } from '../../../shared/card.ts';
import type { Reading } from '../../../preview/lightning/lightning-org.ts';

const CARD = join(
  import.meta.dirname,
  '../../../salesforce-app/force-app/main/default/lwc/attuneCard',
);

/** The org's two additions to the card; everything else is shared/card.ts. */
export type OrgCard = Card | { readonly kind: 'unknown_record' } | { readonly kind: 'newer' };

interface Moment {
  readonly now: Date;
  readonly choice: string | null;
}

// An org's modules are plain JavaScript, so their types are written down here.
type ComposeCard = { readonly composeCard: (reading: Reading, moment: Moment) => OrgCard };
type Shown = { readonly shown: (slice: string) => string };
type RenderPhrase = {
  readonly renderPhrase: (
    phrase: Phrase,
    viewpoint: { readonly now: Date; readonly timeZone: string },
  ) => string;
};

export const { composeCard } = (await import(join(CARD, 'composeCard.js'))) as ComposeCard;
export const { shown } = (await import(join(CARD, 'shown.js'))) as Shown;
export const { renderPhrase } = (await import(join(CARD, 'renderMoment.js'))) as RenderPhrase;
