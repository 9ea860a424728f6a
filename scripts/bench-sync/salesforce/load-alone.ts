import { setTimeout as sleep } from 'node:timers/promises';
import { createSalesforce } from '../../../server/crm/salesforce/index.ts';
import type { ChangePage } from '../../../server/crm/port.ts';
import { AppError } from '../../../shared/errors.ts';

/**
 * A first load of all contacts through the adapter and nothing else, so that its memory can be measured: `load-alone.ts URL
 * TOKEN`. Prints `{"rows", "memoryMb", "seconds"}`.
 */
const [, , baseUrl = '', accessToken = ''] = process.argv;
const startMs = performance.now();
const port = createSalesforce({
  ...{ baseUrl, accessToken: () => Promise.resolve(accessToken), clock: () => new Date() },
  meter: { take: () => Promise.resolve(), seen: () => undefined },
  timeoutMs: 60_000,
});
const window = { from: null, to: new Date().toISOString() };
let rows = 0;
let cursor: string | null = null;
do {
  const page: ChangePage | null = await read(cursor);
  if (page === null) continue;
  rows += page.records.length;
  cursor = page.next;
} while (cursor !== null);
const memoryMb = process.resourceUsage().maxRSS / 1024;
const seconds = (performance.now() - startMs) / 1_000;
console.log(JSON.stringify({ rows, memoryMb, seconds }));

/** Null: the job still runs. */
async function read(place: string | null): Promise<ChangePage | null> {
  try {
    return await port.readChanges('contact', window, place);
  } catch (error) {
    if (!(error instanceof AppError) || error.recovery !== 'wait') throw error;
    await sleep(100);
    return null;
  }
}
