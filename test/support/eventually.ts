import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `holds` does; after `withinMs` the test fails with what was waited for. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<void> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (await holds()) return;
    await sleep(5);
  }
  throw new Error(`Not within ${withinMs} ms: ${what}.`);
}
