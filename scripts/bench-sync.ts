import { inspect, parseArgs } from 'node:util';
import { renderRow } from './bench/row.ts';
import { Closers } from './bench-sync/closers.ts';
import { measureSync } from './bench-sync/measure-sync.ts';

/** `npm run -s bench:sync -- --json [--full | --size 0.01]`: a first load and a night against a strict HubSpot. */
const USUAL_SIZE = 0.1;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    size: { type: 'string', default: String(USUAL_SIZE) },
  },
});
const say = (line: string): void => {
  console.error(line);
};
const closers = new Closers();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void closers.close().then(() => process.exit(3)));

try {
  const startedMs = performance.now();
  const size = values.full ? 1 : Number(values.size);
  const results = await measureSync({ size, say }, closers);
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (values.json) console.log(JSON.stringify({ bench: 'sync', seconds, results }));
  else console.log(results.map(renderRow).join('\n'));
  process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;
} catch (error) {
  say(`The sync could not be measured. ${inspect(error)}`);
  process.exitCode = 3;
} finally {
  await closers.close();
}
