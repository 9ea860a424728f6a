import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Cursor } from '../../port.ts';

const Row = z.strictObject({ at: z.iso.datetime({ precision: 3 }), id: z.string().min(1) });

/** Where a walk through a window stands. `step` 0: the kind's own rows; from 1 on: what lies beside them. */
const Place = z.discriminatedUnion('walk', [
  z.strictObject({
    walk: z.literal('rows'),
    step: z.int().nonnegative(),
    /** The last row that was given; null: none yet. */
    after: Row.nullable(),
    /** Cheaper than `after` while Salesforce remembers it. */
    locator: z.string().nullable(),
  }),
  z.strictObject({
    walk: z.literal('job'),
    after: Row.nullable(),
    jobId: z.string().regex(/^\w+$/),
    startedMs: z.int(),
    /** Of the result's next part; null before the first. */
    locator: z.string().nullable(),
    /** Rows that earlier parts gave. */
    taken: z.int().nonnegative(),
    /** Rows that the whole result has, as the job says; null: not known. */
    promised: z.int().nonnegative().nullable(),
  }),
  /** The next call creates the job. */
  z.strictObject({ walk: z.literal('bulk'), after: Row.nullable() }),
]);
export type Place = z.infer<typeof Place>;
export type RowsPlace = Extract<Place, { walk: 'rows' }>;
export type JobPlace = Extract<Place, { walk: 'job' }>;

export const START: RowsPlace = { walk: 'rows', step: 0, after: null, locator: null };

export function readPlace(cursor: Cursor | null): Place {
  return cursor === null ? START : parseCursor(Place, cursor);
}

export function parseCursor<T>(schema: z.ZodType<T>, cursor: Cursor): T {
  try {
    return schema.parse(JSON.parse(cursor));
  } catch (cause) {
    throw new AppError('request_invalid', 'This cursor was not made by the Salesforce adapter.', {
      recovery: 'abort',
      cause,
    });
  }
}

export function writePlace(place: Place | null): Cursor | null {
  return place === null ? null : JSON.stringify(place);
}
