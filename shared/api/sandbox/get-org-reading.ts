import { z } from 'zod';

/** GET /sandbox/org/readings/:recordId: what the package's Apex reader would give the card, in its one call. */
export const getOrgReading = {
  method: 'GET',
  path: '/sandbox/org/readings/:recordId',
  response: z.strictObject({
    state: z.enum(['none', 'closed', 'silenced', 'told']),
    /** shared/insight-payload.ts as JSON. */
    payload: z.string().optional(),
    generatedAt: z.string().optional(),
    cuts: z
      .array(z.strictObject({ words: z.string().optional(), missing: z.string().optional() }))
      .optional(),
    openSources: z.array(z.boolean()).optional(),
    /** This visitor's, the latest first. */
    answers: z
      .array(
        z.strictObject({
          kind: z.string(),
          subject: z.string(),
          verdict: z.string(),
          personId: z.string(),
          dealId: z.string().nullable(),
        }),
      )
      .optional(),
    connectionState: z.string().optional(),
    syncedAt: z.string().nullish(),
  }),
} as const;
