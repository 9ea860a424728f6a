import { rarestFirst, type Gate } from './required-words.ts';
import { createWordAutomaton } from './word-automaton.ts';

/** A gate of a row, behind its rarest need. */
interface Guarded {
  readonly row: number;
  /** What else must be met: of the words with these numbers one each. */
  readonly others: readonly (readonly number[])[];
}

/**
 * Tells which rows a text may match: those with a gate of which it meets every need. A gate is looked at only when its
 * rarest need is met, so that the commonest words cost next to nothing.
 */
export function createGateKeeper(
  gatesOfRows: readonly (readonly Gate[])[],
): (text: string) => readonly number[] {
  const { open, words, guardedBy } = indexed(gatesOfRows);
  const scan = createWordAutomaton(words);
  // Kept between texts, since most are a sentence and there are many; each leaves it as it was.
  const isFound = new Uint8Array(words.length);
  const isMet = (need: readonly number[]): boolean => need.some((word) => isFound[word] === 1);
  return (text) => {
    const found: number[] = [];
    scan(text, (word) => {
      if (isFound[word] === 1) return;
      isFound[word] = 1;
      found.push(word);
    });
    const passed = new Set(open);
    for (const word of found) {
      for (const { row, others } of guardedBy[word] ?? []) {
        if (!passed.has(row) && others.every(isMet)) passed.add(row);
      }
    }
    for (const word of found) isFound[word] = 0;
    return [...passed].sort((a, b) => a - b);
  };
}

interface Index {
  /** Rows that need nothing. */
  readonly open: readonly number[];
  readonly words: readonly string[];
  /** By word: the gates whose rarest need it meets. */
  readonly guardedBy: readonly (readonly Guarded[])[];
}

/** Of a word that is nobody's rarest: one list for all of them, which stays in the processor's cache. */
const NONE: readonly Guarded[] = [];

function indexed(gatesOfRows: readonly (readonly Gate[])[]): Index {
  const open: number[] = [];
  const numbers = new Map<string, number>();
  const guardedBy: Guarded[][] = [];
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    if (number === numbers.size) guardedBy.push([]);
    numbers.set(word, number);
    return number;
  };
  for (const [row, gates] of gatesOfRows.entries()) {
    for (const gate of gates) {
      const [rarest, ...others] = rarestFirst(gate).map((need) => need.map(numberOf));
      if (rarest === undefined) open.push(row);
      else for (const word of rarest) guardedBy[word]?.push({ row, others });
    }
  }
  return {
    open,
    words: [...numbers.keys()],
    guardedBy: guardedBy.map((guarded) => (guarded.length === 0 ? NONE : guarded)),
  };
}
