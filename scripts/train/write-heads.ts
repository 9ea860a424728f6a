import type { HeadsHeader } from '../../server/inference/heads/driver-heads.ts';
import type { Heads } from './fit-heads.ts';

const STEPS = 32_767;

/** The file that `openDriverHeads` reads; weights are rounded to one of 65,535 steps. */
export function writeHeads({ words, cues, bias }: Heads): Uint8Array {
  const largest = words.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / STEPS;
  const header: HeadsHeader = { scale, bias: rounded(bias), cues: rounded(cues) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = text.length + (text.length % 2);
  const file = new Uint8Array(4 + padded + words.length * 2).fill(0x20, 4, 4 + padded);
  const view = new DataView(file.buffer);
  view.setUint32(0, padded, true);
  file.set(text, 4);
  for (const [index, weight] of words.entries())
    view.setInt16(4 + padded + index * 2, Math.round(weight / scale), true);
  return file;
}

function rounded(weights: Float64Array): number[] {
  return Array.from(weights, (weight) => Number(weight.toFixed(4)));
}
