import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Cursor, Window } from '../../port.ts';

/** Where a walk through a window stands. `ms` are epoch milliseconds, as search filters take them. */
const Place = z.discriminatedUnion('walk', [
  /** The whole list, by HubSpot's own `after`. */
  z.strictObject({ walk: z.literal('list'), after: z.string().nullable() }),
  /** Search from this millisecond on, sorted by change. */
  z.strictObject({ walk: z.literal('keyset'), fromMs: z.int() }),
  /** One millisecond that fills more than a page, by id. */
  z.strictObject({
    walk: z.literal('drain'),
    atMs: z.int(),
    afterId: z.string(),
    /** How many records of the millisecond were taken so far. */
    taken: z.int(),
    /** Only ids of this many digits, where HubSpot sorts them as text; null: all. */
    digits: z.int().nullable().default(null),
  }),
]);
export type Place = z.infer<typeof Place>;

export function readPlace(window: Window, cursor: Cursor | null): Place {
  return cursor === null ? startOf(window) : parseCursor(Place, cursor);
}

export function parseCursor<T>(schema: z.ZodType<T>, cursor: Cursor): T {
  try {
    return schema.parse(JSON.parse(cursor));
  } catch (cause) {
    throw new AppError('request_invalid', 'This cursor was not made by the HubSpot adapter.', {
      recovery: 'abort',
      cause,
    });
  }
}

export function writePlace(place: Place | null): Cursor | null {
  return place === null ? null : JSON.stringify(place);
}

function startOf(window: Window): Place {
  return window.from === null
    ? { walk: 'list', after: null }
    : { walk: 'keyset', fromMs: Date.parse(window.from) };
}

/** The `after` of what is only ever walked as a list, whatever its window. */
export function listWalk(cursor: Cursor | null): string | null {
  if (cursor === null) return null;
  const place = parseCursor(Place, cursor);
  return place.walk === 'list' ? place.after : null;
}
