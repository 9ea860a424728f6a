import type { Reading } from './reading.ts';
import { overlaps } from './source-text.ts';

/** A possible claim with the sentence it stands in. */
export interface Candidate {
  readonly reading: Reading;
  readonly sentenceStart: number;
  /** Words the cue itself spans. */
  readonly cueWords: number;
}

const FEW = Number(process.env.FEW ?? 3),
  MINUS = Number(process.env.MINUS ?? 0.1),
  PLUS = Number(process.env.PLUS ?? 0.1),
  SECOND = Number(process.env.SECOND ?? 0);
function weight(c: Candidate, all: readonly Candidate[]): number {
  const agree = all.some(
    (o) =>
      o !== c &&
      o.sentenceStart === c.sentenceStart &&
      o.reading.driver === c.reading.driver &&
      o.reading.pole === c.reading.pole,
  );
  return c.reading.strength + (agree ? PLUS : 0) - (c.cueWords <= FEW && !agree ? MINUS : 0);
}

/** Below this a cue alone does not make a claim. */
const ENOUGH = Number(process.env.ENOUGH ?? 0.5);

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
    if (chosen.length > 0 && weight(candidate, candidates) < SECOND) continue;
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
