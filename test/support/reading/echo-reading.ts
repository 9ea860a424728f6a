import type { ActivityReading, ReadingInput } from '../../../server/inference/reading.ts';

/** A reading of nothing but the text itself, so that it is known whose it is. */
export function echoReading({ text }: ReadingInput): ActivityReading {
  return {
    newText: text,
    readings: [],
    statements: [],
    topics: [],
    questions: 0,
    automatic: false,
    silence: 'no_need_named',
  };
}
