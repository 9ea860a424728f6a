import { z } from 'zod';

/**
 * POST /sandbox/buyer-messages: someone writes as a buyer (or as a rep noting what the buyer said). It is put into the
 * stand-in CRM, which tells Attune by webhook like the real one.
 */
export const postBuyerMessage = {
  method: 'POST',
  path: '/sandbox/buyer-messages',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact']),
    recordId: z.string(),
    personId: z.string(),
    /** `reply` quotes the newest mail of the thread below the words, as mail programs do. */
    as: z.enum(['mail', 'reply', 'note']),
    text: z.string().min(1).max(20_000),
  }),
  response: z.strictObject({ messageId: z.string() }),
} as const;
export type BuyerMessageBody = z.infer<typeof postBuyerMessage.body>;
