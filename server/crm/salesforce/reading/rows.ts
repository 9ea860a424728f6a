import { z } from 'zod';
import { unexpectedAnswer } from '../errors.ts';

/** A row of a query's answer: fields by their API names, a followed reference as a row of its own. */
export type Row = Readonly<Record<string, unknown>> & { readonly Id: string };

const Page = z.object({
  totalSize: z.int().nonnegative(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.looseObject({ Id: z.string().min(1) })),
});

export interface RowPage {
  readonly rows: readonly Row[];
  /** Where the next rows wait, for some days; null: there are none. */
  readonly locator: string | null;
}

export function readRows(answer: unknown, call: string): RowPage {
  const page = Page.safeParse(answer);
  if (!page.success) throw unexpectedAnswer(call, 'is no page of records');
  const { done, nextRecordsUrl, records } = page.data;
  const locator = done ? null : (nextRecordsUrl?.split('/').at(-1) ?? null);
  if (!done && locator === null) throw unexpectedAnswer(call, 'goes on without saying where');
  return { rows: records, locator };
}

const Count = z.object({ totalSize: z.int().nonnegative() });

export function readCount(answer: unknown, call: string): number {
  const count = Count.safeParse(answer);
  if (!count.success) throw unexpectedAnswer(call, 'is no count');
  return count.data.totalSize;
}
