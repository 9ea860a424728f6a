import type { SalesforceRecord, Value } from '../../org/org.ts';
import type { QueryResult } from '../../soql/run-query.ts';

/** All columns in quotation marks, moments with a Z, nothing between the marks for null (research/salesforce.md §1.2). */
export function csvOf({ fields }: QueryResult, rows: readonly SalesforceRecord[]): string {
  const head = fields.map(({ names }) => quoted(names.join('.'))).join(',');
  const lines = rows.map((row) => fields.map(({ valueOf }) => quoted(valueOf(row))).join(','));
  return `${[head, ...lines].join('\n')}\n`;
}

function quoted(value: Value): string {
  return `"${value === null ? '' : String(value).replaceAll('"', '""')}"`;
}
