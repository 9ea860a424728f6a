import { z } from 'zod';
import { Card } from '../card.ts';

/**
 * GET /v1/cards/:recordKind/:recordId?choice=KEY
 * `choice` is a key of `focus.choices`; without it the focus rule decides. A company's card speaks of one of its deals;
 * whoever presses something on it acts on that deal or person, never on the company.
 * Errors: 401 signature_invalid · 404 record_unknown · 400 request_invalid.
 */
export const getCard = {
  method: 'GET',
  path: '/v1/cards/:recordKind/:recordId',
  params: z.strictObject({
    recordKind: z.enum(['deal', 'contact', 'lead', 'company']),
    recordId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  }),
  query: z.object({ choice: z.string().max(80).optional() }),
  response: z.strictObject({ card: Card, tenantTimeZone: z.string() }),
} as const;

export type GetCardResponse = z.infer<typeof getCard.response>;
