import { z } from 'zod';

/**
 * POST /sandbox/signed-fetch: what `hubspot.fetch` does on HubSpot's side. Appends userId, portalId, userEmail and
 * appId to the URL, signs it (v3) and sends it to Attune; answers with status and body as they came.
 */
export const postSignedFetch = {
  method: 'POST',
  path: '/sandbox/signed-fetch',
  body: z.strictObject({
    url: z.string(),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    body: z.unknown().optional(),
    viewerUserId: z.string(),
  }),
  response: z.strictObject({ status: z.int(), body: z.string() }),
} as const;
export type SignedFetchBody = z.infer<typeof postSignedFetch.body>;
