import { z } from 'zod';
import { DRIVERS, POLES, STATUSES } from '../../vocabulary.ts';

/** GET /sandbox/buyer-messages/:messageId: what became of it. `text` is the message as it stands in the CRM. */
export const getBuyerMessage = {
  method: 'GET',
  path: '/sandbox/buyer-messages/:messageId',
  response: z.strictObject({
    state: z.enum(['sent', 'read', 'on_the_card']),
    text: z.string(),
    /** The words that counted: slices of `text`. */
    marks: z.array(
      z.strictObject({
        start: z.int(),
        end: z.int(),
        driver: z.enum(DRIVERS),
        pole: z.enum(POLES),
        status: z.enum(STATUSES),
      }),
    ),
    /** A sentence: "Nothing found, because …". Null while unread or when something was found. */
    nothingBecause: z.string().nullable(),
  }),
} as const;
export type BuyerMessage = z.infer<typeof getBuyerMessage.response>;
