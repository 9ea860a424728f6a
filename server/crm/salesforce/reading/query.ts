import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';

/** `queryAll` also gives deleted rows and archived activities; its pages hold 2,000 rows, fewer when they are wide. */

const Page = z.object({
  totalSize: z.number(),
  done: z.boolean(),
  nextRecordsUrl: z
    .string()
    .regex(/^\/services\/data\/v[\d.]+\/query\/[\w-]+$/)
    .nullish(),
  records: z.array(z.unknown()),
});

export interface QueryPage {
  readonly rows: readonly unknown[];
  /** Rows of all pages together. */
  readonly total: number;
  /** The path of the next page; Salesforce keeps it for two days. */
  readonly locator: string | null;
}

export async function query(client: SalesforceClient, soql: string): Promise<QueryPage> {
  return toPage(await client.call({ method: 'GET', path: '/queryAll', query: { q: soql } }));
}

export async function queryMore(client: SalesforceClient, locator: string): Promise<QueryPage> {
  return toPage(await client.call({ method: 'GET', path: locator }));
}

/** All rows, for questions whose answer is known to be small. */
export async function queryWhole(
  client: SalesforceClient,
  soql: string,
): Promise<readonly unknown[]> {
  let page = await query(client, soql);
  const rows = [...page.rows];
  while (page.locator !== null) {
    page = await queryMore(client, page.locator);
    rows.push(...page.rows);
  }
  return rows;
}

export function toPage(answer: unknown): QueryPage {
  const page = Page.safeParse(answer).data;
  if (page === undefined) throw unexpectedAnswer('a query', 'is no page of rows');
  const locator = page.done ? null : (page.nextRecordsUrl ?? null);
  if (!page.done && locator === null)
    throw unexpectedAnswer('a query', 'does not say how it goes on');
  return { rows: page.records, total: page.totalSize, locator };
}
