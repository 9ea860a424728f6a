import { notFound, ok, refuse, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';

const WINDOW_DAYS = 15;
const DAY_MS = 86_400_000;

/** `/sobjects/X/deleted?start&end`: ids only, of at most fifteen days (research/salesforce.md §1.2). */
export function serveDeleted({ org }: Desk, type: string, query: URLSearchParams): Answer {
  if (org.schema(type) === null) return notFound();
  const [startMs, endMs] = ['start', 'end'].map((name) => Date.parse(query.get(name) ?? ''));
  if (startMs === undefined || endMs === undefined || !(startMs < endMs))
    return refuse(400, 'INVALID_REPLICATION_DATE', 'startDate must be before endDate');
  if (endMs - startMs > WINDOW_DAYS * DAY_MS)
    return refuse(
      400,
      'INVALID_REPLICATION_DATE',
      'The time span is over the data replication limit.',
    );
  const [start, end] = [new Date(startMs).toISOString(), new Date(endMs).toISOString()];
  return ok({
    deletedRecords: org.deletedBetween(type, start, end).map(({ id, deletedDate }) => ({
      id,
      deletedDate: deletedDate.replace('Z', '+0000'),
    })),
    earliestDateAvailable: new Date(endMs - WINDOW_DAYS * DAY_MS)
      .toISOString()
      .replace('Z', '+0000'),
    latestDateCovered: end.replace('Z', '+0000'),
  });
}
