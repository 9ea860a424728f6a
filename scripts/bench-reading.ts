import { availableParallelism } from 'node:os';
import { sentencesOf } from '../server/inference/clauses.ts';
import { decodeText } from '../server/inference/new-text/decode-text.ts';
import { openReaderPool } from '../server/inference/pool/reader-pool.ts';
import { readActivity } from '../server/inference/read-activity.ts';
import type { ReadingInput } from '../server/inference/reading.ts';
import {
  isBuyersMail,
  mailsWithNeeds,
  mailsWithNothing,
  storyTexts,
} from './bench-reading/choose-texts.ts';
import { byTheClock, measureRate, onOneCore } from './bench-reading/measure-rate.ts';
import { openPeers } from './bench-reading/peers.ts';
import { startFresh } from './bench-reading/start-fresh.ts';
import { rowOf } from './bench/row.ts';

/** `npm run -s bench:reading -- --json`: how many texts are read per second, and what a reading process costs. */
/** A million activities in a night of six hours on two cores. */
const NIGHT_PER_SECOND = 1_000_000 / (6 * 3_600 * 2);
/** What the sync hands over at once. */
const PAGE = 100;

const started = performance.now();
const fresh = startFresh();
const texts = await storyTexts();
const mails = texts.filter(isBuyersMail);
const worst = mailsWithNeeds();
const peers = openPeers();

const onCore = (of: readonly ReadingInput[], work: (input: ReadingInput) => unknown) =>
  measureRate(of, (all) => all.map(work), onOneCore);

const read = await onCore(texts, readActivity);
const decoded = await onCore(texts, ({ text }) => decodeText(text));
const mailsOnCore = await onCore(mails, readActivity);
const cut = await onCore(mails, cutIntoSentences);
const worstOnCore = await onCore(worst, readActivity);
const quietOnCore = await onCore(mailsWithNothing(), readActivity);
const byVader = await onCore(worst, ({ text }) => peers.vader(text));
const byWink = await onCore(worst, ({ text }) => peers.wink(text));
const pool = openReaderPool({ threads: availableParallelism() });
const inPool = await measureRate(pageOf(mails), (page) => pool.readAll(page), byTheClock);
await pool.close();

const perSecond = { unit: 'mails/s' };
const results = [
  // The yardstick: the same texts only decoded.
  rowOf(
    { name: 'activities read, one core', value: read, yardstick: decoded, unit: 'activities/s' },
    { atLeast: Math.round(NIGHT_PER_SECOND) },
  ),
  // The yardstick: the same mails only cut into sentences.
  rowOf({ name: 'mails_per_second_core', value: mailsOnCore, yardstick: cut, ...perSecond }),
  // The yardstick: one core. The ratio comes near the number of cores where nobody else uses them.
  rowOf({ name: 'mails_per_second_pool', value: inPool, yardstick: mailsOnCore, ...perSecond }),
  // Yardsticks, on the same mails: libraries that tell good from bad, and nothing else.
  rowOf(
    { name: 'worst_mails_per_second_core', value: worstOnCore, yardstick: byVader, ...perSecond },
    { atLeast: 150 },
  ),
  rowOf({
    ...{ name: 'worst_mails_per_second_core, to wink', value: worstOnCore },
    ...{ yardstick: byWink, ...perSecond },
  }),
  rowOf(
    { name: 'gate_closed_mails_per_second_core', value: quietOnCore, ...perSecond },
    { atLeast: 1_000 },
  ),
  rowOf(
    { name: 'first_reading', value: fresh.startMs, unit: 'ms after the start' },
    { atMost: 1_000 },
  ),
  rowOf({ name: 'memory', value: fresh.memoryMb, unit: 'MB of one process' }, { atMost: 400 }),
];
const seconds = Math.round(performance.now() - started) / 1000;
console.log(JSON.stringify({ bench: 'reading', seconds, results }));
process.exit(results.every(({ holds }) => holds) ? 0 : 1);

function cutIntoSentences({ text }: ReadingInput): unknown {
  const source = decodeText(text);
  return sentencesOf(source, { start: 0, end: source.text.length });
}

/** The texts over and over, as many as several pages hold. */
function pageOf(of: readonly ReadingInput[]): readonly ReadingInput[] {
  const size = PAGE * availableParallelism() * 2;
  return Array.from({ length: size }, (_, index) => of[index % of.length]).filter(
    (input) => input !== undefined,
  );
}
