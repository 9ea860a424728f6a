import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { openEmotionEncoder } from './encoder.ts';
import { createFindPieces } from './find-pieces.ts';
import { openNgramModel } from './ngram-model.ts';

/** What a text expresses: GoEmotions' 27 emotions and `neutral` (Demszky et al. 2020). */
export interface EmotionReading {
  /** Calibrated probabilities, 0 to 1. */
  readonly scores: Readonly<Record<string, number>>;
  /** Those above their thresholds; may be none. */
  readonly labels: readonly string[];
}

export type ReadEmotions = (text: string) => Promise<EmotionReading>;

/** Of a longer text only this much is looked at: the model was made for comments of a few sentences. */
const MOST_CHARACTERS = 10_000;

const MODEL = new URL('../model/', import.meta.url);
const Pieces = z.array(z.tuple([z.string(), z.number().nullable()]));
/** The threshold is one of the uncalibrated probability; Platt's two parameters turn its logit into the calibrated one. */
const Labels = z.array(
  z.object({ label: z.string(), threshold: z.number(), platt: z.tuple([z.number(), z.number()]) }),
);
type Label = z.infer<typeof Labels>[number];

/** Both models and their equal voice (model/MODEL-CARD.md). About 0.3 s and 60 MB; keeps no state between texts. */
export async function openEmotions(): Promise<ReadEmotions> {
  const [pieces, labels, ngramFile] = await Promise.all([
    readJson('pieces.json', Pieces),
    readJson('emotion-labels.json', Labels),
    readFile(new URL('emotion-ngrams.bin', MODEL)),
  ]);
  const modelFile = new URL('emotion-encoder.int8.onnx', MODEL).pathname;
  const encode = await openEmotionEncoder(modelFile, createFindPieces(pieces));
  const score = openNgramModel(ngramFile);
  return async (whole) => {
    const text = whole.slice(0, MOST_CHARACTERS);
    const [byWords, byMeaning] = [score(text), await encode(text)];
    const logits = labels.map((_, each) => ((byWords[each] ?? 0) + (byMeaning[each] ?? 0)) / 2);
    return toReading(labels, logits);
  };
}

function toReading(labels: readonly Label[], logits: readonly number[]): EmotionReading {
  const scored = labels.map(({ label, threshold, platt: [slope, shift] }, each) => {
    const logit = logits[each] ?? 0;
    return { label, score: toShare(slope * logit + shift), shows: toShare(logit) >= threshold };
  });
  return {
    scores: Object.fromEntries(scored.map(({ label, score }) => [label, score])),
    labels: scored.filter(({ shows }) => shows).map(({ label }) => label),
  };
}

function toShare(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

async function readJson<Parsed>(name: string, schema: z.ZodType<Parsed>): Promise<Parsed> {
  return schema.parse(JSON.parse(await readFile(new URL(name, MODEL), 'utf8')));
}
