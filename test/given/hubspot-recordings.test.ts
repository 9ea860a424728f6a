import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusalToError } from '../../server/crm/hubspot/errors.ts';
import { mapIn } from '../../server/crm/hubspot/map-in.ts';
import type { ObjectKind } from '../../server/crm/hubspot/objects.ts';
import { isReceipt, parseRecord } from '../../server/crm/hubspot/reading/raw-record.ts';
import { CrmRecord } from '../../server/crm/records.ts';

/** Payloads that nobody here wrote: ../shared/data/crm-recordings, read in place. */
const RECORDINGS = join(import.meta.dirname, '../../../shared/data/crm-recordings/hubspot');

async function recorded<T>(path: string): Promise<T> {
  // Recordings have the form that their README states.
  return JSON.parse(await readFile(join(RECORDINGS, path), 'utf8')) as T;
}

interface Page {
  readonly results: readonly unknown[];
}

function mapAll(kind: ObjectKind, results: readonly unknown[]): CrmRecord[] {
  return results.map((result) => {
    const raw = parseRecord(kind, result);
    if (isReceipt(raw)) throw new Error(raw.reason);
    return CrmRecord.parse(mapIn(kind, raw).record);
  });
}

interface Captured {
  readonly id: string;
  readonly createdAt: string;
}

const CAPTURED_KINDS: Readonly<Record<string, ObjectKind>> = {
  'acmeCo/companies': 'company',
  'acmeCo/contacts': 'contact',
};

/** The captures redact the time of change and flatten histories and associations; HubSpot itself sends none of that. */
function asSent(record: Captured): object {
  const { createdAt } = record;
  return { ...record, updatedAt: createdAt, associations: null, propertiesWithHistory: null };
}

describe('Recorded HubSpot pages', () => {
  it.each([
    ['contact', 'mock_contacts_data.json', 'Maria Johnson (Sample Contact)'],
    ['contact', 'mock_contacts_with_history.json', 'Maria'],
    ['company', 'mock_companies_data.json', 'Hubspot, Inc.'],
    ['deal', 'mock_deals_data.json', 'With Atul'],
    ['ticket', 'mock_tickets_data.json', 'Barry Smallridge'],
  ] as const)('of kind %s in %s become neutral records', async (kind, file, first) => {
    const { results } = await recorded<Page>(`dlt-verified-sources/${file}`);
    const records = mapAll(kind, results);
    expect(records).toHaveLength(results.length);
    expect(records[0]).toMatchObject(kind === 'ticket' ? { title: first } : { name: first });
  });

  it.each(['capture_snapshot.json', 'capture_snapshot_legacy_connector.json'])(
    'captured by Estuary in %s become neutral records too',
    async (file) => {
      const captured = await recorded<[string, Captured][]>(`estuary/${file}`);
      const known = captured.flatMap(([name, record]) => {
        const kind = CAPTURED_KINDS[name];
        return kind === undefined ? [] : mapAll(kind, [asSent(record)]);
      });
      expect(known.length).toBeGreaterThan(0);
    },
  );
});

interface RecordedError {
  readonly status: number;
  readonly policy?: string;
  readonly body: { readonly category?: string; readonly message: string };
}

describe('Recorded HubSpot errors', () => {
  it('each say what to do next, in a sentence without their payload', async () => {
    const errors = await recorded<RecordedError[]>('errors/errors.json');
    const told = errors.map(({ status, body }) => {
      const call = 'POST /crm/objects/2026-09/contacts/search';
      const error = refusalToError({ status, body: JSON.stringify(body), retryAfter: null, call });
      expect(error.message).not.toContain(body.message);
      return [status, error.code, error.recovery, error.retryAfterMs];
    });
    expect(told).toEqual([
      [429, 'crm_rate_limited', 'wait', 1_000],
      [429, 'crm_rate_limited', 'wait', 1_000],
      [403, 'crm_forbidden', 'skip', null],
      [401, 'crm_unauthorized', 'retry', null],
      [401, 'crm_unauthorized', 'retry', null],
      [409, 'crm_rejected', 'skip', null],
    ]);
  });
});
