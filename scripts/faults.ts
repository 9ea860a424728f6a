import { parseArgs } from 'node:util';
import { measureFaults, type FaultResult } from '../test/faults/measure-faults.ts';

/** `npm run -s faults -- --seconds N --seed N --json`: kill, break, flood; count what was lost. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => {
  console.error(line);
};

function describe({ name, value, unit, target }: FaultResult): string {
  return `${name}: ${value} ${unit}${target === null ? '' : ` (${target})`}`;
}

try {
  const startedMs = performance.now();
  const results = await measureFaults({
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    say,
  });
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (values.json) console.log(JSON.stringify({ bench: 'faults', seconds, results }));
  else for (const result of results) console.log(describe(result));
  process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;
} catch (error) {
  say(`The faults could not be run. ${String(error)}`);
  process.exitCode = 3;
}
