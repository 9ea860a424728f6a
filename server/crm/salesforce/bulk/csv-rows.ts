import { parse } from 'csv-parse/sync';
import { unexpectedAnswer } from '../errors.ts';

/** A part of a Bulk result as rows, each by the header's names; an empty column is null. */
export function csvRows(csv: string): readonly Readonly<Record<string, string | null>>[] {
  try {
    return parse(csv, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      cast: (value) => (value === '' ? null : value),
    });
  } catch {
    throw unexpectedAnswer('a Bulk query', 'broke off or is not CSV');
  }
}
