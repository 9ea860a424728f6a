import { z } from 'zod';

/**
 * POST /v1/refresh: reads this record, its people, deals and activities again, at most once a minute.
 * `againAt`: from when it may be asked again.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 400 request_invalid.
 */
export const postRefresh = {
  method: 'POST',
  path: '/v1/refresh',
  body: z.strictObject({
    recordKind: z.enum(['deal', 'contact', 'lead']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  }),
  response: z.strictObject({
    state: z.enum(['started', 'too_soon']),
    againAt: z.iso.datetime(),
  }),
} as const;

export type PostRefreshBody = z.infer<typeof postRefresh.body>;
export type PostRefreshResponse = z.infer<typeof postRefresh.response>;
