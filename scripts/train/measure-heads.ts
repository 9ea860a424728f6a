import { NEEDS } from '../../server/inference/heads/needs.ts';
import type { Example } from './collect-examples.ts';

/** What the heads find by themselves in whole texts, over all thresholds. */
export interface HeadsScore {
  readonly texts: number;
  readonly labels: number;
  /** At the threshold where precision and recall balance best. */
  readonly bestF1: number;
  /** The share of the labels that is found while this share of what is found is right. */
  readonly recallAtPrecision: Readonly<Record<string, number>>;
}

/** One need of one text: how plainly the heads find it, and whether its label is there. */
interface Guess {
  readonly logit: number;
  readonly isRight: boolean;
}

const PRECISIONS = [0.6, 0.7, 0.82];
/** Fewer right answers say nothing of a precision. */
const FEWEST_RIGHT = 8;

/** The logits of an example's needs. */
export type WeighExample = (example: Example) => Float64Array;

export function measureHeads(weigh: WeighExample, examples: readonly Example[]): HeadsScore {
  const byText = Map.groupBy(examples, ({ itemId }) => itemId);
  const guesses = [...byText.values()].flatMap((sentences) => guessesOf(weigh, sentences));
  const labels = guesses.filter(({ isRight }) => isRight).length;
  const points = sweep(guesses, labels);
  return {
    ...{ texts: byText.size, labels },
    bestF1: rounded(Math.max(...points.map(({ precision, recall }) => f1(precision, recall)))),
    recallAtPrecision: Object.fromEntries(
      PRECISIONS.map((asked) => {
        const reached = points.filter(({ precision }) => precision >= asked);
        return [String(asked), rounded(Math.max(0, ...reached.map(({ recall }) => recall)))];
      }),
    ),
  };
}

function guessesOf(weigh: WeighExample, sentences: readonly Example[]): readonly Guess[] {
  const logits = sentences.map(weigh);
  return NEEDS.flatMap((_, need): readonly Guess[] => {
    const isRight = sentences.some(({ needs }) => needs.includes(need));
    if (!isRight && sentences.some(({ optional }) => optional.includes(need))) return [];
    return [{ isRight, logit: Math.max(...logits.map((each) => each[need] ?? -Infinity)) }];
  });
}

function sweep(guesses: readonly Guess[], labels: number) {
  let right = 0;
  return guesses
    .toSorted((a, b) => b.logit - a.logit)
    .flatMap(({ isRight }, before) => {
      right += Number(isRight);
      if (right < FEWEST_RIGHT) return [];
      return [{ precision: right / (before + 1), recall: right / labels }];
    });
}

function f1(precision: number, recall: number): number {
  return (2 * precision * recall) / (precision + recall);
}

function rounded(share: number): number {
  return Number(share.toFixed(3));
}
