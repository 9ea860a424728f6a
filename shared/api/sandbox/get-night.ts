import { z } from 'zod';

/** GET /sandbox/night: how far the sandbox's night is. Polled by the preview; counts only ever grow. */
export const getNight = {
  method: 'GET',
  path: '/sandbox/night',
  response: z.strictObject({
    phase: z.enum(['starting', 'reading', 'cards', 'finished']),
    records: z.int(),
    activities: z.int(),
    readings: z.int(),
    apiCalls: z.int(),
    cards: z.int(),
    /** Expected records of the whole night; null while nothing is known. */
    expectedRecords: z.int().nullable(),
    secondsLeft: z.int().nullable(),
    /** Whole days since the sandbox's first night; over 3 the page offers a fresh one. */
    ageDays: z.int(),
  }),
} as const;
export type Night = z.infer<typeof getNight.response>;
