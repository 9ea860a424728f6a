import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayUseOf } from '../../../../server/crm/salesforce/answer.ts';
import { csvRowsOf } from '../../../support/salesforce/csv-rows-of.ts';
import { pollWaitMs } from '../../../../server/crm/salesforce/bulk/poll-wait.ts';
import { SALESFORCE_FEATURES } from '../../../../server/crm/salesforce/scopes.ts';
import { quote } from '../../../../server/crm/salesforce/reading/soql.ts';
import { isSalesforceId, toInstant, toNumber } from '../../../../server/crm/salesforce/values.ts';

describe('Values of Salesforce', () => {
  it('give any moment back as it was, in each of its forms', () => {
    const moment = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const iso = date.toISOString();
        expect(toInstant(iso)).toBe(iso);
        expect(toInstant(iso.replace('Z', '+0000'))).toBe(iso);
      }),
    );
    expect(toInstant('2026-11-20')).toBe('2026-11-20T00:00:00.000Z');
    expect([toInstant('soon'), toInstant('2026-13-40'), toInstant(null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are quoted so that no text can end its own quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inner = quote(text).slice(1, -1);
        expect(inner.replaceAll(/\\./g, '')).not.toMatch(/['\\\n\r]/);
      }),
    );
  });

  it('come back from CSV as they went in, in chunks of any size', async () => {
    const cell = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && text.isWellFormed());
    const chunkBytes = fc.integer({ min: 1, max: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1 }), chunkBytes, async (cells, size) => {
        const quoted = cells.map((text) => `"${text.replaceAll('"', '""')}",""\n`);
        const rows = await csvRowsOf(`"Name","Email"\n${quoted.join('')}`, size);
        expect(rows).toEqual(cells.map((Name) => ({ Name, Email: null })));
      }),
    );
    await expect(csvRowsOf('"Name"\n"broken')).rejects.toThrow(/broke off/);
  });

  it('are numbers and ids only when they look like it', () => {
    expect([toNumber('1.5'), toNumber('many'), toNumber('')]).toEqual([1.5, null, null]);
    expect(['003000000000001', '003000000000001AAA', '123'].map(isSalesforceId)).toEqual([
      ...[true, true, false],
    ]);
  });
});

it('The use of a day is read from its header, or not at all', () => {
  expect(dayUseOf('api-usage=25/15000')).toEqual({ used: 25, limit: 15_000 });
  expect(dayUseOf('per-app-api-usage=1/2(app), api-usage=3/4')).toMatchObject({ limit: 4 });
  expect([dayUseOf(null), dayUseOf('none')]).toEqual([null, null]);
});

it('A job is asked about ever more rarely, between two seconds and a minute', () => {
  expect([0, 9_000, 900_000].map(pollWaitMs)).toEqual([2_000, 3_000, 60_000]);
});

it('Every feature says what is missing without it', () => {
  expect(SALESFORCE_FEATURES.filter(({ without }) => !/^Without .+\.$/.test(without))).toEqual([]);
});
