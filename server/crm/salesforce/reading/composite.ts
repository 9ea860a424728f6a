import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { refusalToError, unexpectedAnswer } from '../errors.ts';
import { API_PATH } from '../objects.ts';

/**
 * Several questions that count as one call: up to 25, of which up to five queries. `/composite/batch` would count each
 * of them (knowledgelib.io, Composite API capabilities, 2026-03; salesforce.stackexchange.com 154347).
 */

const Answers = z.object({
  compositeResponse: z.array(z.object({ httpStatusCode: z.int(), body: z.unknown() })),
});

/** The bodies in the order of the paths; null for one that was refused because the org has or shows no such thing. */
export async function askTogether(
  client: SalesforceClient,
  paths: readonly string[],
): Promise<readonly unknown[]> {
  const answer = await client.call({
    method: 'POST',
    path: '/composite',
    body: {
      allOrNone: false,
      compositeRequest: paths.map((path, index) => ({
        method: 'GET',
        url: `${API_PATH}${path}`,
        referenceId: `q${index}`,
      })),
    },
  });
  const answers = Answers.safeParse(answer).data?.compositeResponse;
  if (answers?.length !== paths.length)
    throw unexpectedAnswer('POST /composite', 'does not answer each question');
  return answers.map(({ httpStatusCode, body }) => bodyOf(httpStatusCode, body));
}

function bodyOf(status: number, body: unknown): unknown {
  if (status < 300) return body;
  const refusal = { status, body: JSON.stringify(body), retryAfter: null, call: 'POST /composite' };
  const error = refusalToError(refusal);
  if (error.recovery === 'skip' || error.code === 'crm_rejected') return null;
  throw error;
}
