import { z } from 'zod';
import type { Instant } from '../../../../shared/ids.ts';
import type { GoneRecord } from '../../port.ts';
import type { SalesforceClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { LIMITS, WATCHED_OBJECTS } from '../objects.ts';
import { toInstant } from '../values.ts';
import { askTogether } from './composite.ts';
import type { OrgNews } from './org-memory.ts';
import { toPage } from './query.ts';
import { parseRecord } from './raw-record.ts';
import { toSoql } from './soql.ts';

/**
 * When each object last changed, and what was deleted: three calls for all of them, of five queries each and the log of
 * deletions of the same objects, which is no query.
 */
export async function askNews(client: SalesforceClient, now: Date): Promise<OrgNews> {
  const newest = new Map<string, Instant | null>();
  const gone = new Map<string, readonly GoneRecord[]>();
  for (let first = 0; first < WATCHED_OBJECTS.length; first += LIMITS.queriesOfComposite) {
    const objects = WATCHED_OBJECTS.slice(first, first + LIMITS.queriesOfComposite);
    const answers = await askTogether(client, [
      ...objects.map(toNewestPath),
      ...objects.map((object) => toGonePath(object, now)),
    ]);
    objects.forEach((object, index) => {
      newest.set(object, newestOf(answers[index]));
      gone.set(object, goneOf(answers[index + objects.length]));
    });
  }
  return { newest, gone };
}

function toNewestPath(object: string): string {
  const soql = toSoql({
    object,
    fields: ['Id', 'SystemModstamp'],
    conditions: [],
    orderBy: 'SystemModstamp DESC',
    limit: 1,
  });
  return `/queryAll?${new URLSearchParams({ q: soql }).toString()}`;
}

function newestOf(answer: unknown): Instant | null {
  if (answer === null) return null;
  const [row] = toPage(answer).rows;
  const parsed = row === undefined ? null : parseRecord('contact', row);
  return parsed !== null && 'updatedAt' in parsed ? parsed.updatedAt : null;
}

/** Salesforce remembers deletions for 15 days (research/salesforce.md §1.2); an hour less, since clocks differ. */
const REMEMBERED_MS = 15 * 86_400_000 - 3_600_000;

function toGonePath(object: string, now: Date): string {
  const start = new Date(now.getTime() - REMEMBERED_MS).toISOString();
  const times = new URLSearchParams({ start, end: now.toISOString() });
  return `/sobjects/${object}/deleted/?${times.toString()}`;
}

const Deleted = z.object({
  deletedRecords: z.array(z.object({ id: z.string(), deletedDate: z.string() })),
});

/**
 * Refused, it is as if there were none: the log is emptied early in large orgs, and Salesforce says so by an error
 * (developer.salesforce.com, getDeleted; read 2026-11-23). The weekly comparison finds what it would have told.
 */
function goneOf(answer: unknown): readonly GoneRecord[] {
  if (answer === null) return [];
  const deleted = Deleted.safeParse(answer).data?.deletedRecords;
  if (deleted === undefined) throw unexpectedAnswer('a list of deletions', 'is none');
  return deleted.flatMap(({ id, deletedDate }) => {
    const goneAt = toInstant(deletedDate);
    return goneAt === null ? [] : [{ id, goneAt }];
  });
}
