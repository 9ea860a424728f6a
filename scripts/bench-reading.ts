import { readActivity } from '../server/inference/read-activity.ts';
import { decodeText } from '../server/inference/new-text/decode-text.ts';
import type { ReadingInput } from '../server/inference/reading.ts';
import { loadStories } from '../test/simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../test/simulators/hubspot/neutral-records.ts';
import { isActivity } from '../server/crm/records.ts';

/** `npm run -s bench:reading -- --json`: activities of the sandbox's stories read per second on one core. */
const MEASURE_MS = 3_000;
/** A million activities in a night of six hours on two cores; the yardstick is the same texts only decoded. */
const TARGET_PER_SECOND = 1_000_000 / (6 * 3_600 * 2);

const started = performance.now();
const inputs = await storyInputs();
const read = measure((input) => readActivity(input));
const decoded = measure(({ text }) => decodeText(text));
const holds = read >= TARGET_PER_SECOND;
const result = {
  bench: 'reading',
  seconds: Math.round(performance.now() - started) / 1000,
  results: [
    {
      name: 'activities read, one core',
      value: Math.round(read),
      unit: 'activities/s',
      yardstick: Math.round(decoded),
      ratio: Math.round((1000 * read) / decoded) / 1000,
      target: `>= ${Math.round(TARGET_PER_SECOND)}`,
      holds,
    },
  ],
};
console.log(JSON.stringify(result));
process.exit(holds ? 0 : 1);

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

function measure(work: (input: ReadingInput) => unknown): number {
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < MEASURE_MS) {
    for (const input of inputs) work(input);
    count += inputs.length;
  }
  return (count * 1000) / (performance.now() - begun);
}
