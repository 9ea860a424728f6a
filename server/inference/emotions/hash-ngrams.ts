import { numberAt } from './number-at.ts';

const TOKEN = /[\p{L}\p{N}_]+|[!?]+|[^\p{L}\p{N}_\s]/gu;
const SHORTEST = 3;
const LONGEST = 5;
const encoder = new TextEncoder();
/** A longer run of letters is no word: what follows in it is not looked at. */
const LONGEST_WORD = 1_000;

/** The words and pairs of words of a text, each once, as buckets below `buckets`. */
export function wordNgrams(text: string, buckets: number): ReadonlySet<number> {
  const tokens = text.toLowerCase().match(TOKEN) ?? [];
  const found = new Set<number>();
  for (const [index, token] of tokens.entries()) {
    found.add(bucketOf(token, buckets));
    const next = tokens[index + 1];
    if (next !== undefined) found.add(bucketOf(`${token} ${next}`, buckets));
  }
  return found;
}

/** Runs of three to five letters within words, spaces at their ends included, and how often each occurs. */
export function letterNgrams(text: string, buckets: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const word of text.toLowerCase().split(/\s+/)) {
    if (word === '') continue;
    for (const run of runsOf(Array.from(` ${word.slice(0, LONGEST_WORD)} `))) {
      const bucket = bucketOf(run, buckets);
      found.set(bucket, (found.get(bucket) ?? 0) + 1);
    }
  }
  return found;
}

/** A word shorter than a run is that run, once. */
function* runsOf(letters: readonly string[]): Generator<string> {
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    for (let start = 0; start === 0 || start + length <= letters.length; start += 1)
      yield letters.slice(start, start + length).join('');
    if (letters.length <= length) return;
  }
}

function bucketOf(run: string, buckets: number): number {
  return Math.abs(murmur3(encoder.encode(run)) | 0) % buckets;
}

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** MurmurHash3, 32 bits, seed 0 (A. Appleby, public domain): the hash that the model's features were made with. */
function murmur3(bytes: Uint8Array): number {
  const whole = bytes.length & ~3;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let hash = 0;
  for (let at = 0; at < whole; at += 4) {
    hash ^= scramble(view.getUint32(at, true));
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8) | numberAt(bytes, at);
  if (bytes.length > whole) hash ^= scramble(rest);
  return finish(hash ^ bytes.length);
}

function scramble(block: number): number {
  const mixed = Math.imul(block, C1);
  return Math.imul((mixed << 15) | (mixed >>> 17), C2);
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
