import { z } from 'zod';
import { DRIVERS } from '../vocabulary.ts';

/**
 * POST /v1/verdicts: the rep says "Right" or "Not right" of one driver. Sending the same again changes nothing.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 400 request_invalid.
 */
export const postVerdict = {
  method: 'POST',
  path: '/v1/verdicts',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact', 'lead']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    dealId: z.string().nullable(),
    personId: z.string(),
    driver: z.enum(DRIVERS),
    verdict: z.enum(['right', 'not_right']),
  }),
  response: z.strictObject({ saved: z.literal(true) }),
} as const;

export type PostVerdictBody = z.infer<typeof postVerdict.body>;
