import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '../hubspot-app/src/app/cards/words.ts';
import { CELL_QUESTIONS } from '../server/persona/thoughts.ts';
import { formatted } from './generate-card-contract.ts';

const ROOT = join(import.meta.dirname, '..');

/** Both CRMs' cards say the same; the org takes only what lies in its own folder, so it holds a copy. */
export const LIGHTNING_WORDS = 'salesforce-app/force-app/main/default/lwc/attuneCard/words.js';

export async function renderLightningWords(): Promise<string> {
  const lists = Object.entries({ ...words, CELL_QUESTIONS });
  const declared = lists.map(
    ([name, list]) => `export const ${name} = ${JSON.stringify(list, null, 2)};\n`,
  );
  return formatted(
    `// Generated from hubspot-app/src/app/cards/words.ts and server/persona/thoughts.ts by
// scripts/generate-lightning-words.ts. Do not edit.

${declared.join('\n')}`,
  );
}

export function readLightningWords(): string {
  return readFileSync(join(ROOT, LIGHTNING_WORDS), 'utf8');
}

if (import.meta.main) writeFileSync(join(ROOT, LIGHTNING_WORDS), await renderLightningWords());
