import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { openDriverHeads } from '../server/inference/heads/driver-heads.ts';
import { openWordingEncoder } from '../server/inference/heads/encode-wording.ts';
import { mixedLogits } from '../server/inference/heads/weigh-wording.ts';
import { collectExamples, type Example } from './train/collect-examples.ts';
import { fitHeads, type FittedHeads, type Heads } from './train/fit-heads.ts';
import { listTexts } from './train/list-texts.ts';
import { measureHeads, type WeighExample } from './train/measure-heads.ts';
import { parityOf } from './train/parity-of.ts';
import { writeHeads } from './train/write-heads.ts';

/**
 * `npm run -s train`: fits the driver heads to the labelled texts of test/evals and writes them where the reader looks.
 * `npm run -s train -- --curve`: writes nothing, and tells how much a quarter, a half and all of the texts teach.
 * Some minutes, with Debian's python3-numpy and python3-scipy; the same texts give the same files on the same machine.
 */
const MODEL = new URL('../server/inference/model/', import.meta.url);
const PARITY = new URL('../test/fixtures/driver-heads-parity.json', import.meta.url);
const PARTS = [0.25, 0.5, 1];

const { learnt, unseen, unmet } = listTexts();
const encode = openWordingEncoder();
const examples = collectExamples(learnt, encode);
const apart = { unseen: collectExamples(unseen, encode), unmet: collectExamples(unmet, encode) };
if (process.argv.includes('--curve'))
  for (const part of PARTS) say({ part, ...measured(partOf(part)) });
else {
  const fitted = fitHeads(examples);
  writeFileSync(PARITY, JSON.stringify(parityOf(fitted), null, 1));
  const sha256 = {
    gate: save('driver-gate.bin', fitted.gate),
    heads: save('driver-heads.bin', fitted.heads),
  };
  say({ sentences: examples.length, ...scoresOf(fitted), sha256 });
}

function save(name: string, heads: Heads): string {
  const file = writeHeads(heads);
  writeFileSync(new URL(name, MODEL), file);
  return createHash('sha256').update(file).digest('hex');
}

function measured(of: readonly Example[]) {
  const texts = new Set(of.map(({ itemId }) => itemId)).size;
  return { texts, sentences: of.length, ...scoresOf(fitHeads(of)) };
}

function scoresOf({ gate, heads }: FittedHeads) {
  const [byWords, byMeaning] = [gate, heads].map((each) => openDriverHeads(writeHeads(each)));
  if (byWords === undefined || byMeaning === undefined) throw new Error('Both sets are fitted.');
  const weigh: WeighExample = ({ features, meaning }) =>
    mixedLogits(byWords(features), byMeaning(features, meaning));
  return {
    unseen: measureHeads(weigh, apart.unseen),
    unmet: measureHeads(weigh, apart.unmet),
  };
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
