import type { Reading } from './reading.ts';
import { overlaps } from './source-text.ts';

/** A possible claim, with what speaks for and against it. */
export interface Candidate {
  readonly reading: Reading;
  /** Where its sentence starts in the decoded text. */
  readonly sentenceStart: number;
  /** Words the cue itself spans. */
  readonly cueWords: number;
}

/** Below this weight a cue makes no claim. */
const ENOUGH = 0.55;
/**
 * A further claim about the same text must be plainer. Measured on 60 texts the cues were not written for: of the
 * claims that stood alone in their text 11 of 17 were right, of those in pairs 5 of 18.
 */
const ENOUGH_FOR_ANOTHER = 0.65;
/** A short cue says less than a long one, unless another cue for the same need agrees in its sentence. */
const SHORT_CUE_WORDS = 3;
const SHORT_CUE_MALUS = 0.1;
const AGREEMENT_BONUS = 0.1;

interface Weighed extends Candidate {
  readonly weight: number;
}

/**
 * The claims worth making: of several drivers in the same words the plainest, and of one driver's pole in one activity
 * the plainest per person, for a second clause adds nothing that the first did not say.
 */
export function chooseReadings(candidates: readonly Candidate[]): readonly Reading[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, weight: weightOf(candidate, candidates) }))
    .filter(({ weight }) => weight >= ENOUGH)
    .toSorted((a, b) => b.weight - a.weight || a.reading.start - b.reading.start);
  const chosen: Weighed[] = [];
  for (const candidate of ranked) if (isWorthAdding(candidate, chosen)) chosen.push(candidate);
  return chosen.map(({ reading }) => reading).toSorted((a, b) => a.start - b.start);
}

function weightOf(candidate: Candidate, all: readonly Candidate[]): number {
  const { strength } = candidate.reading;
  if (all.some((other) => other !== candidate && agrees(other, candidate))) {
    return strength + AGREEMENT_BONUS;
  }
  return candidate.cueWords <= SHORT_CUE_WORDS ? strength - SHORT_CUE_MALUS : strength;
}

function agrees(a: Candidate, b: Candidate): boolean {
  return a.sentenceStart === b.sentenceStart && isSamePole(a.reading, b.reading);
}

function isWorthAdding(candidate: Weighed, chosen: readonly Weighed[]): boolean {
  if (chosen.length > 0 && candidate.weight < ENOUGH_FOR_ANOTHER) return false;
  return !chosen.some((taken) => excludes(taken, candidate));
}

function excludes(taken: Candidate, other: Candidate): boolean {
  if (overlaps(taken.reading, other.reading)) return true;
  const isSameHolder = taken.reading.person === other.reading.person;
  const isSameSentence = taken.sentenceStart === other.sentenceStart;
  return isSamePole(taken.reading, other.reading) && (isSameHolder || isSameSentence);
}

function isSamePole(a: Reading, b: Reading): boolean {
  return a.driver === b.driver && a.pole === b.pole;
}
