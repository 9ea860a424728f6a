import { readFileSync } from 'node:fs';
import type { Sentence } from '../clauses.ts';
import type { Finding } from '../find-readings.ts';
import type { SentenceHeard } from '../hear-sentences.ts';
import { lazily } from '../lazily.ts';
import { scopeOf } from '../scope.ts';
import { openDriverHeads, type WeighNeeds } from './driver-heads.ts';
import { featuresOf } from './features-of.ts';
import { indexOfNeed, NEEDS, type Need } from './needs.ts';

/**
 * A claim is made from here on, with a cue or without. Chosen by what it gave on the development items and on the deals
 * that were kept apart from training (model/MODEL-CARD.md).
 */
const LIKELY_ENOUGH = 0.25;
/** Plain words for a need are believed sooner: the writers of the texts mostly kept away from them. */
const PLAIN_STRENGTH = 0.6;
const LIKELY_FOR_PLAIN_WORDS = 0.12;
/** Where a claim without a cue is made at all it weighs next to nothing: one such sentence alone stays off the card. */
const WEIGHTLESS = 0.22;
/** Whose words they are, and whether they are meant, the heads cannot tell; what is denied or asked they have weighed. */
const SILENCING: ReadonlySet<string> = new Set(['hypothetical', 'legalese', 'outsider']);

const openedHeads = lazily((): WeighNeeds => {
  return openDriverHeads(readFileSync(new URL('../model/driver-heads.bin', import.meta.url)));
});

/** A finding with its head's answer, 0 to 1. */
export interface JudgedFinding extends Finding {
  readonly likelihood: number;
}

/** The findings of a sentence that stand before the heads, and those that its wording adds to them. */
export function judgeFindings({
  sentence,
  findings,
  wording,
}: Pick<SentenceHeard, 'sentence' | 'findings' | 'wording'>): readonly JudgedFinding[] {
  const likely = openedHeads()(featuresOf(wording, findings));
  const standing = findings.flatMap((finding) => {
    const likelihood = likely[indexOfNeed(finding.cue)] ?? 0;
    return likelihood < askedOf(finding) ? [] : [{ ...finding, likelihood }];
  });
  const spoken = NEEDS.flatMap((need, index): readonly JudgedFinding[] => {
    const likelihood = likely[index] ?? 0;
    if (likelihood < LIKELY_ENOUGH || findings.some(({ cue }) => isSame(cue, need))) return [];
    return isSilenced(sentence, need) ? [] : [spokenBy(sentence, need, likelihood)];
  });
  return [...standing, ...spoken];
}

function askedOf({ cue, strength }: Finding): number {
  const isPlain = cue.status === 'said' && strength >= PLAIN_STRENGTH;
  return isPlain ? LIKELY_FOR_PLAIN_WORDS : LIKELY_ENOUGH;
}

function spokenBy(sentence: Sentence, need: Need, likelihood: number): JudgedFinding {
  const strength = Number(Math.min(1, 2 * (likelihood - WEIGHTLESS)).toFixed(2));
  return { cue: { ...need, status: 'implied' }, sentence, core: sentence, strength, likelihood };
}

function isSilenced(sentence: Sentence, { pole }: Need): boolean {
  const { silencedBy } = scopeOf(sentence, sentence);
  if (silencedBy.some((state) => SILENCING.has(state))) return true;
  return pole === 'met' && silencedBy.includes('irony');
}

function isSame(a: Need, b: Need): boolean {
  return a.driver === b.driver && a.pole === b.pole;
}
