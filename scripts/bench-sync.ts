import { inspect, parseArgs } from 'node:util';
import { renderRow } from './bench/row.ts';
import { Closers } from './bench-sync/closers.ts';
import { measureOrgSync } from './bench-sync/salesforce/measure-org-sync.ts';
import { measureSync } from './bench-sync/measure-sync.ts';

/**
 * `npm run -s bench:sync -- --json [--full | --size 0.01]`: a first load and a night against a strict HubSpot; with `--crm
 * salesforce` nights against a strict org, whose usual size is the whole one.
 */
const USUAL_SIZE = 0.1;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    size: { type: 'string' },
    crm: { type: 'string', default: 'hubspot' },
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
  const isOrg = values.crm === 'salesforce';
  const usual = values.full || isOrg ? 1 : USUAL_SIZE;
  const wish = { size: Number(values.size ?? usual), say };
  const results = await (isOrg ? measureOrgSync(wish, closers) : measureSync(wish, closers));
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
