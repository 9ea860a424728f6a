/** Buckets of the hashed features; a power of two. */
export const BUCKETS = 2 ** 15;

const TOKEN = /[\p{L}\p{N}']+|[?!…]/gu;
const LETTERS_RUN = 4;
/** Apart from each other, so that a word and a run of letters spelt alike are two features. */
const KIND = { word: 1, pair: 2, around: 3, triple: 4, letters: 5 } as const;
const EDGE = 7;
/** A longer sentence is looked at up to here: no need takes so many words. */
const MOST_TOKENS = 120;
const LONGEST_WORD = 40;

/**
 * How a sentence is worded, as buckets, ascending and each once: words, pairs and triples of words, words around one
 * that is left open, and runs of four letters. `normal` is a sentence's normalised text.
 */
export function hashWording(normal: string): readonly number[] {
  const words = (normal.match(TOKEN) ?? []).slice(0, MOST_TOKENS);
  const found = new Set<number>();
  const add = (kind: number, ...parts: readonly number[]): void => {
    found.add(bucketOf(parts.reduce(mix, kind)));
  };
  for (const word of words) for (const run of letterRuns(word)) add(KIND.letters, run);
  const hashes = [EDGE, ...words.map((word) => hashOf(word)), EDGE];
  for (const [at, hash] of hashes.entries()) {
    const [next, afterNext] = [hashes[at + 1], hashes[at + 2]];
    if (hash !== EDGE) add(KIND.word, hash);
    if (next === undefined) continue;
    add(KIND.pair, hash, next);
    if (afterNext === undefined) continue;
    add(KIND.around, hash, afterNext);
    add(KIND.triple, hash, next, afterNext);
  }
  return [...found].toSorted((a, b) => a - b);
}

function letterRuns(word: string): readonly number[] {
  const last = Math.min(word.length, LONGEST_WORD) - LETTERS_RUN;
  const runs: number[] = [];
  for (let start = 0; start <= last; start += 1)
    runs.push(hashOf(word.slice(start, start + LETTERS_RUN)));
  return runs;
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo): small, and good enough to spread words. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

function mix(hash: number, part: number): number {
  return Math.imul(hash ^ part, 0x01000193) ^ (part >>> 15);
}

function bucketOf(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((spread ^ (spread >>> 13)) >>> 0) % BUCKETS;
}
