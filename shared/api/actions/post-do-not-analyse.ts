import { z } from 'zod';

/**
 * POST /v1/do-not-analyse: nothing of this person or deal is read, kept or shown any more. No reason is asked for. It
 * holds before the answer goes out, and against the CRM's own field until an admin releases it.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 400 request_invalid.
 */
export const postDoNotAnalyse = {
  method: 'POST',
  path: '/v1/do-not-analyse',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  }),
  response: z.strictObject({ silent: z.literal(true) }),
} as const;

export type PostDoNotAnalyseBody = z.infer<typeof postDoNotAnalyse.body>;
