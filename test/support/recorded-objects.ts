import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** HubSpot records that nobody here wrote: ../shared/data/crm-recordings, read in place. */
const RECORDINGS = join(import.meta.dirname, '../../../shared/data/crm-recordings/hubspot');

export interface RecordedObject {
  readonly id: string | number;
  readonly createdAt: string;
  readonly updatedAt?: string;
  readonly archived: boolean;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export const RECORDED_KINDS = ['contact', 'company', 'deal', 'ticket'] as const;
export type RecordedKind = (typeof RECORDED_KINDS)[number];

type RecordedObjects = readonly (readonly [RecordedKind, RecordedObject])[];

export async function loadRecordedObjects(): Promise<RecordedObjects> {
  return [...(await dltPages()), ...(await estuaryCaptures())];
}

const PAGES: readonly (readonly [RecordedKind, string])[] = [
  ['contact', 'mock_contacts_data.json'],
  ['contact', 'mock_contacts_with_history.json'],
  ['company', 'mock_companies_data.json'],
  ['deal', 'mock_deals_data.json'],
  ['ticket', 'mock_tickets_data.json'],
];

async function load<T>(path: string): Promise<T> {
  // Recordings have the form that their README states.
  return JSON.parse(await readFile(join(RECORDINGS, path), 'utf8')) as T;
}

async function dltPages(): Promise<RecordedObjects> {
  const pages = await Promise.all(
    PAGES.map(async ([kind, file]) => {
      const { results } = await load<{ results: readonly RecordedObject[] }>(
        `dlt-verified-sources/${file}`,
      );
      return results.map((record) => [kind, record] as const);
    }),
  );
  return pages.flat();
}

const CAPTURED: Readonly<Record<string, RecordedKind>> = {
  'acmeCo/companies': 'company',
  'acmeCo/contacts': 'contact',
  'acmeCo/deals': 'deal',
};

/** The captures redact the time of change and flatten histories and associations; HubSpot itself sends none of that. */
async function estuaryCaptures(): Promise<RecordedObjects> {
  const files = ['capture_snapshot.json', 'capture_snapshot_legacy_connector.json'];
  const captures = await Promise.all(
    files.map((file) => load<readonly (readonly [string, RecordedObject])[]>(`estuary/${file}`)),
  );
  return captures.flat().flatMap(([name, { id, createdAt, archived, properties }]) => {
    const kind = CAPTURED[name];
    const sent = { id, createdAt, updatedAt: createdAt, archived, properties };
    return kind === undefined ? [] : [[kind, sent] as const];
  });
}
