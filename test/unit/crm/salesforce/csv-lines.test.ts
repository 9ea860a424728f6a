import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from '../../../../server/crm/salesforce/bulk/csv-lines.ts';
import { csvRowsOf } from '../../../support/salesforce/csv-rows-of.ts';

it('Any text is the same after a line of CSV, and null is told as cleared', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  const cell = fc.oneof(text, fc.constantFrom('"', '""', '\n', '\r\n', ',', '“words”', '#N/A '));
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 3, maxLength: 3 }), async (cells) => {
      const lines = csvLine(['a', 'b', 'c']) + csvLine(cells) + csvLine([null, 7, 'end']);
      expect(await csvRowsOf(lines)).toEqual([
        { a: cells[0], b: cells[1], c: cells[2] },
        { a: '#N/A', b: '7', c: 'end' },
      ]);
    }),
    { numRuns: 300 },
  );
});
