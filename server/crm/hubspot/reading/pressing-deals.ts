import { AppError } from '../../../../shared/errors.ts';
import type { PressingQuestion } from '../../port.ts';
import type { RecordKind, RecordRef } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { LIMITS, OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind } from '../objects.ts';
import { toWords } from '../values.ts';
import { readAssociations } from './associations.ts';
import { searchObjects } from './read-objects.ts';
import type { SearchQuestion } from './search-step.ts';

const isOpen = { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' } as const;

/**
 * Two searches, because one search sorts by one property only: the next meetings ahead, then the latest activity. Names
 * as in HubSpot's list of default deal properties (knowledge.hubspot.com, "Next meeting start time", "Last activity
 * date", read 2026-11-22). Pipelines are sorted out here: a search takes few filters, an account may choose many.
 */
export async function readPressingDeals(
  client: HubSpotClient,
  { pipelineIds, now, limit }: PressingQuestion,
): Promise<readonly string[]> {
  const chosen = pipelineIds === null ? null : new Set<string | null>(pipelineIds);
  const ids = new Set<string>();
  for (const question of [byNextMeeting(now), byLastActivity()]) {
    const { raws } = await searchObjects(client, OBJECT_TYPES.deal, question);
    for (const { id, properties } of raws) {
      if (chosen === null || chosen.has(toWords(properties['pipeline']))) ids.add(id);
    }
  }
  return [...ids].slice(0, limit);
}

function byNextMeeting(now: string): SearchQuestion {
  const sort = 'hs_next_meeting_start_time';
  const ahead = { propertyName: sort, operator: 'GTE', value: String(Date.parse(now)) } as const;
  return { filters: [isOpen, ahead], sort, limit: LIMITS.search };
}

function byLastActivity(): SearchQuestion {
  return { filters: [isOpen], sort: 'notes_last_updated', descending: true, limit: LIMITS.search };
}

/** Survey answers hang on people, not on deals; leads are read as a whole. */
export const AROUND_DEALS: readonly ObjectKind[] = [
  ...(['company', 'contact'] as const),
  ...(['email', 'call', 'meeting', 'note', 'chat', 'ticket', 'task'] as const),
];

/** For up to a thousand deals one call for each kind, side by side. Ids grow with time, so the largest are the newest. */
export async function readAround(
  client: HubSpotClient,
  dealIds: readonly string[],
  wanted: readonly RecordKind[],
): Promise<RecordRef[]> {
  const kinds = AROUND_DEALS.filter((kind) => wanted.includes(kind));
  return client.reserve(kinds.length, async () => {
    const refs = await Promise.all(
      kinds.map(async (kind) => {
        const ids = await associatedIds(client, kind, dealIds);
        return ids.map((id) => ({ kind, id }));
      }),
    );
    return refs.flat();
  });
}

async function associatedIds(
  client: HubSpotClient,
  kind: ObjectKind,
  dealIds: readonly string[],
): Promise<readonly string[]> {
  try {
    const question = { from: 'deals', to: OBJECT_TYPES[kind].name, ids: dealIds } as const;
    const found = await readAssociations(client, question);
    return [...new Set([...found.values()].flat())].sort(newestFirst);
  } catch (error) {
    // The kind's own unit tells the admin what is missing; the other kinds are worth reading all the same.
    if (error instanceof AppError && error.code === 'crm_forbidden') return [];
    throw error;
  }
}

function newestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : -1);
}
