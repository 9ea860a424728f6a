import type { Moment, Phrase } from '../../shared/card.ts';
import { phrase } from '../domain/phrase.ts';

/** What a line can be filled with; absent when the deal does not have it. All but the name are facts of this deal. */
export interface TemplateFacts {
  readonly first: Phrase;
  /** "You wrote “…”", said to the buyer, opening a sentence. */
  readonly You_said?: Phrase;
  readonly words?: Phrase;
  /** The words, where they ask something. */
  readonly question?: Phrase;
  /** "Dana raised it twice", "it has been open for 19 days": one plain fact, as a clause. */
  readonly fact?: Phrase;
  /** The same, said to the buyer, opening a sentence. */
  readonly Your_fact?: Phrase;
  /** "twice": only from the second time on. */
  readonly times?: Phrase;
  /** "19 days": how long it has been open, from the second day on. */
  readonly since?: Phrase;
  readonly ago?: Phrase;
  /** "Thursday's meeting", within the next days. */
  readonly meeting?: Phrase;
  readonly colleague?: Phrase;
  readonly outcome?: Phrase;
}

const SLOT = /\{(\w+)\}/g;

/** The line with its facts; null when one of them is not known, or when it holds no fact of this deal at all. */
export function fillTemplate(template: string, facts: TemplateFacts): Phrase | null {
  const known = new Map<string, Phrase>(Object.entries(facts));
  const wanted = slotsOf(template);
  if (!wanted.some((slot) => slot !== 'first') || wanted.some((slot) => !known.has(slot)))
    return null;
  const parts = template
    .split(SLOT)
    .map((part, index) => (index % 2 === 0 ? part : (known.get(part) ?? '')));
  return phrase(...parts).map(tidy);
}

export function slotsOf(template: string): readonly string[] {
  return [...template.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** A quote that ends in a question mark needs no full stop after it. */
function tidy(part: string | Moment): string | Moment {
  return typeof part === 'string' ? part.replaceAll(/([?.…])”\./g, '$1”') : part;
}
