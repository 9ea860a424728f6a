import { z } from 'zod';
import { ok, refuse, type Answer } from './answer.ts';

/** Questions of one call, and how many of them may be queries (REST API guide, "Composite"; read 2026-11-22). */
const [MOST_PARTS, MOST_QUERIES] = [25, 5];

const Composite = z.object({
  compositeRequest: z.array(
    z.object({ method: z.literal('GET'), url: z.string(), referenceId: z.string() }),
  ),
});

/** Several questions that count as one call; each has its own status. */
export function serveComposite(
  body: unknown,
  ask: (path: string, query: URLSearchParams) => Answer,
): Answer {
  const wanted = Composite.safeParse(body);
  if (!wanted.success) return refuse(400, 'JSON_PARSER_ERROR', 'Unexpected input.');
  const parts = wanted.data.compositeRequest;
  const queries = parts.filter(({ url }) => /\/query/.test(url));
  if (parts.length > MOST_PARTS || queries.length > MOST_QUERIES)
    return refuse(400, 'LIMIT_EXCEEDED', 'The composite request has too many subrequests.');
  const compositeResponse = parts.map(({ url, referenceId }) => {
    const { pathname, searchParams } = new URL(url, 'http://stand-in');
    const { status, body: answer } = ask(pathname, searchParams);
    return { body: answer, httpHeaders: {}, httpStatusCode: status, referenceId };
  });
  return ok({ compositeResponse });
}
