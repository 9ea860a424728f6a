import { chooseReadings, type Candidate } from './choose-readings.ts';
import { clauseSpan, quoteOf } from './evidence.ts';
import type { Finding } from './find-readings.ts';
import type { JudgedFinding } from './heads/judge-findings.ts';
import { judgeSentences } from './heads/judge-sentences.ts';
import { sentencesHeard, type SentenceHeard, type Text } from './hear-sentences.ts';
import { holderInNote, holderInOwnWords, type HolderContext } from './holder.ts';
import { languageOf } from './language/language-of.ts';
import { decodeText } from './new-text/decode-text.ts';
import type {
  ActivityReading,
  Participant,
  ReadingInput,
  SilenceReason,
  StatementReading,
} from './reading.ts';
import { shown } from './shown.ts';
import type { SourceText, Span } from './source-text.ts';
import { isQuestion } from './statements/statements-in.ts';
import { hear, type Heard } from './voices.ts';

/**
 * Reads one activity: what is new in it, the needs it carries, what it says of persona and purchase. Pure; any string
 * is read without an error.
 */
export function readActivity(input: ReadingInput): ActivityReading {
  const source = decodeText(input.text);
  const heard = hear(input, source);
  const language = languageOf(wordsIn(heard, source));
  return {
    newText: newTextOf(heard, source),
    automatic: heard.automatic,
    ...(language === null ? IN_ANOTHER_LANGUAGE : readWords(heard, { input, source, language })),
  };
}

type WordsRead = Omit<ActivityReading, 'newText' | 'automatic'>;

/** Words in a language that nobody measured are left alone, and the card's coverage says so. */
const IN_ANOTHER_LANGUAGE: WordsRead = {
  readings: [],
  statements: [],
  topics: [],
  questions: 0,
  silence: 'other_language',
};

function readWords(heard: Heard, text: Text): WordsRead {
  const { language } = text;
  const all = sentencesHeard(heard.passages, text);
  const offLimits = all.map(({ sentence }) => language.isOffLimits(sentence.normal));
  const voiced = all.filter((_, at) => !isNear(offLimits, at));
  const readings = chooseReadings(candidatesOf(voiced, text));
  const asked = voiced.filter(({ voice, sentence }) => voice === 'buyer' && isQuestion(sentence));
  return {
    readings,
    statements: voiced.flatMap((each) => statementsOf(text, each)),
    topics: language.topicsOf(voiced.map(({ sentence }) => sentence.normal)),
    questions: asked.length,
    silence: readings.length > 0 ? null : silenceOf(heard, all.length > voiced.length),
  };
}

function wordsIn(heard: Heard, source: SourceText): string {
  return heard.passages.map(({ start, end }) => source.text.slice(start, end)).join('\n');
}

function candidatesOf(voiced: readonly SentenceHeard[], text: Text): readonly Candidate[] {
  return judgeSentences(voiced, text.language.weighWordings).flatMap(({ heard, judged }) =>
    judged.flatMap((finding) => candidateOf(text, heard, finding) ?? []),
  );
}

/**
 * What stands beside such a sentence is most often about it, too ("It is wearing me out."), in words that do not say so;
 * feelings come after it rather than before.
 */
function isNear(offLimits: readonly boolean[], at: number): boolean {
  return [at - 3, at - 2, at - 1, at, at + 1].some((each) => offLimits[each] === true);
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

function candidateOf(text: Text, voiced: SentenceHeard, finding: JudgedFinding): Candidate | null {
  const { cue, core, strength, likelihood } = finding;
  const sentence = finding.sentence;
  const span = clauseSpan(sentence, core);
  const quote = quoteOf(text, { span, core, sentence });
  if (quote === null) return null;
  const isNote = voiced.voice === 'note';
  return {
    sentenceStart: voiced.sentence.start,
    reading: {
      driver: cue.driver,
      pole: cue.pole,
      status: isNote ? 'reported' : cue.status,
      ...quote,
      person: holderOf(text, voiced, finding)?.id ?? null,
      ...{ strength, likelihood },
    },
  };
}

function holderOf(
  { input, language }: Text,
  { sentence, voice, author, spokenOf, mentions }: SentenceHeard,
  { core, cue }: Pick<Finding, 'core' | 'cue'>,
): Participant | null {
  const context: HolderContext = {
    core,
    driver: cue.driver,
    author,
    ...{ spokenOf, mentions },
    people: input.people,
    words: language.holderWords,
  };
  return voice === 'note' ? holderInNote(sentence, context) : holderInOwnWords(sentence, context);
}

function statementsOf(text: Text, voiced: SentenceHeard): readonly StatementReading[] {
  const { sentence, voice, author, spokenOf, mentions, findings } = voiced;
  const pain = findings.some(({ cue }) => cue.driver === 'relief' && cue.pole === 'threatened');
  return text.language.statementsIn(sentence, pain).flatMap(({ kind, core, detail }) => {
    if (voice === 'note' && kind === 'question') return [];
    const quote = quoteOf(text, { span: clauseSpan(sentence, core), core, sentence });
    if (quote === null) return [];
    const context = {
      core,
      driver: 'progress',
      ...{ author, spokenOf, mentions },
      people: text.input.people,
      words: text.language.holderWords,
    } as const;
    const holder = voice === 'note' ? holderInNote(sentence, context) : author;
    return [
      {
        kind,
        detail: detailIn(quote.shown, text.source, detail),
        status: voice === 'note' ? 'reported' : 'said',
        ...quote,
        person: holder?.id ?? null,
      },
    ];
  });
}

/** Only what the quote shows: what was cut from it, or masked in it, is no detail either. */
function detailIn(printed: string, { text }: SourceText, detail: Span | null): string | null {
  const words = detail === null ? '' : shown(text.slice(detail.start, detail.end)).trim();
  return words !== '' && printed.includes(words) ? words : null;
}
