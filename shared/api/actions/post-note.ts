import { z } from 'zod';

/**
 * POST /v1/notes: those of the five questions that nobody has answered yet become one note on the record, with room
 * under each. The server knows the words; nothing else gets into it. Asking again for the same questions of the same
 * day is the same note.
 * `created`: the CRM has it; `queued`: it will within moments.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 409 questions_unknown · 422 crm_rejected ·
 * 400 request_invalid.
 */
export const postNote = {
  method: 'POST',
  path: '/v1/notes',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact', 'lead']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    /** Whom and what the card speaks of. */
    dealId: z.string().max(64).nullable(),
    personId: z.string().max(64),
  }),
  response: z.strictObject({ state: z.enum(['created', 'queued']) }),
} as const;

export type PostNoteBody = z.infer<typeof postNote.body>;
export type PostNoteResponse = z.infer<typeof postNote.response>;
