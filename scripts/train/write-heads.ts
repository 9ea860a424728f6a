import type { HeadsHeader } from '../../server/inference/heads/driver-heads.ts';
import { OUTPUTS } from '../../server/inference/heads/needs.ts';
import type { Heads } from './fit-heads.ts';

const STEPS = 32_767;
const START = 4;

/** The file that `openDriverHeads` reads; the words' weights are rounded to one of 65,535 steps. */
export function writeHeads({ words, cues, meanings, bias }: Heads): Uint8Array {
  const largest = words.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / STEPS;
  const header: HeadsHeader = {
    ...{ scale, bias: rounded(bias), cues: rounded(cues) },
    knowsMeanings: meanings.length > 0,
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(text.length / 4) * 4;
  const wordsAt = START + padded;
  const meaningsAt = wordsAt + words.length * 2;
  const file = new Uint8Array(meaningsAt + meanings.length * 4).fill(0x20, START, wordsAt);
  const view = new DataView(file.buffer);
  view.setUint32(0, padded, true);
  file.set(text, START);
  for (const [index, weight] of words.entries())
    view.setInt16(wordsAt + index * 2, Math.round(weight / scale), true);
  for (const [index, weight] of byOutput(meanings).entries())
    view.setFloat32(meaningsAt + index * 4, weight, true);
  return file;
}

/** Fitted feature by feature, weighed output by output. */
function byOutput(meanings: Float32Array): Float32Array {
  const features = meanings.length / OUTPUTS;
  return meanings.map((_, index) => {
    const [output, feature] = [Math.floor(index / features), index % features];
    return meanings[feature * OUTPUTS + output] ?? 0;
  });
}

function rounded(weights: Float32Array): number[] {
  return Array.from(weights, (weight) => Number(weight.toFixed(4)));
}
