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

/** A handful of rows, read whole each time. */
const STAGES =
  'SELECT Id, SystemModstamp, ApiName, MasterLabel, IsActive, IsClosed, IsWon, SortOrder ' +
  'FROM OpportunityStage ORDER BY SortOrder';

/** The organisation's own row is the one that its id owns; users' and profiles' do not count. */
const SETTINGS = 'SELECT SetupOwnerId, Share_Of_Calls__c FROM Attune_Settings__c LIMIT 200';

/**
 * When each object last changed, what was deleted, the stages and an admin's share of calls: four calls for all of it,
 * each of five queries and of the log of deletions, which is none.
 */
export async function askNews(client: SalesforceClient, now: Date): Promise<OrgNews> {
  const queries = [...WATCHED_OBJECTS.map(toNewest), STAGES, SETTINGS].map(toQueryPath);
  const logs = WATCHED_OBJECTS.map((object) => toGonePath(object, now));
  const [found, gone]: [unknown[], unknown[]] = [[], []];
  const { queriesOfComposite: most } = LIMITS;
  for (let first = 0; first < queries.length; first += most) {
    const some = queries.slice(first, first + most);
    const answers = await askTogether(client, [...some, ...logs.slice(first, first + most)]);
    found.push(...answers.slice(0, some.length));
    gone.push(...answers.slice(some.length));
  }
  return {
    newest: new Map(WATCHED_OBJECTS.map((object, index) => [object, newestOf(found[index])])),
    gone: new Map(WATCHED_OBJECTS.map((object, index) => [object, goneOf(gone[index])])),
    stages: stagesOf(found.at(-2)),
    callShare: shareOf(found.at(-1)),
  };
}

function toNewest(object: string): string {
  return toSoql({
    object,
    fields: ['Id', 'SystemModstamp'],
    conditions: [],
    orderBy: 'SystemModstamp DESC',
    limit: 1,
  });
}

function toQueryPath(soql: string): string {
  return `/queryAll?${new URLSearchParams({ q: soql }).toString()}`;
}

function stagesOf(answer: unknown): readonly unknown[] | null {
  return answer === null ? null : toPage(answer).rows;
}

const SettingsRow = z.object({
  SetupOwnerId: z.string().startsWith('00D'),
  Share_Of_Calls__c: z.number().min(1).max(100),
});

/** What is no percentage is as good as nothing said; so is an older package without the setting. */
function shareOf(answer: unknown): number | null {
  if (answer === null) return null;
  const [row] = toPage(answer).rows.flatMap((each) => SettingsRow.safeParse(each).data ?? []);
  return row === undefined ? null : row.Share_Of_Calls__c / 100;
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
