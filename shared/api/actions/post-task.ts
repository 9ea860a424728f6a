import { z } from 'zod';

/**
 * POST /v1/tasks: a suggested next step becomes a task of the person who asks. The words are those of the stored card;
 * an edited subject or body may stand in. Asking again for the same step of the same day is the same task.
 * `created`: the CRM has it; `queued`: it will within moments.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 409 step_unknown · 422 crm_rejected ·
 * 400 request_invalid.
 */
export const postTask = {
  method: 'POST',
  path: '/v1/tasks',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact', 'lead']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    /** Whom and what the card speaks of. */
    dealId: z.string().max(64).nullable(),
    personId: z.string().max(64),
    stepId: z.string().max(200),
    subject: z.string().trim().min(1).max(1_000).optional(),
    body: z.string().trim().max(1_000).optional(),
  }),
  response: z.strictObject({ state: z.enum(['created', 'queued']) }),
} as const;

export type PostTaskBody = z.infer<typeof postTask.body>;
export type PostTaskResponse = z.infer<typeof postTask.response>;
