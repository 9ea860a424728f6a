import { parseArgs } from 'node:util';
import { renderRow } from './bench/row.ts';
import { measureCard } from './bench-card/measure-card.ts';
import type { Closers } from './bench-card/open-counter.ts';

/** `npm run -s bench:card -- --json`: how fast cards are built and opened, and how much travels. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const say = (line: string): void => {
  console.error(line);
};
const closers: Closers = [];

/** Newest first; one that fails does not keep the others. */
async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).toReversed()) await close().catch(() => undefined);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void closeAll().then(() => process.exit(3)));

try {
  const startedMs = performance.now();
  const results = await measureCard(closers, say);
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (values.json) console.log(JSON.stringify({ bench: 'card', seconds, results }));
  else console.log(results.map(renderRow).join('\n'));
  process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;
} catch (error) {
  say(`The card could not be measured. ${String(error)}`);
  process.exitCode = 3;
} finally {
  await closeAll();
}
