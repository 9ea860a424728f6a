import { z } from 'zod';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { parseAnswer } from './object-answer.ts';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const ListAnswer = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: id }).nullish() }).nullish(),
});

interface ListQuestion {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Null: from the beginning. */
  readonly after: string | null;
}

export interface ListedPage {
  readonly results: readonly unknown[];
  /** Where the list goes on; null at its end. */
  readonly after: string | null;
}

/** One page of any list of HubSpot's that goes on by `paging.next.after`. */
export async function askList(
  client: HubSpotClient,
  { path, query, after: from }: ListQuestion,
): Promise<ListedPage> {
  const answer = await client.call({
    ...{ policy: 'ten_secondly', method: 'GET', path },
    query: { ...query, ...(from === null ? {} : { after: from }) },
  });
  const { results, paging } = parseAnswer(ListAnswer, answer, `GET ${path}`);
  const after = paging?.next?.after ?? null;
  // A server that ignores `after` would send us in circles.
  if (after !== null && after === from) throw unexpectedAnswer(`GET ${path}`, 'repeats its page');
  return { results, after };
}
