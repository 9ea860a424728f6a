import { z } from 'zod';

/** GET /sandbox/org/feedback: the answers that visitors gave on the Lightning card, as they stand in the org. */
export const getOrgFeedback = {
  method: 'GET',
  path: '/sandbox/org/feedback',
  response: z.strictObject({
    answers: z.array(
      z.strictObject({ recordId: z.string(), subject: z.string(), verdict: z.string() }),
    ),
  }),
} as const;
