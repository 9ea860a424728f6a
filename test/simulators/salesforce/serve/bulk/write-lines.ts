import { fieldsOf, type FieldType } from '../../org/object-schema.ts';
import type { Value } from '../../org/org.ts';
import type { Desk } from '../desk.ts';
import { LOCKED, writeRow, type WriteResult } from '../write-row.ts';
import type { IngestJob } from './ingest-jobs.ts';
import { parseLines } from './parse-lines.ts';

/** In a cell: the field is cleared. An empty one leaves it as it is. */
const CLEARED = '#N/A';

type Fields = Readonly<Record<string, FieldType>>;

/** Writes each line as one record. A head that names no field, or what is no CSV, fails the whole job. */
export function writeLines(desk: Desk, job: IngestJob): void {
  const schema = desk.org.schema(job.object);
  const fields: Fields = schema === null ? {} : fieldsOf(schema);
  const [head = [], ...rows] = parseLines(job.csv ?? '') ?? [[]];
  if (head.length === 0 || head.some((name) => !(name in fields))) {
    job.state = 'Failed';
    return;
  }
  job.failed = rows.flatMap((cells, index) => {
    const isLocked = desk.ingest.locked === 'every_second' && index % 2 === 1;
    const values = valuesOf(head, cells, fields);
    const row = { type: job.object, values, externalId: job.externalId };
    const error = errorOf(isLocked ? LOCKED : writeRow(desk.org, row));
    return error === null ? [] : [{ error, cells }];
  });
  job.processed = rows.length;
  job.state = 'JobComplete';
}

function errorOf({ success, errors: [first] }: WriteResult): string | null {
  if (success) return null;
  return `${first?.statusCode ?? 'UNKNOWN_EXCEPTION'}:${first?.message ?? ''}:--`;
}

function valuesOf(
  head: readonly string[],
  cells: readonly string[],
  fields: Fields,
): Readonly<Record<string, Value>> {
  const pairs = head.map((name, place) => [name, cells[place] ?? ''] as const);
  const told = pairs.filter(([, cell]) => cell !== '');
  return Object.fromEntries(told.map(([name, cell]) => [name, toValue(fields[name], cell)]));
}

function toValue(type: FieldType | undefined, cell: string): Value {
  if (cell === CLEARED) return null;
  if (type === 'boolean') return cell === 'true';
  return type === 'double' || type === 'int' ? Number(cell) : cell;
}
