import type { Sentence } from '../clauses.ts';
import type { Finding } from '../find-readings.ts';
import type { SentenceHeard } from '../hear-sentences.ts';
import type { Language } from '../language/language.ts';
import { indexOfNeed, NEEDS, type Need } from './needs.ts';
import type { Likelihoods } from './weigh-wording.ts';

interface Bounds {
  /** So likely must the need be. */
  readonly claimed: number;
  /** So likely that it is there and that it is said, at once: who is told "said" reads no "perhaps". */
  readonly said: number;
}

/**
 * From here on a claim is made: of all claims then, five of six are right, on writers whom the heads had not met, too
 * (model/MODEL-CARD.md). A feeling or lack in its own words ("worried about") is believed sooner, for most writers kept
 * away from them.
 */
const BOUNDS = {
  plain: { claimed: 0.46, said: 0.7 },
  other: { claimed: 0.6, said: 0.78 },
} as const satisfies Record<string, Bounds>;
const PLAIN_STRENGTH = 0.8;
/** Whose words they are, and whether they are meant, the heads cannot tell; what is denied or asked they have weighed. */
const SILENCING: ReadonlySet<string> = new Set(['hypothetical', 'legalese', 'outsider']);

/** A finding with the heads' answer, 0 to 1. */
export interface JudgedFinding extends Finding {
  readonly likelihood: number;
}

/** What the heads answer to a sentence, and to the clauses of its plain findings alone. */
export interface Weighed {
  readonly sentence: Likelihoods;
  readonly clauses: ReadonlyMap<Finding, Likelihoods>;
}

/** The findings of a sentence that stand before the heads, and those that its wording adds to them. */
export function judgeFindings(
  { sentence, findings, language }: Pick<SentenceHeard, 'sentence' | 'findings' | 'language'>,
  weighed: Weighed,
): readonly JudgedFinding[] {
  const standing = findings.flatMap((finding) => standingOrNone(finding, weighed));
  const spoken = NEEDS.flatMap((need, index): readonly JudgedFinding[] => {
    const likelihood = weighed.sentence.needs[index] ?? 0;
    if (likelihood < BOUNDS.other.claimed || findings.some(({ cue }) => isSame(cue, need)))
      return [];
    if (isSilenced(sentence, need, language)) return [];
    const cue = { ...need, status: statusOf(likelihood * weighed.sentence.said, BOUNDS.other) };
    // Nobody has thought about such a wording: it weighs as much as it is likely.
    const strength = Number(likelihood.toFixed(2));
    return [{ cue, sentence, core: sentence, strength, likelihood }];
  });
  return [...standing, ...spoken];
}

export function isPlain({ cue, strength }: Finding): boolean {
  return cue.status === 'said' && strength >= PLAIN_STRENGTH;
}

/** Plain words are weighed with their sentence and without: what else it speaks of makes them no less plain. */
function standingOrNone(
  finding: Finding,
  { sentence, clauses }: Weighed,
): readonly JudgedFinding[] {
  const need = indexOfNeed(finding.cue);
  const likelihoodIn = (likely: Likelihoods): number => likely.needs[need] ?? 0;
  const clause = clauses.get(finding) ?? sentence;
  const likely = likelihoodIn(clause) > likelihoodIn(sentence) ? clause : sentence;
  const likelihood = likelihoodIn(likely);
  const bounds = isPlain(finding) ? BOUNDS.plain : BOUNDS.other;
  if (likelihood < bounds.claimed) return [];
  const status = statusOf(likelihood * likely.said, bounds);
  return [{ ...finding, cue: { ...finding.cue, status }, likelihood }];
}

function statusOf(likelySaid: number, bounds: Bounds): 'said' | 'implied' {
  return likelySaid >= bounds.said ? 'said' : 'implied';
}

function isSilenced(sentence: Sentence, { pole }: Need, language: Language): boolean {
  const { silencedBy } = language.scopeOf(sentence, sentence);
  if (silencedBy.some((state) => SILENCING.has(state))) return true;
  return pole === 'met' && silencedBy.includes('irony');
}

function isSame(a: Need, b: Need): boolean {
  return a.driver === b.driver && a.pole === b.pole;
}
