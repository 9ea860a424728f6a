import { parseArgs } from 'node:util';
import { Closers } from './bench-sync/closers.ts';
import { renderRow } from './bench/row.ts';
import { measureFaults } from './faults/measure-faults.ts';
import { HUBSPOT_STORM } from './faults/storm/crm/hubspot-storm.ts';
import { SALESFORCE_STORM } from './faults/storm/crm/salesforce-storm.ts';
import { measureStorm } from './faults/storm/measure-storm.ts';

/**
 * `npm run -s faults -- --seconds N --seed N --json`: kill, break, flood; count what was lost. `--crm salesforce`: over
 * orgs. `--night`: the same for the sandbox's first night as one process, which takes longer.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    night: { type: 'boolean', default: false },
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
  const wish = { seconds: Number(values.seconds), seed: Number(values.seed), say };
  const crm = values.crm === 'salesforce' ? SALESFORCE_STORM : HUBSPOT_STORM;
  const results = await (values.night
    ? measureFaults(wish)
    : measureStorm({ ...wish, crm }, closers));
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (values.json) console.log(JSON.stringify({ bench: 'faults', seconds, results }));
  else console.log(results.map(renderRow).join('\n'));
  process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;
} catch (error) {
  say(`The faults could not be run. ${String(error)}`);
  if (error instanceof Error) say(error.stack ?? '');
  process.exitCode = 3;
} finally {
  await closers.close();
  // What was to come of a run that failed must not keep it.
  if (process.exitCode === 3) process.exit();
}
