import { readFileSync } from 'node:fs';
import type { EncodeWording } from '../../server/inference/heads/encode-wording.ts';
import { featuresOf, type Features } from '../../server/inference/heads/features-of.ts';
import { indexOfNeed } from '../../server/inference/heads/needs.ts';
import { sentencesHeard } from '../../server/inference/hear-sentences.ts';
import { ENGLISH } from '../../server/inference/language/read-languages.ts';
import { decodeText } from '../../server/inference/new-text/decode-text.ts';
import { toOriginal, type Span } from '../../server/inference/source-text.ts';
import { hear } from '../../server/inference/voices.ts';
import { goldItemsOf, type GoldItem, type Label } from '../eval/gold-items-of.ts';
import type { TextFile } from './list-texts.ts';

/** One sentence of a labelled text, as the reader hears it. */
export interface Example {
  readonly writer: string;
  readonly itemId: string;
  readonly wording: string;
  readonly features: Features;
  /** The encoder's numbers for it. */
  readonly meaning: Float32Array;
  /** Indices of the needs it carries. */
  readonly needs: readonly number[];
  /** Of those that a reader may also give: a wrong answer neither way. */
  readonly optional: readonly number[];
  /** Whether what it carries is said in so many words; null where nothing is carried, or only our side's note tells. */
  readonly said: boolean | null;
  /** How often it counts. */
  readonly times: number;
}

/** A label's words may run over two sentences: the one that holds this share of them, or is made of them, carries it. */
const SHARE_OF_QUOTE = 0.5;
const SHARE_OF_SENTENCE = 0.6;

export function collectExamples(
  files: readonly TextFile[],
  encode: EncodeWording,
): readonly Example[] {
  return files.flatMap((file) =>
    goldItemsOf(readFileSync(file.file)).flatMap((item) => examplesOf(item, file, encode)),
  );
}

function examplesOf(
  item: GoldItem,
  { writer, times }: TextFile,
  encode: EncodeWording,
): readonly Example[] {
  const { input } = item;
  const source = decodeText(input.text);
  const heard = sentencesHeard(hear(input, source).passages, {
    ...{ input, source },
    language: ENGLISH,
  });
  return heard.flatMap(({ sentence, wording, findings }): readonly Example[] => {
    if (ENGLISH.isOffLimits(sentence.normal)) return [];
    const features = featuresOf(wording, findings);
    const seen = { wording, features, meaning: encode(wording) };
    return [
      { writer, itemId: item.id, times, ...seen, ...labelled(item, toOriginal(source, sentence)) },
    ];
  });
}

function labelled({ input, labels, optional }: GoldItem, span: Span) {
  const carried = labels.filter((label) => isIn(label, span, input.text));
  return {
    needs: carried.map(indexOfNeed),
    optional: optional.map(indexOfNeed),
    said: saidIn(carried),
  };
}

function saidIn(carried: readonly Label[]): boolean | null {
  const told = carried.filter(({ statuses }) => !statuses.includes('reported'));
  return told.length === 0 ? null : told.every(({ statuses }) => statuses.includes('said'));
}

function isIn({ quotes }: Label, span: Span, text: string): boolean {
  return quotes.some((quote) => {
    const start = text.indexOf(quote);
    const shared = Math.min(start + quote.length, span.end) - Math.max(start, span.start);
    return (
      shared >= quote.length * SHARE_OF_QUOTE ||
      shared >= (span.end - span.start) * SHARE_OF_SENTENCE
    );
  });
}
