import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const DOCUMENTS = ['*.md', 'docs/**/*.md', 'hubspot-app/*.md'].flatMap((each) => globSync(each));
/** A path with at least one folder; not what begins outside of the repository. */
const PATH = /(?<![\w./<>*-])[\w-]+(?:\/[\w.-]+)+\.(?:ts|tsx|md|json|yaml|cjs|mjs|png)\b/g;
/** Where a document's paths begin: here, in `server/`, in the HubSpot project, in its app. */
const ROOTS = ['', 'server', 'hubspot-app', 'hubspot-app/src/app'];
/** The team's notes on vendors stand beside the repository (CONTRIBUTING.md). */
const BESIDE = /^research\//;

it.each(DOCUMENTS)('%s names no file that is not there', (document) => {
  const named = readFileSync(document, 'utf8').match(PATH) ?? [];
  const isThere = (path: string) => ROOTS.some((root) => existsSync(join(root, path)));
  expect(named.filter((path) => !BESIDE.test(path) && !isThere(path))).toEqual([]);
});
