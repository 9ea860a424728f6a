import type { Stage } from '../../shared/vocabulary.ts';
import type { Deal } from '../domain/deal.ts';

/** What the words of a pipeline's stage usually mean for the buyer, the first that fits. */
const LABEL_WORDS: readonly (readonly [RegExp, Stage])[] = [
  [/won|renew|onboard|customer/i, 'retention'],
  [/contract|proposal|negotiat|quote|legal|procure|verbal|bought.?in|commit/i, 'decision'],
  [/demo|presentation|evaluat|trial|pilot|proof|solution/i, 'consideration'],
  [/appointment|qualif|discover|new|prospect|lead|intro/i, 'awareness'],
];

/** The journey stage that the CRM's stage label suggests; null when its words say nothing to us. */
export function stageOfCrm(deal: Deal): Stage | null {
  if (deal.outcome === 'won') return 'retention';
  if (/renew/i.test(deal.pipelineLabel)) return 'retention';
  return LABEL_WORDS.find(([words]) => words.test(deal.stageLabel))?.[1] ?? null;
}

/** The CRM says one thing, the evidence another. Nothing to compare is no mismatch. */
export function isStageMismatch(deal: Deal | null, stage: Stage | null): boolean {
  const suggested = deal === null ? null : stageOfCrm(deal);
  return suggested !== null && stage !== null && suggested !== stage;
}
