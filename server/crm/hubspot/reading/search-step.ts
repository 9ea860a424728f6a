import { unexpectedAnswer } from '../errors.ts';
import { LIMITS } from '../objects.ts';
import type { Place } from './cursor.ts';

/**
 * The delta walk, as research/sync.md §1.5 measured it: 0 stale records where offset paging left 4 to 47 of 20,000.
 * The window is closed, each question starts anew at the last millisecond seen and takes the first page only, so the
 * 10,000-results cap is never near and an edit during the walk cannot shift a record past us. A millisecond that fills
 * a whole page is drained by id. HubSpot does not say whether ids sort as numbers or as text, so that is checked; where
 * they sort as text, the millisecond is drained again by length, because ids of one length sort the same either way.
 */
export type SearchPlace = Exclude<Place, { walk: 'list' }>;

export interface SearchQuestion {
  readonly filters: readonly SearchFilter[];
  readonly sort: string;
  /** The largest first; the walk itself always starts with the smallest. */
  readonly descending?: true;
  readonly limit: number;
}

interface SearchFilter {
  readonly propertyName: string;
  readonly operator: 'GTE' | 'LTE' | 'EQ' | 'GT' | 'LT';
  readonly value: string;
}

export interface SearchType {
  readonly changedProperty: string;
  readonly pageLimit: number;
}

export function askFor(type: SearchType, place: SearchPlace, toMs: number): SearchQuestion {
  const limit = Math.min(type.pageLimit, LIMITS.search);
  const changed = type.changedProperty;
  if (place.walk === 'keyset') {
    const from = { propertyName: changed, operator: 'GTE', value: String(place.fromMs) } as const;
    const to = { propertyName: changed, operator: 'LTE', value: String(toMs) } as const;
    return { filters: [from, to], sort: changed, limit };
  }
  const at = { propertyName: changed, operator: 'EQ', value: String(place.atMs) } as const;
  const after = { propertyName: 'hs_object_id', operator: 'GT', value: place.afterId } as const;
  const filters = place.digits === null ? [at, after] : [at, after, shorterThan(place.digits)];
  return { filters, sort: 'hs_object_id', limit };
}

function shorterThan(digits: number): SearchFilter {
  return { propertyName: 'hs_object_id', operator: 'LT', value: String(10n ** BigInt(digits)) };
}

/** What one page told, in the page's order. */
export interface SearchPage {
  readonly hits: readonly { readonly id: string; readonly changedMs: number }[];
  /** Hits and those that could not be understood, which have no place in the order but count. */
  readonly size: number;
  readonly hasNext: boolean;
}

/** Where to go on; null at the window's end. Throws when the order is not one that the walk can rest on. */
export function nextPlace(place: SearchPlace, page: SearchPage): SearchPlace | null {
  if (!isOrdered(place, page)) {
    if (place.walk === 'drain' && place.digits === null) return drainByLength(place.atMs);
    throw unexpectedAnswer('a search for changes', 'was not in the order asked for', 'abort');
  }
  if (page.hasNext && page.hits.length === 0) {
    throw unexpectedAnswer(
      'a search for changes',
      'has a page without one readable record',
      'abort',
    );
  }
  return place.walk === 'keyset' ? afterKeyset(place, page) : afterDrain(place, page);
}

function afterKeyset(place: KeysetPlace, page: SearchPage): SearchPlace | null {
  if (!page.hasNext) return null;
  const lastMs = page.hits.at(-1)?.changedMs ?? place.fromMs;
  if (lastMs > place.fromMs) return { walk: 'keyset', fromMs: lastMs };
  return { walk: 'drain', atMs: place.fromMs, afterId: '0', taken: 0, digits: null };
}

function afterDrain(place: DrainPlace, page: SearchPage): SearchPlace {
  const last = page.hits.at(-1);
  const taken = place.taken + page.size;
  if (page.hasNext && last !== undefined) return { ...place, afterId: last.id, taken };
  if (place.digits === null || place.digits === MOST_DIGITS)
    return { walk: 'keyset', fromMs: place.atMs + 1 };
  return { ...place, afterId: largestOf(place.digits), taken, digits: place.digits + 1 };
}

/** Ids are 64-bit numbers at most. */
const MOST_DIGITS = 19;

/** The whole millisecond once more, the shortest ids first. */
function drainByLength(atMs: number): DrainPlace {
  return { walk: 'drain', atMs, afterId: '0', taken: 0, digits: 1 };
}

function largestOf(digits: number): string {
  return String(10n ** BigInt(digits) - 1n);
}

/** The whole millisecond, to be counted when its drain is through. */
export function askForAll(type: SearchType, atMs: number): SearchQuestion {
  const filter = {
    propertyName: type.changedProperty,
    operator: 'EQ',
    value: String(atMs),
  } as const;
  return { filters: [filter], sort: 'hs_object_id', limit: 1 };
}

/**
 * Text order can look like number order ("100" to "299" before "90") and then hides the small ids. Records may leave
 * the millisecond while it is drained, never join it; so more left than taken means that some were passed over.
 */
export function afterCount(place: DrainPlace, taken: number, left: number): DrainPlace | null {
  if (left <= taken) return null;
  if (place.digits === null) return drainByLength(place.atMs);
  throw unexpectedAnswer('a search for changes', 'passed over records', 'abort');
}

type KeysetPlace = Extract<SearchPlace, { walk: 'keyset' }>;
export type DrainPlace = Extract<SearchPlace, { walk: 'drain' }>;

/** A wrong guess at the order would skip records, so every page is checked. */
function isOrdered(place: SearchPlace, page: SearchPage): boolean {
  const keys =
    place.walk === 'keyset'
      ? page.hits.map((hit) => BigInt(hit.changedMs))
      : page.hits.map((hit) => BigInt(hit.id));
  const start = place.walk === 'keyset' ? BigInt(place.fromMs) : BigInt(place.afterId) + 1n;
  return keys.every((key, index) => key >= (keys[index - 1] ?? start));
}
