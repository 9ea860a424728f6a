import type { Instant } from '../../../shared/ids.ts';

/** A page may name a record twice; the newest counts, and one statement may touch a row only once. */
export function newestOfEach<R extends { readonly id: string; readonly updatedAt: Instant }>(
  records: readonly R[],
): readonly R[] {
  const newestLast = records.toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt));
  return [...new Map(newestLast.map((record) => [record.id, record])).values()];
}
