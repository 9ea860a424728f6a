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
  readonly words: HolderWords;
}

/** How a language passes on what a colleague thinks. Over normalised text. */
export interface HolderWords {
  /** Behind a colleague's name: "our CFO thinks …", "Mr. Tamagawa feels that …". */
  readonly opines: RegExp;
  readonly pronounOpines: RegExp;
  /** The author speaks of themselves after all; a "we" may still be the colleague's ("our CFO says we pay too much"). */
  readonly firstPerson: RegExp;
}

/** Colleagues pulling apart or together, and not being answered, are the need of the one who tells it. */
const TELLERS: ReadonlySet<Driver> = new Set(['alignment', 'being_heard']);

/** Whose need a buyer's own words carry: a listed colleague's, else the author's. */
export function holderInOwnWords(sentence: Sentence, context: HolderContext): Participant | null {
  const { author, core, driver, mentions, spokenOf, words } = context;
  if (author !== null && TELLERS.has(driver)) return author;
  const until = core.end - sentence.start;
  const colleague = mentions.findLast(
    (mention) =>
      mention.end <= until &&
      mention.person.id !== author?.id &&
      opines(sentence, mention, context),
  );
  if (colleague !== undefined) return colleague.person;
  return words.pronounOpines.test(sentence.normal) && spokenOf !== null ? spokenOf : author;
}

function opines(sentence: Sentence, mention: Mention, { core, words }: HolderContext): boolean {
  const rest = sentence.normal.slice(mention.end);
  if (!words.opines.test(rest)) return false;
  const between = rest.slice(0, Math.max(0, core.end - sentence.start - mention.end));
  return !words.firstPerson.test(between);
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
