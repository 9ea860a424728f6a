import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Cursor } from '../../port.ts';

/** Where a walk stands: in which of a kind's objects, after which row, and where Salesforce keeps the rows that follow. */
const Place = z.strictObject({
  object: z.int().nonnegative(),
  after: z.strictObject({ stamp: z.iso.datetime(), id: z.string() }).nullable(),
  locator: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

export const BEGINNING: Place = { object: 0, after: null, locator: null };

/** Throws `request_invalid` for a cursor that this adapter did not make. */
export function readPlace(cursor: Cursor | null): Place {
  if (cursor === null) return BEGINNING;
  const place = Place.safeParse(parseOrNull(cursor));
  if (place.success) return place.data;
  throw new AppError('request_invalid', 'This cursor was not made by the Salesforce adapter.', {
    recovery: 'abort',
  });
}

export function writePlace(place: Place | null): Cursor | null {
  return place === null ? null : JSON.stringify(place);
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
