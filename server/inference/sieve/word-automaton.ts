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
  const { next, silent, endsFrom, ends } = tablesOf(grow(edged, { letterOf, size }));
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

interface Alphabet {
  readonly letterOf: LetterOf;
  readonly size: number;
}

function alphabetOf(words: readonly string[]): Alphabet {
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

/** The words as a tree, state 0 its root, where no branch is 0 too. */
interface Tree {
  /** The child of `state` by `letter`, at `state * size + letter`. */
  readonly next: Uint16Array | Uint32Array;
  readonly size: number;
  readonly states: number;
  /** The words that end in each state. */
  readonly ends: (readonly number[])[];
}

function grow(words: readonly string[], { letterOf, size }: Alphabet): Tree {
  const states = 1 + countOfBeginnings(words);
  const next = cellsFor(states, size);
  const ends = Array.from({ length: states }, () => NONE);
  let grown = 1;
  for (const [index, word] of words.entries()) {
    let state = 0;
    for (const character of word) {
      const cell = state * size + letterOf(character);
      if (next[cell] === 0) next[cell] = grown++;
      state = numberAt(next, cell);
    }
    ends[state] = [...(ends[state] ?? NONE), index];
  }
  return { next, size, states, ends };
}

/** How many different beginnings the words have: sorted, each adds what it does not share with the one before. */
function countOfBeginnings(words: readonly string[]): number {
  let [count, before] = [0, ''];
  for (const word of words.toSorted()) {
    let shared = 0;
    while (shared < word.length && word[shared] === before[shared]) shared += 1;
    count += word.length - shared;
    before = word;
  }
  return count;
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
function tablesOf(tree: Tree): Tables {
  const byBreadth = addWaysBack(tree);
  const endsOf = (state: number): readonly number[] => tree.ends[state] ?? NONE;
  const silent = byBreadth.filter((state) => endsOf(state).length === 0);
  const loud = byBreadth.filter((state) => endsOf(state).length > 0);
  return {
    next: renumbered(tree, [...silent, ...loud]),
    silent: silent.length,
    ...laidOut(loud.map(endsOf)),
  };
}

/**
 * Where no word goes on, the automaton goes on from the longest end of what it read that begins another word, whose own
 * words end here too. States come by breadth, so that this shorter way back is known before it is needed. Answers them.
 */
function addWaysBack({ next, size, states, ends }: Tree): readonly number[] {
  const back = new Uint32Array(states);
  const byBreadth = [0];
  for (const state of byBreadth) {
    const row = state * size;
    const way = numberAt(back, state) * size;
    for (let letter = 0; letter < size; letter += 1) {
      const child = numberAt(next, row + letter);
      const other = state === 0 ? 0 : numberAt(next, way + letter);
      if (child === 0) next[row + letter] = other;
      else {
        back[child] = other;
        inherit(ends, child, other);
        byBreadth.push(child);
      }
    }
  }
  return byBreadth;
}

/** Lists one after the other in one piece of memory. */
function laidOut(lists: readonly (readonly number[])[]): Pick<Tables, 'endsFrom' | 'ends'> {
  const endsFrom = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) {
    endsFrom[index + 1] = numberAt(endsFrom, index) + list.length;
  }
  return { endsFrom, ends: Uint32Array.from(lists.flat()) };
}

function inherit(ends: (readonly number[])[], child: number, other: number): void {
  const more = ends[other] ?? NONE;
  if (more.length > 0) ends[child] = [...(ends[child] ?? NONE), ...more];
}

/** The table with its states in another order: those that a scan meets most lie close together. */
function renumbered({ next, size }: Tree, order: readonly number[]): Tables['next'] {
  const place = new Uint32Array(order.length);
  for (const [index, state] of order.entries()) place[state] = index;
  const moved = cellsFor(order.length, size);
  let cell = 0;
  for (const state of order) {
    const row = state * size;
    for (let letter = 0; letter < size; letter += 1) {
      moved[cell] = numberAt(place, numberAt(next, row + letter));
      cell += 1;
    }
  }
  return moved;
}

/** Half the memory where it is enough: the table's size is what a scan's time hangs on. */
function cellsFor(states: number, size: number): Tables['next'] {
  return states > 65_535 ? new Uint32Array(states * size) : new Uint16Array(states * size);
}
