import { sentencesOf, type Sentence } from './clauses.ts';
import type { Finding } from './find-readings.ts';
import { createPlainWording, type PlainWording } from './heads/plain-wording.ts';
import { spokenOfAfter } from './holder.ts';
import { createFindMentions, type Mention } from './mentions.ts';
import type { Language } from './language/language.ts';
import type { Participant, ReadingInput } from './reading.ts';
import type { SourceText } from './source-text.ts';
import type { Passage } from './voices.ts';

/** A sentence with the one who says it, or of whom a note says it. */
export interface SentenceHeard {
  readonly sentence: Sentence;
  readonly voice: Passage['voice'];
  readonly author: Participant | null;
  readonly spokenOf: Participant | null;
  /** The buyers whom it names. */
  readonly mentions: readonly Mention[];
  readonly findings: readonly Finding[];
  /** How it is worded, whoever is named in it and whenever it is. */
  readonly wording: string;
  /** The same of a clause of it; `normal` is the clause's normalised text. */
  readonly wordingOf: PlainWording;
  readonly language: Language;
}

/** The activity in hand: what was given and what it decodes to. */
export interface Text {
  readonly input: ReadingInput;
  readonly source: SourceText;
  readonly language: Language;
}

/** The buyers' own sentences, and those of a note that tell of a buyer. */
export function sentencesHeard(passages: readonly Passage[], text: Text): readonly SentenceHeard[] {
  if (passages.length === 0) return [];
  const mentionsIn = createFindMentions(text.input.people);
  const { language } = text;
  const wordingOf = createPlainWording(text.input.people, language.alike);
  let spokenOf: Participant | null = null;
  return passages.flatMap((passage) => {
    const sentences = sentencesOf(text.source, passage);
    return sentences.flatMap((sentence, index): readonly SentenceHeard[] => {
      const context = { author: passage.speaker, spokenOf, mentions: mentionsIn(sentence) };
      spokenOf = spokenOfAfter(context);
      if (!isHeard(passage, sentence, text)) return [];
      const across = language.findingsAcross(sentences[index - 1], sentence);
      const findings = [...language.findingsIn(sentence), ...across];
      const wording = wordingOf(sentence.normal);
      const told = { sentence, voice: passage.voice, findings, wording, wordingOf, language };
      return [{ ...context, ...told }];
    });
  });
}

function isHeard(passage: Passage, sentence: Sentence, { input, language }: Text): boolean {
  const sellers = input.people.filter((person) => person.side === 'seller');
  return passage.voice === 'buyer' || language.reportsBuyer(sentence, sellers);
}
