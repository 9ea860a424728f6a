import type { Driver } from '../../shared/vocabulary.ts';
import type { Sentence } from './clauses.ts';
import type { Mention } from './mentions.ts';
import { buyersOf, only } from './people.ts';
import type { Participant } from './reading.ts';
import type { Span } from './source-text.ts';

/** Where a need stands and who may hold it. */
export interface HolderContext {
  /** The words that carry it, in offsets of the decoded text. */
  readonly core: Span;
  readonly driver: Driver;
  /** Who says it; null in a note. */
  readonly author: Participant | null;
  /** The buyer whom the text before this sentence spoke of. */
  readonly spokenOf: Participant | null;
  readonly people: readonly Participant[];
  /** The buyers whom the sentence names. */
  readonly mentions: readonly Mention[];
}

const OPINION_VERB =
  "(?:thinks?|thought|feels?|felt|says?|said|wants?|wanted|prefers?|is|was|'s|fears?|worries|worried|doesn't|does not|can't|cannot|won't|will not|finds?|found|would|needs?|believes?|sees?|called|calls|asked|asks|told|likes?|loves?|hates?|has|trusts?|insists?|keeps?|still|refuses)";
/** A colleague's need is passed on: "our CFO thinks …", "Mr. Tamagawa feels that …". */
const OPINES = new RegExp(`^(?:'s)?,?(?: \\S+){0,2}? ${OPINION_VERB}\\b`, 'u');
const PRONOUN_OPINES = new RegExp(`^\\W*(?:and |but |so )?(?:he|she) ${OPINION_VERB}\\b`, 'u');
/** The author speaks of themselves after all; a "we" may still be the colleague's ("our CFO says we pay too much"). */
const FIRST_PERSON = /\b(?:i|my|me|i'\w+|myself|and we)\b/u;

/** Colleagues pulling apart or together, and not being answered, are the need of the one who tells it. */
const TELLERS: ReadonlySet<Driver> = new Set(['alignment', 'being_heard']);

/** Whose need a buyer's own words carry: a listed colleague's, else the author's. */
export function holderInOwnWords(sentence: Sentence, context: HolderContext): Participant | null {
  const { author, core, driver, mentions, spokenOf } = context;
  if (author !== null && TELLERS.has(driver)) return author;
  const until = core.end - sentence.start;
  const colleague = mentions.findLast(
    (mention) =>
      mention.end <= until && mention.person.id !== author?.id && opines(sentence, mention, core),
  );
  if (colleague !== undefined) return colleague.person;
  return PRONOUN_OPINES.test(sentence.normal) && spokenOf !== null ? spokenOf : author;
}

function opines(sentence: Sentence, mention: Mention, core: Span): boolean {
  const rest = sentence.normal.slice(mention.end);
  if (!OPINES.test(rest)) return false;
  return !FIRST_PERSON.test(rest.slice(0, Math.max(0, core.end - sentence.start - mention.end)));
}

/** Whose need a note reports: the buyer named first up to the words, else the one it spoke of, else the only one. */
export function holderInNote(sentence: Sentence, context: HolderContext): Participant | null {
  const { mentions } = context;
  const before = mentions.filter((mention) => mention.end <= context.core.end - sentence.start);
  return (before[0] ?? mentions[0])?.person ?? context.spokenOf ?? only(buyersOf(context.people));
}

/** The buyer whom a sentence leaves as the one spoken of. */
export function spokenOfAfter({
  mentions,
  spokenOf,
  author,
}: Pick<HolderContext, 'mentions' | 'spokenOf' | 'author'>): Participant | null {
  const named = mentions.find((mention) => mention.person.id !== author?.id);
  return named?.person ?? spokenOf;
}
