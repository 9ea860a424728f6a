import { csvRows, type CsvRow } from '../../../server/crm/salesforce/bulk/csv-rows.ts';

/** The rows of a text that comes in chunks of so many bytes. */
export async function csvRowsOf(csv: string, chunkBytes = 7): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  await csvRows(chunksOf(Buffer.from(csv), chunkBytes), (row) => rows.push(row));
  return rows;
}

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
