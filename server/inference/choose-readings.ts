import type { Reading } from './reading.ts';
import { overlaps } from './source-text.ts';

/** A possible claim, with what speaks for and against it. */
export interface Candidate {
  readonly reading: Reading;
  /** Where its sentence starts in the decoded text. */
  readonly sentenceStart: number;
}

/**
 * The claims worth making: of several drivers in the same words the likeliest, and of one driver's pole in one activity
 * the likeliest per person, for a second clause adds nothing that the first did not say.
 */
export function chooseReadings(candidates: readonly Candidate[]): readonly Reading[] {
  const ranked = candidates.toSorted(
    (a, b) =>
      b.reading.likelihood - a.reading.likelihood ||
      b.reading.strength - a.reading.strength ||
      a.reading.start - b.reading.start,
  );
  const chosen: Candidate[] = [];
  for (const candidate of ranked)
    if (!chosen.some((taken) => excludes(taken, candidate))) chosen.push(candidate);
  return chosen.map(({ reading }) => reading).toSorted((a, b) => a.start - b.start);
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
