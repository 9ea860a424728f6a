import { describe, expect, it } from '@jest/globals';
import { refusalToError } from '../../../server/crm/hubspot/errors.ts';
import type { AppError } from '../../../shared/errors.ts';

function refused(status: number, body: unknown, retryAfter: string | null = null): AppError {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return refusalToError({ status, body: text, retryAfter, call: 'GET /crm/owners/2026-09' });
}

const limit = (policyName: string): object => ({ errorType: 'RATE_LIMIT', policyName });

describe('What a refusal of HubSpot means', () => {
  it.each([
    [400, { category: 'VALIDATION_ERROR' }, 'crm_rejected', 'abort', null],
    [401, { category: 'EXPIRED_AUTHENTICATION' }, 'crm_unauthorized', 'retry', null],
    [401, { category: 'INVALID_AUTHENTICATION' }, 'crm_unauthorized', 'reauthorize', null],
    [401, '{"status":"error","categ', 'crm_unauthorized', 'retry', null],
    [403, { category: 'MISSING_SCOPES' }, 'crm_forbidden', 'skip', null],
    [404, {}, 'crm_not_found', 'skip', null],
    [409, {}, 'crm_rejected', 'skip', null],
    [414, '', 'crm_rejected', 'abort', null],
    [423, {}, 'crm_unavailable', 'wait', 2_000],
    [429, limit('SECONDLY'), 'crm_rate_limited', 'wait', 1_000],
    [429, limit('TEN_SECONDLY_ROLLING'), 'crm_rate_limited', 'wait', 10_000],
    [429, limit('DAILY'), 'crm_budget_spent', 'wait', 3_600_000],
    [429, '<html>slow down</html>', 'crm_rate_limited', 'wait', 10_000],
    [477, {}, 'crm_unavailable', 'wait', 60_000],
    [502, '<html><h1>Bad gateway</h1></html>', 'crm_unavailable', 'retry', null],
    [524, '', 'crm_unavailable', 'retry', null],
    [304, '', 'crm_unexpected_answer', 'retry', null],
  ] as const)('%d %j is %s: %s', (...row) => {
    const [status, body, code, recovery, retryAfterMs] = row;
    expect(refused(status, body)).toMatchObject({ code, recovery, retryAfterMs });
  });

  it('honours Retry-After where it asks for more than we would wait', () => {
    expect(refused(429, limit('SECONDLY'), '30').retryAfterMs).toBe(30_000);
    expect(refused(429, limit('TEN_SECONDLY_ROLLING'), '1').retryAfterMs).toBe(10_000);
    expect(refused(429, limit('SECONDLY'), 'tomorrow').retryAfterMs).toBe(1_000);
  });

  it('repeats no part of the payload, which may hold people', () => {
    const body = {
      category: 'CONFLICT',
      message: 'dana@buyer.example exists',
      correlationId: 'a b',
    };
    expect(refused(409, body).message).toBe(
      'HubSpot already has this: GET /crm/owners/2026-09 (409, CONFLICT).',
    );
  });
});
