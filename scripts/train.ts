import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { collectExamples, type Example } from './train/collect-examples.ts';
import { fitHeads } from './train/fit-heads.ts';
import { listTexts } from './train/list-texts.ts';
import { measureHeads } from './train/measure-heads.ts';
import { writeHeads } from './train/write-heads.ts';

/**
 * `npm run -s train`: fits the driver heads to the labelled texts of test/evals and writes them where the reader looks.
 * `npm run -s train -- --curve`: writes nothing, and tells how much a quarter, a half and all of the texts teach.
 * Some minutes; the same texts give the same file.
 */
const MODEL = new URL('../server/inference/model/driver-heads.bin', import.meta.url);
const PARTS = [0.25, 0.5, 1];

const { learnt, unseen } = listTexts();
const examples = collectExamples(learnt);
const apart = collectExamples(unseen);
if (process.argv.includes('--curve'))
  for (const part of PARTS) say({ part, ...fitAndMeasure(partOf(part)) });
else {
  const { heads, ...measured } = fit(examples);
  const file = writeHeads(heads);
  writeFileSync(MODEL, file);
  say({ ...measured, sha256: createHash('sha256').update(file).digest('hex') });
}

function fit(of: readonly Example[]) {
  const heads = fitHeads(of);
  return { sentences: of.length, heads, unseen: measureHeads(heads, apart) };
}

function fitAndMeasure(of: readonly Example[]) {
  const { sentences, unseen: score } = fit(of);
  return { sentences, unseen: score };
}

/** Of every writer the same share, so that fewer texts are not fewer voices. */
function partOf(part: number): readonly Example[] {
  const byText = Map.groupBy(examples, ({ itemId }) => itemId);
  const kept = [...byText.values()].filter(
    (_, at) => Math.floor(at * part) < Math.floor((at + 1) * part),
  );
  return kept.flat();
}

function say(line: object): void {
  console.log(JSON.stringify(line));
}
