import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds against a page or a frame, as "rule: where"; a frame inside is asked for itself. */
export async function findViolations(of: Page | Frame): Promise<readonly string[]> {
  await of.evaluate(await readFile(AXE, 'utf8'));
  return of.evaluate<string[]>(
    `axe.run(document, { iframes: false }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`,
  );
}
