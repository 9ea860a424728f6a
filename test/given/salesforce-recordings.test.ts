import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { csvRowsOf } from '../support/salesforce/csv-rows-of.ts';
import type { SalesforceClient } from '../../server/crm/salesforce/client.ts';
import { refusalToError } from '../../server/crm/salesforce/errors.ts';
import { mapIn } from '../../server/crm/salesforce/map-in.ts';
import { OBJECT_TYPES } from '../../server/crm/salesforce/objects.ts';
import type { ObjectKind } from '../../server/crm/salesforce/objects/object-type.ts';
import { toPage } from '../../server/crm/salesforce/reading/query.ts';
import { createOrg } from '../../server/crm/salesforce/reading/org.ts';
import { isRaw, parseRecord } from '../../server/crm/salesforce/reading/raw-record.ts';
import { CrmRecord } from '../../server/crm/records.ts';

/** Payloads that nobody here wrote: ../shared/data/crm-recordings, read in place. */
const RECORDINGS = join(import.meta.dirname, '../../../shared/data/crm-recordings/salesforce');

const text = (path: string): Promise<string> => readFile(join(RECORDINGS, path), 'utf8');
// Recordings have the form that their README states.
const recorded = async <T>(path: string): Promise<T> => JSON.parse(await text(path)) as T;

interface RecordedError {
  readonly status: number;
  readonly kind?: string;
  readonly body: unknown;
}

const judge = (status: number, body: string) =>
  refusalToError({ status, body, retryAfter: null, call: 'GET /services/data/v67.0/queryAll' });

describe('Recorded Salesforce errors', () => {
  it('each say what to do next', async () => {
    const errors = await recorded<RecordedError[]>('errors/errors.json');
    const told = errors
      .filter(({ kind }) => kind !== 'oauth')
      .map(({ status, body }) => {
        const { code, recovery, retryAfterMs } = judge(status, JSON.stringify(body));
        return [status, code, recovery, retryAfterMs];
      });
    expect(told).toEqual([
      [401, 'crm_unauthorized', 'retry', null],
      [403, 'crm_budget_spent', 'wait', 3_600_000],
      [403, 'crm_rate_limited', 'wait', 30_000],
      [400, 'crm_unavailable', 'wait', 2_000],
      [400, 'crm_unavailable', 'wait', 2_000],
      [400, 'crm_unavailable', 'retry', null],
      [400, 'crm_forbidden', 'skip', null],
      [400, 'crm_rejected', 'abort', null],
      [400, 'crm_budget_spent', 'wait', 3_600_000],
      [400, 'crm_not_found', 'skip', null],
      [400, 'crm_unauthorized', 'retry', null],
    ]);
  });

  it('of Restforce are known by their codes, and never quoted', async () => {
    const files = await readdir(join(RECORDINGS, 'restforce'));
    const errors = files.filter((file) => file.startsWith('sobject__') && file.includes('error'));
    const told = await Promise.all(
      errors.map(async (file) => judge(400, await text(`restforce/${file}`))),
    );
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter(({ code }) => !['crm_rejected', 'crm_not_found'].includes(code))).toEqual(
      [],
    );
    expect(told.map(({ message }) => message).join()).not.toMatch(/No such column|does not exist/);
  });
});

const CAPTURED_KINDS: Readonly<Record<string, ObjectKind>> = {
  'acmeCo/Account': 'company',
  'acmeCo/User': 'owner',
};

/** What we would have asked for: captures hold every field, compound ones too, and redact each moment. */
function asAsked(record: Readonly<Record<string, unknown>>): object {
  const entries = Object.entries(record).filter(
    ([, value]) => value === null || typeof value !== 'object',
  );
  return { ...Object.fromEntries(entries), SystemModstamp: '2025-06-01T08:00:00.000+0000' };
}

function toRecord(kind: ObjectKind, row: object): CrmRecord {
  const raw = parseRecord(kind, row);
  if (!isRaw(raw)) throw new Error(raw.reason);
  return CrmRecord.parse(mapIn(OBJECT_TYPES[kind][0], raw).record);
}

/** Nothing changed in it, and this log of deletions is every object's. */
function orgThatAnswers(deleted: unknown): SalesforceClient {
  const Asked = z.object({ compositeRequest: z.array(z.object({ url: z.string() })) });
  const answer = ({ url }: { readonly url: string }) => ({
    httpStatusCode: 200,
    body: url.includes('/deleted/') ? deleted : { totalSize: 0, done: true, records: [] },
  });
  return {
    call: ({ body }) =>
      Promise.resolve({ compositeResponse: Asked.parse(body).compositeRequest.map(answer) }),
    stream: () => Promise.reject(new Error('Nothing is streamed here.')),
    reserve: (_calls, work) => work(),
  };
}

describe('Recorded Salesforce rows', () => {
  it('captured by Estuary become neutral records', async () => {
    const captured = await recorded<[string, Record<string, unknown>][]>(
      'estuary/capture_snapshot.json',
    );
    const records = captured.flatMap(([name, record]) => {
      const kind = CAPTURED_KINDS[name];
      return kind === undefined ? [] : [toRecord(kind, asAsked(record))];
    });
    const base = { updatedAt: '2025-06-01T08:00:00.000Z', archived: false };
    expect(records).toEqual([
      {
        ...base,
        ...{ kind: 'company', id: '001bm00000NMK67AAH', name: 'Sample Account for Entitlements' },
        ...{ domain: null, industry: null },
      },
      {
        ...base,
        ...{ kind: 'owner', id: '005bm000005Te1hAAC', name: 'Alex Bair', teamIds: [] },
        ...{ email: 'redacted-6d8317b3@redacted.invalid', userId: '005bm000005Te1hAAC' },
      },
    ]);
  });

  it('of a hundred accounts keep their names, sites and industries', async () => {
    const rows = await csvRowsOf(await text('jsforce/Account_bulk2_test.csv'), 4_096);
    const known = { Id: '001bm00000NMK67AAH', SystemModstamp: '2025-06-01T08:00:00.000+0000' };
    const companies = rows.map(({ NAME: Name, WEBSITE: Website, INDUSTRY: Industry }) =>
      toRecord('company', { ...known, Name, Website, Industry }),
    );
    expect(companies).toHaveLength(100);
    expect(companies[0]).toMatchObject({
      ...{ name: 'Bulk Account from CSV (bulk2) - #1', domain: 'genepoint.com' },
      industry: 'Biotechnology',
    });
    const named = companies.map((each) => ('name' in each ? each.name : ''));
    expect(named).toEqual(rows.map(({ NAME }) => NAME));
    const lost = companies.filter(
      (each, index) =>
        each.kind !== 'company' ||
        (each.domain === null) !== (rows[index]?.['WEBSITE'] === null) ||
        each.industry !== rows[index]?.['INDUSTRY'],
    );
    expect(lost).toEqual([]);
  });

  it('that were deleted are told with their moment', async () => {
    const deleted = await recorded<unknown>('restforce/sobject__get_deleted_success_response.json');
    const org = createOrg(orgThatAnswers(deleted), () => new Date('2013-05-08T22:00:00.000Z'));
    const gone = await org.gone(OBJECT_TYPES.deal[0]);
    expect(gone).toEqual([{ id: 'a00D0000008pQRAIA2', goneAt: '2013-05-07T22:07:19.000Z' }]);
  });

  it('that a job wrote or did not are told line by line', async () => {
    const calls = await recorded<{ args: string[]; body: string }[]>(
      'simple-salesforce/bulk2_interactions.json',
    );
    const results = calls.filter(({ args }) => args.join().includes('Results$'));
    expect(results.length).toBeGreaterThan(2);
    for (const { body } of results) {
      const rows = await csvRowsOf(body, 64);
      expect(rows).toHaveLength(2);
      const told = rows.map((row) => row['sf__Error'] ?? row['sf__Created'] ?? null);
      expect(told).not.toContain(null);
    }
  });

  it('come in pages that say how they go on', async () => {
    const page = async (file: string) =>
      toPage(await recorded(`restforce/sobject__query_${file}.json`));
    expect(await page('paginated_first_page_response')).toMatchObject({
      ...{ total: 2, locator: '/services/data/v26.0/query/01gD' },
    });
    expect(await page('paginated_last_page_response')).toMatchObject({ locator: null });
    expect((await page('success_response')).rows).toHaveLength(1);
    expect((await page('empty_response')).rows).toEqual([]);
  });

  it('carry a parent’s values and the rows that hang on them', async () => {
    const [row] = toPage(await recorded('restforce/sobject__query_success_response.json')).rows;
    const known = { Id: 'a00E0000004D5lsIAC', SystemModstamp: '2011-07-07T00:37:00.000+0000' };
    expect(parseRecord('form', Object.assign({}, row, known))).toMatchObject({
      updatedAt: '2011-07-07T00:37:00.000Z',
      fields: { Text_Label: 'Hi there!', 'ParentWhizbang__r.Text_Label': 'Hello' },
      children: { Whizbangs__r: [{ Name: 'Child Whizbang' }] },
    });
  });

  it.each([
    ['jsforce/Account_bulk2_test.csv', 'NAME'],
    ['jsforce/Account_bulk1_test.csv', 'Name'],
  ])('in %s are read whole, line ends inside a cell too', async (file, name) => {
    const rows = await csvRowsOf(await text(file), 4_096);
    expect(rows).toHaveLength(100);
    const columns = Object.keys(rows[0] ?? {});
    expect(columns.map((column) => column.toLowerCase())).toContain(name.toLowerCase());
    expect(rows.every((row) => Object.keys(row).length === columns.length)).toBe(true);
    expect(rows.some((row) => Object.values(row).some((cell) => cell?.includes('\n')))).toBe(true);
  });
});
