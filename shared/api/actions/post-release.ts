import { z } from 'zod';
import { postDoNotAnalyse } from './post-do-not-analyse.ts';

/**
 * POST /v1/do-not-analyse/release: takes *do not analyse* back, in the CRM as well. For super admins of the CRM account
 * and whoever connected it. Reading begins when the CRM's own field says so.
 * Errors: 401 signature_invalid · 403 not_permitted · 404 record_unknown · 400 request_invalid.
 */
export const postRelease = {
  method: 'POST',
  path: '/v1/do-not-analyse/release',
  body: postDoNotAnalyse.body,
  response: z.strictObject({ silent: z.literal(false) }),
} as const;
