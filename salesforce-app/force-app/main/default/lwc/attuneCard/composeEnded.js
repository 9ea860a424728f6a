import { fillConcerns } from './fillClaims';
import { fillPhrase } from './fillWords';

/** A lost or abandoned deal, as this viewer may see it. */
export function composeEnded({ view: { card }, payload, reading, open, focus, notices }) {
  const leftOpen = fillConcerns(card.leftOpen, { payload, open });
  const isWhole = leftOpen.length === card.leftOpen.length;
  return {
    kind: 'ended',
    focus,
    headline: (isWhole && fillPhrase(card.headline, open)) || ['This deal ended.'],
    crmStage: card.crmStage,
    endedAt: card.endedAt,
    updatedAt: reading.generatedAt,
    leftOpen,
    notices,
    coverage: { sentence: card.coverage, syncedAt: reading.syncedAt ?? null },
  };
}
