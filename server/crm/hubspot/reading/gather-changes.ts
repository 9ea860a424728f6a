import { AppError } from '../../../../shared/errors.ts';
import type { HubSpotClient } from '../client.ts';
import { LIMITS } from '../objects.ts';
import type { ObjectType } from '../objects.ts';
import { toInstant } from '../values.ts';
import type { RawPage } from './object-answer.ts';
import type { RawRecord } from './raw-record.ts';
import { searchObjects } from './read-objects.ts';
import { afterCount, askFor, askForAll, nextPlace } from './search-step.ts';
import type { DrainPlace, SearchPlace } from './search-step.ts';
import { hasTranscript } from './transcripts.ts';

/** A page in memory ends after the step that crosses this, in UTF-16 code units: mails can be large. */
const MOST_CHARACTERS = 32_000_000;
/** Each transcript is a call of its own; a page must not outlive its turn. */
const MOST_TRANSCRIPTS = 40;

export interface SearchWalk {
  readonly place: SearchPlace;
  readonly toMs: number;
}

interface Step extends RawPage {
  readonly next: SearchPlace | null;
}

/**
 * Five steps of search make one page, because the associations of a thousand records cost as many calls as those of one.
 * Each step starts at the last millisecond of the one before and repeats it, so a record may come twice: the later wins.
 */
export async function gatherChanges(
  client: HubSpotClient,
  type: ObjectType,
  { place, toMs }: SearchWalk,
): Promise<Step> {
  const found = new Map<string, RawRecord>();
  const receipts: RawPage['receipts'][number][] = [];
  let next: SearchPlace | null = place;
  do {
    const step: Step | null = await takeStep(client, type, { place: next, toMs }).catch(
      (error: unknown) => enough(error, found.size > 0),
    );
    if (step === null) break;
    for (const raw of step.raws) found.set(raw.id, raw);
    receipts.push(...step.receipts);
    next = step.next;
  } while (next !== null && hasRoom(type, [...found.values()]));
  return { raws: [...found.values()], receipts, next };
}

/** Searches are few a second: a page that has something ends where the next one would have to wait. */
function enough(error: unknown, hasSome: boolean): null {
  if (hasSome && error instanceof AppError && error.recovery === 'wait') return null;
  throw error;
}

function hasRoom(type: ObjectType, raws: readonly RawRecord[]): boolean {
  if (raws.length + type.pageLimit > LIMITS.associations) return false;
  if (raws.filter(hasTranscript).length >= MOST_TRANSCRIPTS) return false;
  return raws.reduce((sum, raw) => sum + charactersOf(raw), 0) < MOST_CHARACTERS;
}

function charactersOf({ properties }: RawRecord): number {
  return Object.values(properties).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
}

async function takeStep(
  client: HubSpotClient,
  type: ObjectType,
  { place, toMs }: SearchWalk,
): Promise<Step> {
  const found = await searchObjects(client, type, askFor(type, place, toMs));
  const hits = found.raws.map((raw) => ({ id: raw.id, changedMs: changedMs(raw, type) }));
  const size = found.raws.length + found.receipts.length;
  const next = nextPlace(place, { hits, size, hasNext: found.hasNext });
  const isDrained = place.walk === 'drain' && next?.walk === 'keyset';
  const again = isDrained ? await recount(client, type, { place, size }) : null;
  const beyond = next?.walk === 'keyset' && next.fromMs > toMs;
  return { raws: found.raws, receipts: found.receipts, next: again ?? (beyond ? null : next) };
}

/** Counts a millisecond that seems to be drained; the place to drain it from once more, or null. */
async function recount(
  client: HubSpotClient,
  type: ObjectType,
  { place, size }: { readonly place: DrainPlace; readonly size: number },
): Promise<SearchPlace | null> {
  const all = await searchObjects(client, type, askForAll(type, place.atMs));
  return afterCount(place, place.taken + size, all.total);
}

/** The property that search sorted by, not the record's own `updatedAt`, which may differ by milliseconds. */
function changedMs(raw: RawRecord, type: ObjectType): number {
  return Date.parse(toInstant(raw.properties[type.changedProperty]) ?? raw.updatedAt);
}
