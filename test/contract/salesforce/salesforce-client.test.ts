import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from '../../../server/crm/salesforce/client.ts';
import type { SalesforceOptions } from '../../../server/crm/salesforce/client.ts';
import type { CallResult } from '../../../server/crm/port.ts';
import { NO_METER } from '../../support/salesforce/open-salesforce.ts';
import { refusal, startSmallOrg } from '../../support/salesforce/small-org.ts';
import type { Reply, SmallOrg } from '../../support/salesforce/small-org.ts';

const LIMITS_CALL = { method: 'GET', path: '/limits' } as const;

describe('A call to Salesforce', () => {
  let org: SmallOrg;
  let seen: CallResult[];
  beforeEach(async () => {
    org = await startSmallOrg();
    seen = [];
  });
  afterEach(() => org.close());

  const client = (options: Partial<SalesforceOptions> = {}) =>
    createClient({
      baseUrl: org.url,
      accessToken: (refused) => Promise.resolve(refused === undefined ? 'first' : 'renewed'),
      meter: { ...NO_METER, seen: (_policy, result) => void seen.push(result) },
      timeoutMs: 500,
      ...options,
    });
  const answer = (reply: () => Reply) => org.replies.set('GET /limits', reply);

  it('tells the meter how much of the day is gone', async () => {
    answer(() => ({ status: 200, body: { fine: true } }));
    expect(await client().call(LIMITS_CALL)).toEqual({ fine: true });
    expect(seen).toEqual([
      { status: 200, day: { used: 1, limit: 15_000 }, retryAfterMs: null, refusedBy: null },
    ]);
  });

  it('renews its key once when it has expired, and goes on', async () => {
    org.replies.set('GET /limits', ({ token }) =>
      token === 'renewed' ? { status: 200, body: {} } : refusal(401, 'INVALID_SESSION_ID'),
    );
    expect(await client().call(LIMITS_CALL)).toEqual({});
    expect(org.calls.map(({ token }) => token)).toEqual(['first', 'renewed']);
  });

  it('never asks more than twice when every key is refused', async () => {
    answer(() => refusal(401, 'INVALID_SESSION_ID'));
    const refused: string[] = [];
    const refuse = (token: string) => Promise.resolve(refused.push(token) > 0);
    await expect(client({ refuse }).call(LIMITS_CALL)).rejects.toMatchObject({
      ...{ code: 'crm_unauthorized', recovery: 'reauthorize' },
    });
    expect(org.calls).toHaveLength(2);
    expect(refused).toEqual(['renewed']);
  });

  it('is tried again when the key was replaced while Salesforce refused it', async () => {
    answer(() => refusal(401, 'INVALID_SESSION_ID'));
    const refuse = () => Promise.resolve(false);
    await expect(client({ refuse }).call(LIMITS_CALL)).rejects.toMatchObject({ recovery: 'retry' });
  });

  it('ends the day when the allowance is spent, and says so to the meter', async () => {
    answer(() => refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'));
    await expect(client().call(LIMITS_CALL)).rejects.toMatchObject({
      ...{ code: 'crm_budget_spent', recovery: 'wait', retryAfterMs: 3_600_000 },
    });
    expect(seen).toMatchObject([{ status: 403, refusedBy: 'daily', retryAfterMs: 3_600_000 }]);
  });

  it('survives a body that breaks off half-way', async () => {
    const half = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"a":', () => response.socket?.destroy());
    });
    await new Promise<void>((resolve) => half.listen(0, '127.0.0.1', resolve));
    const address = half.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const asked = client({ baseUrl: `http://127.0.0.1:${port}` }).call(LIMITS_CALL);
    await expect(asked).rejects.toMatchObject({ code: 'crm_unavailable', recovery: 'retry' });
    expect(seen).toEqual([{ status: 0, retryAfterMs: null }]);
    await half[Symbol.asyncDispose]();
  });
});
