import { EDGE, type Pattern, type Repeat } from './parse-pattern.ts';

/** Of these words one must occur. A word is any run of characters; white space in it is one space. */
export type Need = readonly string[];
/** All of these must be met. */
export type Gate = readonly Need[];

/**
 * What a part of a pattern asks of a text: one of a few words, which is everything the part can be, or to meet a gate. A
 * run of white space counts as one space. A gate without needs: nothing is required.
 */
type Demand =
  | { readonly spelled: readonly string[] }
  | { readonly spelled: null; readonly gates: readonly Gate[] };

/** More ways than these to spell a part, or to meet a pattern, are not written out. */
const MOST_SPELLINGS = 16;
const MOST_GATES = 48;
/** The first letters of a word are rare enough, and keep the automaton small. */
const LONGEST_WORD = 12;
/** A need that nearly every sentence meets only costs time. */
const TOO_COMMON = 0.02;

const OPEN: readonly Gate[] = [[]];
const UNKNOWN: Demand = { spelled: null, gates: OPEN };

/** A text that meets none of these gates cannot match the pattern. */
export function gatesOf(pattern: Pattern): readonly Gate[] {
  return gatesOfDemand(demandOf(pattern));
}

function gatesOfDemand(demand: Demand): readonly Gate[] {
  return demand.spelled === null ? demand.gates : gatesOfWords(demand.spelled);
}

function demandOf(pattern: Pattern): Demand {
  switch (pattern.kind) {
    case 'words':
      return { spelled: pattern.options.map(withSingleSpaces) };
    case 'choice':
      return demandOfChoice(pattern.parts.map(demandOf));
    case 'sequence':
      return demandOfSequence(pattern.parts.map(demandOf));
    case 'repeat':
      return demandOfRepeat(demandOf(pattern.part), pattern);
    case 'anything':
      return UNKNOWN;
  }
}

/** Spaces that an expression spells out one after the other are one run in the text, too. */
function withSingleSpaces(word: string): string {
  return word.replace(/ {2,}/g, ' ');
}

/** What is spelled out makes one need together; every other part its own gates. */
function demandOfChoice(parts: readonly Demand[]): Demand {
  const spelled = [...new Set(parts.flatMap((part) => part.spelled ?? []))];
  const rest = parts.flatMap((part) => (part.spelled === null ? part.gates : []));
  if (rest.length === 0 && spelled.length <= MOST_SPELLINGS) return { spelled };
  const gates = spelled.length === 0 ? rest : [...gatesOfWords(spelled), ...rest];
  return { spelled: null, gates: gates.some((gate) => gate.length === 0) ? OPEN : gates };
}

/** Neighbours that are spelled out are needed as one; every other part for itself. */
function demandOfSequence(parts: readonly Demand[]): Demand {
  let gates: readonly Gate[] | null = null;
  let run: readonly string[] = [''];
  for (const part of parts) {
    if (part.spelled !== null && run.length * part.spelled.length <= MOST_SPELLINGS) {
      run = joined(run, part.spelled);
      continue;
    }
    gates = bothGates(gates ?? OPEN, gatesOfWords(run));
    run = part.spelled ?? [''];
    if (part.spelled === null) gates = bothGates(gates, part.gates);
  }
  if (gates === null) return { spelled: run };
  return { spelled: null, gates: bothGates(gates, gatesOfWords(run)) };
}

function joined(run: readonly string[], next: readonly string[]): readonly string[] {
  return run.flatMap((before) => next.map((after) => glued(before, after)));
}

/** Two spaces are one, as are two edges. */
function glued(before: string, after: string): string {
  const first = after.charAt(0);
  const isDouble = (first === ' ' || first === EDGE) && before.endsWith(first);
  return before + (isDouble ? after.slice(1) : after);
}

function demandOfRepeat(demand: Demand, { atLeast, atMost }: Repeat): Demand {
  const { spelled } = demand;
  const isSpace = spelled?.length === 1 && spelled[0] === ' ';
  if (spelled !== null && (isSpace || atMost === 1)) {
    return { spelled: atLeast === 0 ? ['', ...spelled] : spelled };
  }
  return atLeast === 0 ? UNKNOWN : { spelled: null, gates: gatesOfDemand(demand) };
}

/** Every gate of the one with every gate of the other; the rarer ones alone where those are too many. */
export function bothGates(a: readonly Gate[], b: readonly Gate[]): readonly Gate[] {
  if (a.length * b.length > MOST_GATES) return chanceOf(a) < chanceOf(b) ? a : b;
  return a.flatMap((gate) => b.map((other) => [...gate, ...other]));
}

export function rarestFirst(gate: Gate): Gate {
  return gate.toSorted((a, b) => chanceOfNeed(a) - chanceOfNeed(b));
}

function gatesOfWords(words: readonly string[]): readonly Gate[] {
  const need = [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))];
  return chanceOfNeed(need) > TOO_COMMON ? OPEN : [[need]];
}

function chanceOf(gates: readonly Gate[]): number {
  const all = gates.map((gate) => gate.reduce((chance, need) => chance * chanceOfNeed(need), 1));
  return all.reduce((sum, each) => sum + each, 0);
}

/** How often a need is met at a place in a text, roughly: each letter more makes a word rarer by the same factor. */
function chanceOfNeed(need: Need): number {
  return need.reduce((sum, word) => sum + 12 ** -word.replaceAll(EDGE, '').length, 0);
}
