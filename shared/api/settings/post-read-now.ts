import { z } from 'zod';

/**
 * POST /v1/settings/read-now: begins a night now. `running`: one runs, this or another; `too_soon`: the last one began
 * less than ten minutes ago, and `againAt` says when; `nothing_to_read`: not connected, or no pipeline is chosen.
 * Errors: 401 signature_invalid · 403 crm_forbidden · 404 tenant_unknown.
 */
export const postReadNow = {
  method: 'POST',
  path: '/v1/settings/read-now',
  response: z.strictObject({
    state: z.enum(['running', 'too_soon', 'nothing_to_read']),
    againAt: z.string().nullable(),
  }),
} as const;
export type ReadNowAnswer = z.infer<typeof postReadNow.response>;
