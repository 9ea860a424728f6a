import { z } from 'zod';

/** GET /sandbox/receipts: what the nights skipped, and why. */
export const getReceipts = {
  method: 'GET',
  path: '/sandbox/receipts',
  response: z.strictObject({
    receipts: z.array(
      z.strictObject({ kind: z.string(), recordId: z.string().nullable(), reason: z.string() }),
    ),
  }),
} as const;
export type Receipts = z.infer<typeof getReceipts.response>;
