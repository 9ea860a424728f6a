import { z } from 'zod';

/**
 * POST /v1/settings/disconnect: our app leaves the CRM account and the key is wiped. Repeatable.
 * Errors: 401 signature_invalid · 403 crm_forbidden · 404 tenant_unknown · 503 while the CRM cannot be reached.
 */
export const postDisconnect = {
  method: 'POST',
  path: '/v1/settings/disconnect',
  response: z.strictObject({ disconnected: z.literal(true) }),
} as const;
