import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateScaleSet, SCALE_SET } from '../test/simulators/hubspot/generate-scale-set.ts';

/**
 * `npm run -s scale`: the generated set for scale (20,000 deals, 200,000 activities) as one HubSpot-shaped record a line.
 * Seeded: the same file each time. Never committed.
 */
const file = path.resolve(process.argv[2] ?? '.attune/scale-set.jsonl');
const BEFORE = new Date('2026-11-01T00:00:00.000Z');

function* lines(): Iterable<string> {
  const records = generateScaleSet({
    ...SCALE_SET,
    before: BEFORE,
    ownerIds: ['501', '502', '503', '504'],
  });
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

mkdirSync(path.dirname(file), { recursive: true });
await pipeline(Readable.from(lines()), createWriteStream(file));
console.error(`The generated set is in ${file}.`);
