import { z } from 'zod';
import { TenantSettings } from '../../settings.ts';

/**
 * POST /v1/settings: saves what an admin decided, all of it. Sending the same again changes nothing.
 * Errors: 400 request_invalid · 401 signature_invalid · 403 crm_forbidden · 404 tenant_unknown.
 */
export const postSettings = {
  method: 'POST',
  path: '/v1/settings',
  body: TenantSettings,
  response: z.strictObject({ saved: z.literal(true) }),
} as const;
