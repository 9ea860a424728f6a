import { availableParallelism } from 'node:os';
import { isActivity } from '../server/crm/records.ts';
import { sentencesOf } from '../server/inference/clauses.ts';
import { decodeText } from '../server/inference/new-text/decode-text.ts';
import { openReaderPool } from '../server/inference/pool/reader-pool.ts';
import { readActivity } from '../server/inference/read-activity.ts';
import type { ReadingInput } from '../server/inference/reading.ts';
import { loadStories } from '../test/simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../test/simulators/hubspot/neutral-records.ts';
import { rowOf } from './bench/row.ts';

/** `npm run -s bench:reading -- --json`: how many texts of the sandbox's stories are read per second. */
const MEASURE_MS = 3_000;
const WARM_UP_MS = 1_000;
/** A million activities in a night of six hours on two cores. */
const TARGET_PER_SECOND = 1_000_000 / (6 * 3_600 * 2);
/** What the sync hands over at once. */
const PAGE = 100;

const started = performance.now();
const inputs = await storyInputs();
/** Only what a buyer wrote: our own side's mails cost next to nothing, since nobody reads them. */
const mails = inputs.filter(({ kind, direction }) => kind === 'email' && direction === 'in');

/** One core is measured by the time that this thread had it, so that neighbours on a shared machine count less. */
const onOneCore = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const byTheClock = (): number => performance.now();

const read = await measure(inputs, each(readActivity), onOneCore);
const decoded = await measure(
  inputs,
  each(({ text }) => decodeText(text)),
  onOneCore,
);
const cut = await measure(mails, each(cutIntoSentences), onOneCore);
const mailsOnCore = await measure(mails, each(readActivity), onOneCore);
const pool = openReaderPool({ threads: availableParallelism() });
const mailsInPool = await measure(pagesOf(mails), (page) => pool.readAll(page), byTheClock);
await pool.close();

const perSecond = { unit: 'activities/s' };
const results = [
  // The yardstick: the same texts only decoded.
  rowOf(
    { name: 'activities read, one core', value: read, yardstick: decoded, ...perSecond },
    { atLeast: Math.round(TARGET_PER_SECOND) },
  ),
  // The yardstick: the same mails only cut into sentences.
  rowOf({ name: 'mails_per_second_core', value: mailsOnCore, yardstick: cut, unit: 'mails/s' }),
  // The yardstick: one core. The ratio comes near the number of cores where nobody else uses them.
  rowOf({
    name: 'mails_per_second_pool',
    value: mailsInPool,
    yardstick: mailsOnCore,
    unit: 'mails/s',
  }),
];
const seconds = Math.round(performance.now() - started) / 1000;
console.log(JSON.stringify({ bench: 'reading', seconds, results }));
process.exit(results.every(({ holds }) => holds) ? 0 : 1);

async function storyInputs(): Promise<readonly ReadingInput[]> {
  const { records } = await loadStories('2026-11-24');
  return [...neutralRecords(records)].filter(isActivity).map(({ kind, direction, text }) => ({
    kind,
    direction,
    text,
    author: direction === 'out' ? 'seller' : 'buyer',
    people: [
      { id: 'buyer', side: 'buyer', name: 'Dana Whitlock', title: null },
      { id: 'seller', side: 'seller', name: 'Sam Okafor', title: null },
    ],
  }));
}

function cutIntoSentences({ text }: ReadingInput): unknown {
  const source = decodeText(text);
  return sentencesOf(source, { start: 0, end: source.text.length });
}

type Work = (texts: readonly ReadingInput[]) => Promise<unknown>;

function each(work: (input: ReadingInput) => unknown): Work {
  return async (texts) => {
    for (const input of texts) work(input);
  };
}

/** The texts over and over, as many as several pages hold. */
function pagesOf(texts: readonly ReadingInput[]): readonly ReadingInput[] {
  const size = PAGE * availableParallelism() * 2;
  return Array.from({ length: size }, (_, index) => texts[index % texts.length]).filter(
    (input) => input !== undefined,
  );
}

/** Texts per second, once the work has been compiled. */
async function measure(
  texts: readonly ReadingInput[],
  work: Work,
  nowMs: () => number,
): Promise<number> {
  await repeat(texts, work, { forMs: WARM_UP_MS, nowMs });
  return repeat(texts, work, { forMs: MEASURE_MS, nowMs });
}

async function repeat(
  texts: readonly ReadingInput[],
  work: Work,
  { forMs, nowMs }: { readonly forMs: number; readonly nowMs: () => number },
): Promise<number> {
  const begun = nowMs();
  let count = 0;
  while (nowMs() - begun < forMs) {
    await work(texts);
    count += texts.length;
  }
  return (count * 1000) / (nowMs() - begun);
}
