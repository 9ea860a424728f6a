import type {
  EndedJob,
  InsightJob,
  InsightRef,
  SayingInsightWrite,
  SentJob,
  WriteResult,
} from '../../writes.ts';
import { beginIngest, readFailures } from '../bulk/ingest-job.ts';
import { csvLine, type Cell } from '../bulk/csv-lines.ts';
import type { SalesforceClient } from '../client.ts';
import { LOCKED, toResult } from './collections.ts';
import { EXTERNAL_KEY, insightObjectOf, toRow } from './insight-row.ts';

/** Salesforce takes 100 MB in one upload; ours is held in memory beside a night's work. */
const MOST_CHARACTERS = 24_000_000;

/** Lines of one object, under one head. */
interface Sheet {
  readonly head: readonly string[];
  readonly refs: InsightRef[];
  readonly lines: string[];
}

/** Rows become text as they are added, so that no payload is held in two forms. */
export function openInsightJob(client: SalesforceClient): InsightJob {
  const sheets = new Map<string, Sheet>();
  let characters = 0;
  return {
    add: (write) => {
      if (characters >= MOST_CHARACTERS) return false;
      characters += addLine(sheets, write);
      return true;
    },
    send: async () => {
      const sent: SentJob[] = [];
      for (const [object, { head, lines, refs }] of sheets) {
        const csv = csvLine(head) + lines.join('');
        const upsert = { object, externalIdFieldName: EXTERNAL_KEY, csv };
        sent.push({ jobId: await beginIngest(client, upsert), refs });
      }
      return sent;
    },
  };
}

function addLine(sheets: Map<string, Sheet>, { ref, values }: SayingInsightWrite): number {
  const object = insightObjectOf(ref);
  const row = toRow(object, ref, values);
  const head = Object.keys(row).filter((name) => name !== 'attributes');
  const sheet = sheets.get(object.object) ?? { head, refs: [], lines: [] };
  const line = csvLine(sheet.head.map((name) => toCell(row[name])));
  sheet.refs.push(ref);
  sheet.lines.push(line);
  sheets.set(object.object, sheet);
  return line.length;
}

/** A row's values are words, numbers, moments and null. */
function toCell(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

export async function readInsightJob(
  client: SalesforceClient,
  { jobId, ageMs }: { readonly jobId: string; readonly ageMs: number },
): Promise<EndedJob | null> {
  const failures = await readFailures(client, jobId, ageMs);
  if (failures === null) return null;
  const refused = new Map<string, WriteResult>();
  const again = new Set<string>();
  for (const row of failures) {
    const id = row[EXTERNAL_KEY] ?? '';
    const code = codeOf(row['sf__Error'] ?? '');
    if (code === LOCKED) again.add(id);
    else refused.set(id, toResult(code));
  }
  return { refused, again };
}

/** "UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--" */
function codeOf(error: string): string {
  return /^\w+/.exec(error)?.[0] ?? 'UNKNOWN_ERROR';
}
