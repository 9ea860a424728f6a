import type { Reading } from './reading.ts';
import { overlaps } from './source-text.ts';

/** A possible claim with the sentence it stands in. */
export interface Candidate {
  readonly reading: Reading;
  readonly sentenceStart: number;
}

/** Below this a cue alone does not make a claim. */
const ENOUGH = 0.5;

/**
 * The claims worth making: of several drivers in the same words the plainest, and of one driver's pole in one activity
 * the plainest per person, for a second clause adds nothing that the first did not say.
 */
export function chooseReadings(candidates: readonly Candidate[]): readonly Reading[] {
  const ranked = candidates
    .filter(({ reading }) => reading.strength >= ENOUGH)
    .toSorted(
      (a, b) => b.reading.strength - a.reading.strength || a.reading.start - b.reading.start,
    );
  const chosen: Candidate[] = [];
  for (const candidate of ranked) {
    if (!chosen.some((other) => excludes(other, candidate))) chosen.push(candidate);
  }
  return chosen
    .map(({ reading }) => reading)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function excludes(taken: Candidate, other: Candidate): boolean {
  if (overlaps(taken.reading, other.reading)) return true;
  const isSameNeed =
    taken.reading.driver === other.reading.driver && taken.reading.pole === other.reading.pole;
  return (
    isSameNeed &&
    (taken.reading.person === other.reading.person || taken.sentenceStart === other.sentenceStart)
  );
}
