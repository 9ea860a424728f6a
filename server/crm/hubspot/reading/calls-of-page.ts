import type { RecordKind } from '../../records.ts';
import { isObjectKind, LIMITS, OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind } from '../objects.ts';
import type { Place } from './cursor.ts';

interface PageCalls {
  readonly calls: number;
  /** So many of them are searches, which come first. */
  readonly searches: number;
}

export const ONE_CALL: PageCalls = { calls: 1, searches: 0 };

/**
 * The calls that a page may need, set aside before its first one, because a page that is stopped half-way is thrown away.
 * Transcripts are not among them: only the page itself tells how many there are.
 */
export function callsOfPage(kind: ObjectKind, place: Place): PageCalls {
  // A list tells associations inline; the rare long ones are asked for by themselves.
  if (place.walk === 'list') return ONE_CALL;
  const { pageLimit, history } = OBJECT_TYPES[kind];
  const searches = Math.ceil(LIMITS.associations / pageLimit);
  const batches = history.length > 0 ? Math.ceil(LIMITS.associations / LIMITS.withHistory) : 0;
  return { calls: searches + batches + associationsOf(kind), searches };
}

export function callsOfBatch(kind: RecordKind, size: number): number {
  if (!isObjectKind(kind) || size === 0) return 1;
  const { history } = OBJECT_TYPES[kind];
  const batch = history.length > 0 ? LIMITS.withHistory : LIMITS.batchRead;
  return Math.ceil(size / batch) + associationsOf(kind);
}

function associationsOf(kind: keyof typeof OBJECT_TYPES): number {
  return OBJECT_TYPES[kind].associated.length;
}
