import { readFileSync } from 'node:fs';
import { featuresOf, type Features } from '../../server/inference/heads/features-of.ts';
import { indexOfNeed } from '../../server/inference/heads/needs.ts';
import { sentencesHeard, type SentenceHeard } from '../../server/inference/hear-sentences.ts';
import { decodeText } from '../../server/inference/new-text/decode-text.ts';
import { isOffLimits } from '../../server/inference/off-limits.ts';
import { toOriginal, type Span } from '../../server/inference/source-text.ts';
import { hear } from '../../server/inference/voices.ts';
import { goldItemsOf, type GoldItem, type Label } from '../eval/gold-items-of.ts';
import type { TextFile } from './list-texts.ts';

/** One sentence of a labelled text, as the reader hears it. */
export interface Example {
  readonly writer: string;
  readonly itemId: string;
  readonly features: Features;
  /** Indices of the needs it carries. */
  readonly needs: readonly number[];
  /** Of those that a reader may also give: a wrong answer neither way. */
  readonly optional: readonly number[];
}

/** A label's words may run over two sentences: the one that holds this share of them, or is made of them, carries it. */
const SHARE_OF_QUOTE = 0.5;
const SHARE_OF_SENTENCE = 0.6;

export function collectExamples(files: readonly TextFile[]): readonly Example[] {
  return files.flatMap(({ writer, file }) =>
    goldItemsOf(readFileSync(file)).flatMap((item) => examplesOf(item, writer)),
  );
}

function examplesOf(item: GoldItem, writer: string): readonly Example[] {
  const { input } = item;
  const source = decodeText(input.text);
  const heard = sentencesHeard(hear(input, source).passages, { input, source });
  return heard.flatMap((each): readonly Example[] => {
    if (isOffLimits(each.sentence.normal)) return [];
    const span = toOriginal(source, each.sentence);
    return [{ ...{ writer, itemId: item.id }, features: seen(each), ...labelled(item, span) }];
  });
}

function seen({ wording, findings }: SentenceHeard): Features {
  return featuresOf(wording, findings);
}

function labelled({ input, labels, optional }: GoldItem, span: Span) {
  const carried = labels.filter((label) => isIn(label, span, input.text));
  return { needs: carried.map(indexOfNeed), optional: optional.map(indexOfNeed) };
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
