import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MEANING_NUMBERS } from '../../server/inference/heads/encode-wording.ts';
import { CUE_FEATURES } from '../../server/inference/heads/features-of.ts';
import { BUCKETS } from '../../server/inference/heads/hash-wording.ts';
import { OUTPUTS, SAID } from '../../server/inference/heads/needs.ts';
import type { Example } from './collect-examples.ts';

/** Weights feature by feature, within it output by output. */
export interface Heads {
  readonly words: Float32Array;
  readonly cues: Float32Array;
  /** Empty where the heads know no meanings. */
  readonly meanings: Float32Array;
  readonly bias: Float32Array;
}

export interface FittedHeads {
  /** Over words and cues alone. */
  readonly gate: Heads;
  /** Over the meaning, too. */
  readonly heads: Heads;
  /** What the trainer itself answers to some of the examples. */
  readonly parity: readonly Parity[];
}

export interface Parity {
  readonly example: Example;
  /** Logits, output by output. */
  readonly gate: readonly number[];
  readonly heads: readonly number[];
}

/** So many examples, evenly spread, show whether the reader weighs as the trainer does. */
const PARITY_EXAMPLES = 24;

const FIT = fileURLToPath(new URL('fit_heads.py', import.meta.url));

/** Both sets of heads, fitted by NumPy and SciPy; for twenty thousand sentences a minute or two, with 2 GB. */
export function fitHeads(examples: readonly Example[]): FittedHeads {
  const folder = mkdtempSync(path.join(tmpdir(), 'attune-heads-'));
  try {
    writeFileSync(path.join(folder, 'sentences.json'), JSON.stringify(sentencesFor(examples)));
    writeFileSync(path.join(folder, 'meanings.f32'), meaningsOf(examples));
    const { status } = spawnSync('python3', [FIT, folder], { stdio: 'inherit' });
    if (status !== 0)
      throw new Error('The heads were not fitted. Install python3-numpy and python3-scipy.');
    return {
      gate: headsIn(folder, 'gate.f32'),
      heads: headsIn(folder, 'heads.f32'),
      parity: parityIn(folder, examples),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sentencesFor(examples: readonly Example[]) {
  return {
    ...{ outputs: OUTPUTS, buckets: BUCKETS, cues: CUE_FEATURES },
    parity: parityRows(examples),
    sentences: examples.map(({ features, needs, optional, said, times }) => ({
      buckets: features.buckets,
      each: features.each,
      cues: [...features.cues.entries()].filter(([, strength]) => strength > 0),
      carries: said === true ? [...needs, SAID] : needs,
      open: [...optional.filter((need) => !needs.includes(need)), ...(said === null ? [SAID] : [])],
      times,
    })),
  };
}

function meaningsOf(examples: readonly Example[]): Float32Array {
  const all = new Float32Array(examples.length * MEANING_NUMBERS);
  for (const [row, { meaning }] of examples.entries()) all.set(meaning, row * MEANING_NUMBERS);
  return all;
}

function headsIn(folder: string, name: string): Heads {
  const weights = numbersIn(path.join(folder, name));
  const words = BUCKETS * OUTPUTS;
  const cues = words + CUE_FEATURES * OUTPUTS;
  const bias = weights.length - OUTPUTS;
  return {
    words: weights.subarray(0, words),
    cues: weights.subarray(words, cues),
    meanings: weights.subarray(cues, bias),
    bias: weights.subarray(bias),
  };
}

function parityRows(examples: readonly Example[]): readonly number[] {
  const step = Math.ceil(examples.length / PARITY_EXAMPLES);
  return [...examples.keys()].filter((row) => row % step === 0);
}

/** Written row by row, the gate's logits and then the heads'. */
function parityIn(folder: string, examples: readonly Example[]): readonly Parity[] {
  const logits = [...numbersIn(path.join(folder, 'parity.f32'))];
  return parityRows(examples).flatMap((row, at): readonly Parity[] => {
    const start = at * 2 * OUTPUTS;
    const [gate, heads] = [start, start + OUTPUTS].map((from) =>
      logits.slice(from, from + OUTPUTS).map((logit) => Number(logit.toFixed(4))),
    );
    const example = examples[row];
    return example && gate && heads ? [{ example, gate, heads }] : [];
  });
}

function numbersIn(file: string): Float32Array {
  return new Float32Array(new Uint8Array(readFileSync(file)).buffer);
}
