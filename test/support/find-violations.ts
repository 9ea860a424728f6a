import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds against a page or a frame, as "rule: where"; a frame inside is asked for itself, as a part of a page. */
export async function findViolations(of: Page | Frame): Promise<readonly string[]> {
  await of.evaluate(await readFile(AXE, 'utf8'));
  const rules = `{ 'page-has-heading-one': { enabled: window === window.top } }`;
  return of.evaluate<string[]>(
    `axe.run(document, { iframes: false, rules: ${rules} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`,
  );
}
