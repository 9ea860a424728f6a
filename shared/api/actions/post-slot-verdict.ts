import { z } from 'zod';
import { PERSONA_SLOTS } from '../../vocabulary.ts';

/**
 * POST /v1/slot-verdicts: the rep says "Right" or "Not right" of one entry under a persona's five questions. What is not
 * right is gone from the card before the answer goes out. Sending the same again changes nothing.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 400 request_invalid.
 */
export const postSlotVerdict = {
  method: 'POST',
  path: '/v1/slot-verdicts',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact', 'lead']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    /** Whom and what the card speaks of. */
    dealId: z.string().max(64).nullable(),
    personId: z.string().max(64),
    slot: z.enum(PERSONA_SLOTS),
    entryId: z.string().min(1).max(64),
    verdict: z.enum(['right', 'not_right']),
  }),
  response: z.strictObject({ saved: z.literal(true) }),
} as const;

export type PostSlotVerdictBody = z.infer<typeof postSlotVerdict.body>;
