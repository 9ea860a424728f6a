import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '../../hubspot-app/src/app/cards/words.ts';
import { designedReading, LIGHTNING_STATES } from '../../preview/lightning/designed-readings.ts';
import { CELL_QUESTIONS } from '../../server/persona/thoughts.ts';
import { formatted } from '../generate-card-contract.ts';

const ROOT = join(import.meta.dirname, '../..');
const CARD = 'salesforce-app/force-app/main/default/lwc/attuneCard';

/** A file of ours that the org's package needs in its own folder. */
export interface LightningCopy {
  readonly target: string;
  readonly render: () => Promise<string>;
}

export const LIGHTNING_COPIES: readonly LightningCopy[] = [
  { target: `${CARD}/words.js`, render: renderWords },
  { target: `${CARD}/__tests__/data/readings.json`, render: renderReadings },
];

/** Both CRMs' cards say the same. */
async function renderWords(): Promise<string> {
  const lists = Object.entries({ ...words, CELL_QUESTIONS });
  const declared = lists.map(
    ([name, list]) => `export const ${name} = ${JSON.stringify(list, null, 2)};\n`,
  );
  return formatted(
    `// Generated from hubspot-app/src/app/cards/words.ts and server/persona/thoughts.ts by
// scripts/checks/generate-lightning-copies.ts. Do not edit.

${declared.join('\n')}`,
  );
}

/** The designed readings as of one moment, for the tests of the components. */
async function renderReadings(): Promise<string> {
  const now = new Date('2026-03-10T09:00:00.000Z');
  const readings = LIGHTNING_STATES.map((state) => [state, designedReading(state, now)] as const);
  return `${JSON.stringify({ now, ...Object.fromEntries(readings) }, null, 2)}\n`;
}

export function readCopy({ target }: LightningCopy): string {
  return readFileSync(join(ROOT, target), 'utf8');
}

if (import.meta.main)
  for (const copy of LIGHTNING_COPIES) writeFileSync(join(ROOT, copy.target), await copy.render());
