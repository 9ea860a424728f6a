import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { unexpectedAnswer } from '../errors.ts';

/** By the header's names; an empty column is null. */
export type CsvRow = Readonly<Record<string, string | null>>;

/** Gives each row of a Bulk result to `take` while it still arrives. Answers how many there were. */
export async function csvRows(
  body: AsyncIterable<Uint8Array>,
  take: (row: CsvRow) => void,
): Promise<number> {
  const parser = parse({
    columns: true,
    bom: true,
    skip_empty_lines: true,
    cast: (value) => (value === '' ? null : value),
  });
  let count = 0;
  try {
    for await (const row of Readable.from(body, { objectMode: false }).compose(parser)) {
      take(row as CsvRow); // what `columns` and `cast` make of a line
      count += 1;
    }
  } catch {
    throw unexpectedAnswer('a Bulk query', 'broke off or is not CSV');
  }
  return count;
}
