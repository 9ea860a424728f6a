import { EDGE } from './parse-pattern.ts';

/**
 * Finds many words in one pass over a text (Aho and Corasick, 1975). Any run of white space counts as one space.
 * `found` hears the index of each word at each of its places.
 */
export type WordAutomaton = (text: string, found: (word: number) => void) => void;

/** `words`: ASCII, white space as single spaces, `EDGE` where a word must begin or end; none empty. */
export function createWordAutomaton(words: readonly string[]): WordAutomaton {
  const edged = words.map(withInnerEdges);
  const { letterOf, size } = alphabetOf(edged);
  const { next, silent, endsFrom, ends } = tablesOf(grow(edged, letterOf), size);
  const entries = entriesOf(letterOf);
  const space = letterOf(' ');
  const edge = letterOf(EDGE);
  const after = (state: number, letter: number): number => numberAt(next, state * size + letter);
  const tell = (state: number, found: (word: number) => void): void => {
    if (state < silent) return;
    const until = numberAt(endsFrom, state - silent + 1);
    const from = numberAt(endsFrom, state - silent);
    for (let each = from; each < until; each += 1) found(numberAt(ends, each));
  };
  return (text, found) => {
    let state = 0;
    let last = OTHER;
    let inWord = 0;
    for (let at = 0; at < text.length; at += 1) {
      const entry = entries[text.charCodeAt(at)] ?? OTHER;
      const letter = entry & LETTER;
      if (letter === space && last === space) continue;
      last = letter;
      if ((entry & IN_WORD) !== inWord) {
        inWord = entry & IN_WORD;
        state = after(state, edge);
        tell(state, found);
      }
      state = after(state, letter);
      tell(state, found);
    }
    if (inWord !== 0) tell(after(state, edge), found);
  };
}

/** The tables have no holes; the types cannot know that. */
function numberAt(table: Uint16Array | Uint32Array, index: number): number {
  return table[index] ?? 0;
}

/** An edge wherever one must be inside a word, so that a text's edges are met like letters. */
function withInnerEdges(word: string): string {
  return word.replace(/(?<=\w)(?=[^\w\b])|(?<=[^\w\b])(?=\w)/g, EDGE);
}

const CODE_UNITS = 65_536;
/** The letter of every character that no word has. */
const OTHER = 0;
/** A code unit's entry holds its letter, and whether it is one of `\w`. */
const LETTER = 0x7f;
const IN_WORD = 0x80;
const ASCII = 128;
/** What `\s` takes (ECMA-262, WhiteSpace and LineTerminator). */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const NONE: readonly number[] = [];

type LetterOf = (character: string) => number;

function alphabetOf(words: readonly string[]): { letterOf: LetterOf; size: number } {
  const characters = [...new Set([' ', EDGE, ...words.flatMap((word) => word.split(''))])];
  const letters = new Map(characters.map((character, index) => [character, index + 1]));
  return { letterOf: (character) => letters.get(character) ?? OTHER, size: characters.length + 1 };
}

/** The entry of every code unit. */
function entriesOf(letterOf: LetterOf): Uint8Array {
  const entries = new Uint8Array(CODE_UNITS);
  for (let unit = 0; unit < ASCII; unit += 1) {
    const character = String.fromCharCode(unit);
    if (unit !== EDGE.charCodeAt(0)) entries[unit] = letterOf(character);
    if (/\w/.test(character)) entries[unit] = letterOf(character) | IN_WORD;
  }
  for (const character of SPACES) entries[character.charCodeAt(0)] = letterOf(' ');
  return entries;
}

interface State {
  readonly children: Map<number, number>;
  readonly ends: number[];
}

/** The words as a tree, state 0 its root. */
function grow(words: readonly string[], letterOf: LetterOf): readonly State[] {
  const tree: State[] = [{ children: new Map(), ends: [] }];
  words.forEach((word, index) => {
    let state = 0;
    for (const character of word) state = childOf(tree, state, letterOf(character));
    tree[state]?.ends.push(index);
  });
  return tree;
}

function childOf(tree: State[], state: number, letter: number): number {
  const known = tree[state]?.children.get(letter);
  if (known !== undefined) return known;
  tree[state]?.children.set(letter, tree.length);
  return tree.push({ children: new Map(), ends: [] }) - 1;
}

interface Tables {
  /** The state after `state` and `letter`, at `state * size + letter`. */
  readonly next: Uint16Array | Uint32Array;
  /** So many states, the first ones, end no word. */
  readonly silent: number;
  /** The words that end in each of the others: `ends` from `endsFrom[n]` to `endsFrom[n + 1]`. */
  readonly endsFrom: Uint32Array;
  readonly ends: Uint32Array;
}

/** The states that end no word come first, so that a scan sees by its number what a state is. */
function tablesOf(tree: readonly State[], size: number): Tables {
  const { next, ends, byBreadth } = withWaysBack(tree, size);
  const isSilent = (state: number): boolean => ends[state]?.length === 0;
  const silent = byBreadth.filter(isSilent);
  const loud = byBreadth.filter((state) => !isSilent(state));
  return {
    next: renumbered(next, [...silent, ...loud]),
    silent: silent.length,
    ...laidOut(loud.map((state) => ends[state] ?? NONE)),
  };
}

/**
 * Where no word goes on, the automaton goes on from the longest end of what it read that begins another word, whose own
 * words end here too. States come by breadth, so that this shorter way back is known before it is needed.
 */
function withWaysBack(
  tree: readonly State[],
  size: number,
): Pick<Tables, 'next'> & { ends: readonly number[][]; byBreadth: readonly number[] } {
  const next = cellsFor(tree.length, size);
  const ends = tree.map((state) => state.ends);
  const back = new Uint32Array(tree.length);
  const byBreadth = [0];
  for (const state of byBreadth) {
    const way = (back[state] ?? 0) * size;
    next.copyWithin(state * size, way, way + size);
    for (const [letter, child] of tree[state]?.children ?? []) {
      const other = next[state * size + letter] ?? 0;
      next[state * size + letter] = child;
      back[child] = other;
      inherit(ends, child, other);
      byBreadth.push(child);
    }
  }
  return { next, ends, byBreadth };
}

/** Lists one after the other in one piece of memory. */
function laidOut(lists: readonly (readonly number[])[]): Pick<Tables, 'endsFrom' | 'ends'> {
  const endsFrom = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) {
    endsFrom[index + 1] = numberAt(endsFrom, index) + list.length;
  }
  return { endsFrom, ends: Uint32Array.from(lists.flat()) };
}

function inherit(ends: readonly number[][], child: number, other: number): void {
  ends[child]?.push(...(ends[other] ?? NONE));
}

/** The table with its states in another order: those that a scan meets most lie close together. */
function renumbered(next: Tables['next'], order: readonly number[]): Tables['next'] {
  const size = next.length / order.length;
  const place = new Uint32Array(order.length);
  for (const [index, state] of order.entries()) place[state] = index;
  const moved = cellsFor(order.length, size);
  for (const [index, state] of order.entries()) {
    const row = next.subarray(state * size, (state + 1) * size);
    moved.set(
      row.map((to) => place[to] ?? 0),
      index * size,
    );
  }
  return moved;
}

/** Half the memory where it is enough: the table's size is what a scan's time hangs on. */
function cellsFor(states: number, size: number): Tables['next'] {
  return states > 65_535 ? new Uint32Array(states * size) : new Uint16Array(states * size);
}
