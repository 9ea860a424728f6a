import { chooseReadings, type Candidate } from './choose-readings.ts';
import { sentencesOf, type Sentence } from './clauses.ts';
import { clauseSpan, quoteOf } from './evidence.ts';
import { findingsAcross, findingsIn, type Finding } from './find-readings.ts';
import { holderInNote, holderInOwnWords, spokenOfAfter, type HolderContext } from './holder.ts';
import { decodeText } from './new-text/decode-text.ts';
import { createFindMentions, type Mention } from './mentions.ts';
import { isOffLimits } from './off-limits.ts';
import type {
  ActivityReading,
  Participant,
  ReadingInput,
  SilenceReason,
  StatementReading,
} from './reading.ts';
import { reportsBuyer } from './reported.ts';
import type { SourceText, Span } from './source-text.ts';
import { isQuestion, statementsIn } from './statements.ts';
import { topicsOf } from './topics.ts';
import { hear, type Heard, type Passage } from './voices.ts';

/** A sentence with the one who says it, or of whom a note says it. */
interface Voiced {
  readonly sentence: Sentence;
  readonly voice: Passage['voice'];
  readonly author: Participant | null;
  readonly spokenOf: Participant | null;
  /** The buyers whom it names. */
  readonly mentions: readonly Mention[];
  readonly findings: readonly Finding[];
}

/** The activity in hand: what was given and what it decodes to. */
interface Text {
  readonly input: ReadingInput;
  readonly source: SourceText;
}

/**
 * Reads one activity: what is new in it, the needs it carries, what it says of persona and purchase. Pure; any string
 * is read without an error.
 */
export function readActivity(input: ReadingInput): ActivityReading {
  const source = decodeText(input.text);
  const heard = hear(input, source);
  const all = voicedSentences(heard.passages, { input, source });
  const voiced = all.filter(({ sentence }) => !isOffLimits(sentence.normal));
  const candidates = voiced.flatMap((each) =>
    each.findings.flatMap((finding) => candidateOf({ input, source }, each, finding) ?? []),
  );
  const readings = chooseReadings(candidates);
  const asked = voiced.filter(({ voice, sentence }) => voice === 'buyer' && isQuestion(sentence));
  return {
    newText: newTextOf(heard, source),
    readings,
    statements: voiced.flatMap((each) => statementsOf({ input, source }, each)),
    topics: topicsOf(voiced.map(({ sentence }) => sentence.normal)),
    questions: asked.length,
    automatic: heard.automatic,
    silence: readings.length > 0 ? null : silenceOf(heard, all.length > voiced.length),
  };
}

function newTextOf(heard: Heard, source: SourceText): string {
  return heard.written
    .map((span) => source.text.slice(span.start, span.end).trim())
    .join('\n')
    .toWellFormed();
}

function silenceOf(heard: Heard, offLimits: boolean): SilenceReason {
  return heard.silence ?? (offLimits ? 'off_limits' : 'no_need_named');
}

function voicedSentences(passages: readonly Passage[], text: Text): readonly Voiced[] {
  if (passages.length === 0) return [];
  const mentionsIn = createFindMentions(text.input.people);
  let spokenOf: Participant | null = null;
  return passages.flatMap((passage) => {
    const sentences = sentencesOf(text.source, passage);
    return sentences.flatMap((sentence, index): readonly Voiced[] => {
      const context = { author: passage.speaker, spokenOf, mentions: mentionsIn(sentence) };
      spokenOf = spokenOfAfter(context);
      if (!isHeard(passage, sentence, text.input)) return [];
      const findings = [...findingsIn(sentence), ...findingsAcross(sentences[index - 1], sentence)];
      return [{ ...context, sentence, voice: passage.voice, findings }];
    });
  });
}

function isHeard(passage: Passage, sentence: Sentence, input: ReadingInput): boolean {
  const sellers = input.people.filter((person) => person.side === 'seller');
  return passage.voice === 'buyer' || reportsBuyer(sentence, sellers);
}

function candidateOf(text: Text, voiced: Voiced, finding: Finding): Candidate | null {
  const { cue, core, strength } = finding;
  const sentence = finding.sentence;
  const span = clauseSpan(sentence, core);
  const quote = quoteOf(text, { span, core, sentence });
  if (quote === null) return null;
  const isNote = voiced.voice === 'note';
  return {
    sentenceStart: voiced.sentence.start,
    cueWords: wordsOf(sentence, core),
    reading: {
      driver: cue.driver,
      pole: cue.pole,
      status: isNote ? 'reported' : cue.status,
      ...quote,
      person: holderOf(text, voiced, finding)?.id ?? null,
      strength,
    },
  };
}

function wordsOf(sentence: Sentence, { start, end }: Span): number {
  const words = sentence.normal.slice(start - sentence.start, end - sentence.start);
  return words.trim().split(/\s+/).length;
}

function holderOf(
  { input }: Text,
  { sentence, voice, author, spokenOf, mentions }: Voiced,
  { core, cue }: Pick<Finding, 'core' | 'cue'>,
): Participant | null {
  const context: HolderContext = {
    core,
    driver: cue.driver,
    author,
    ...{ spokenOf, mentions },
    people: input.people,
  };
  return voice === 'note' ? holderInNote(sentence, context) : holderInOwnWords(sentence, context);
}

function statementsOf(text: Text, voiced: Voiced): readonly StatementReading[] {
  const { sentence, voice, author, spokenOf, mentions, findings } = voiced;
  const pain = findings.some(({ cue }) => cue.driver === 'relief' && cue.pole === 'threatened');
  return statementsIn(sentence, pain).flatMap(({ kind, core }) => {
    if (voice === 'note' && kind === 'question') return [];
    const quote = quoteOf(text, { span: clauseSpan(sentence, core), core, sentence });
    if (quote === null) return [];
    const context = {
      core,
      driver: 'progress',
      ...{ author, spokenOf, mentions },
      people: text.input.people,
    } as const;
    const holder = voice === 'note' ? holderInNote(sentence, context) : author;
    return [
      {
        kind,
        status: voice === 'note' ? 'reported' : 'said',
        ...quote,
        person: holder?.id ?? null,
      },
    ];
  });
}
