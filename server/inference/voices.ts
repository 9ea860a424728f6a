import { cutOwnQuestions, type OwnLinesCut } from './new-text/cut-own-questions.ts';
import { extractNewText, passagesOf } from './new-text/extract-new-text.ts';
import { linesOf, type Line } from './new-text/lines.ts';
import { surveyAnswers } from './new-text/survey-answers.ts';
import { turnsOf, type Turn } from './new-text/turns.ts';
import { isPerson } from './people.ts';
import type { Participant, ReadingInput, SilenceReason } from './reading.ts';
import type { SourceText, Span } from './source-text.ts';

/** Words with the one who says them. `note`: our side wrote down what the buyer said. */
export interface Passage extends Span {
  readonly voice: 'buyer' | 'note';
  /** The buyer who speaks; null in notes, and where a buyer's label fits nobody listed. */
  readonly speaker: Participant | null;
}

export interface Heard {
  /** Buyer's words and reports of them, in reading order; never our own side's. */
  readonly passages: readonly Passage[];
  /** Everything new in the activity, our side's words included, for display. */
  readonly written: readonly Span[];
  readonly automatic: boolean;
  /** Why there are no passages. */
  readonly silence: SilenceReason | null;
}

const LOGGED_BY_US: ReadonlySet<string> = new Set(['note', 'call', 'meeting']);
const DIALOGUES: ReadonlySet<string> = new Set(['call', 'chat', 'thread', 'meeting', 'ticket']);

export function hear(input: ReadingInput, source: SourceText): Heard {
  const named = input.people.find((person) => person.id === input.author) ?? null;
  const author = named !== null && isPerson(named) ? named : null;
  const { lines: all, hasOurs } = theirLines(input, source);
  const dialogue = isDialogue(input) ? dialogueOf(input, source.text, all) : null;
  if (dialogue !== null) return dialogue;
  return hearWritten(input, { author, source, hasOurs, all });
}

interface Given {
  readonly author: Participant | null;
  readonly source: SourceText;
  readonly all: readonly Line[];
  /** Whether lines of ours were cut out of it. */
  readonly hasOurs: boolean;
}

function hearWritten(input: ReadingInput, { author, source, all, hasOurs }: Given): Heard {
  const { lines, automatic } = extractNewText(all, { author, subject: input.subject ?? null });
  const written = passagesOf(lines).filter(
    (span) => source.text.slice(span.start, span.end).trim() !== '',
  );
  const base = { written, automatic, passages: [] };
  if (written.length === 0 && !hasOurs) return { ...base, silence: 'no_new_text' };
  // Questions of ours that nobody has answered are nobody's sign of life.
  if (written.length === 0) return { ...base, automatic: true, silence: 'automatic' };
  if (automatic) return { ...base, silence: 'automatic' };
  const copied = input.kind === 'survey' ? null : dialogueOf(input, source.text, lines);
  if (copied !== null) return copied;
  return listen(input, { author, lines, source, base });
}

function theirLines(input: ReadingInput, source: SourceText): OwnLinesCut {
  const lines = linesOf(source);
  if (!LOGGED_BY_US.has(input.kind)) return { lines, hasOurs: false };
  return cutOwnQuestions(source.text, lines, input.people);
}

function listen(
  input: ReadingInput,
  {
    author,
    lines,
    source,
    base,
  }: {
    readonly author: Participant | null;
    readonly lines: readonly Line[];
    readonly source: SourceText;
    readonly base: Omit<Heard, 'silence'>;
  },
): Heard {
  if (author?.side === 'buyer') {
    const own = input.kind === 'survey' ? surveyAnswers(source.text, lines) : base.written;
    const passages = own.map((span) => ({ ...span, voice: 'buyer' as const, speaker: author }));
    return { ...base, passages, silence: passages.length === 0 ? 'no_new_text' : null };
  }
  if (LOGGED_BY_US.has(input.kind)) {
    const passages = base.written.map((span) => ({
      ...span,
      voice: 'note' as const,
      speaker: null,
    }));
    return { ...base, passages, silence: null };
  }
  return { ...base, silence: author === null ? 'author_unknown' : 'our_side' };
}

function isDialogue({ author, kind }: ReadingInput): boolean {
  return author === null || DIALOGUES.has(kind) || kind === 'note';
}

/** A transcript or chat log, also one copied into a mail, where the text itself says who speaks; null when it is none. */
function dialogueOf(input: ReadingInput, text: string, all: readonly Line[]): Heard | null {
  const lines = all.filter((line) => !line.removed);
  const turns = turnsOf(text, lines, input.people);
  if (turns.length === 0) return null;
  // A rep's own notes may have lines as "Dana: worried about X"; only where our side speaks too it is a transcript.
  if (input.author !== null && !hasBothSides(turns)) return null;
  const passages = turns
    .filter((turn) => turn.side === 'buyer')
    .flatMap((turn) =>
      turn.lines.map((span) => ({ ...span, voice: 'buyer' as const, speaker: turn.speaker })),
    );
  return {
    passages,
    written: passagesOf(lines),
    automatic: false,
    silence: passages.length > 0 ? null : silenceOf(turns),
  };
}

function hasBothSides(turns: readonly Turn[]): boolean {
  return (
    turns.some((turn) => turn.side === 'buyer') && turns.some((turn) => turn.side === 'seller')
  );
}

function silenceOf(turns: readonly Turn[]): SilenceReason {
  return turns.some((turn) => turn.side === null) ? 'author_unknown' : 'our_side';
}
