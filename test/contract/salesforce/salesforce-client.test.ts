import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from '../../../server/crm/salesforce/client.ts';
import type { SalesforceOptions } from '../../../server/crm/salesforce/client.ts';
import type { CallResult } from '../../../server/crm/port.ts';
import { NO_METER } from '../../support/salesforce/open-org.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../../simulators/salesforce/start-salesforce.ts';

const LIMITS_CALL = { method: 'GET', path: '/limits' } as const;

describe('A call to Salesforce', () => {
  let salesforce: SalesforceStandIn;
  let seen: CallResult[];
  let given: (string | undefined)[];
  beforeEach(async () => {
    salesforce = await startSalesforce({ clock: () => new Date('2026-03-04T08:00:00Z') });
    [seen, given] = [[], []];
  });
  afterEach(() => salesforce.close());

  /** Each time it is asked for a key it notes which one was refused. */
  function client(options: Partial<SalesforceOptions> = {}) {
    let { accessToken } = salesforce.issueTokens();
    return createClient({
      baseUrl: salesforce.url,
      accessToken: (refused) => {
        if (refused !== undefined) ({ accessToken } = salesforce.issueTokens());
        given.push(refused);
        return Promise.resolve(accessToken);
      },
      meter: { ...NO_METER, seen: (_policy, result) => void seen.push(result) },
      timeoutMs: 500,
      ...options,
    });
  }
  const refuseAll = () => {
    salesforce.queueFault({ kind: 'expired_token', times: 1_000 });
  };

  it('tells the meter how much of the day is gone', async () => {
    expect(await client().call(LIMITS_CALL)).toMatchObject({
      DailyApiRequests: { Max: 100_000, Remaining: 99_999 },
    });
    expect(seen).toEqual([
      { status: 200, day: { used: 1, limit: 100_000 }, retryAfterMs: null, refusedBy: null },
    ]);
  });

  it('renews its key once when it has expired, and goes on', async () => {
    const asking = client();
    salesforce.expireTokens();
    expect(await asking.call(LIMITS_CALL)).toMatchObject({ DailyApiRequests: {} });
    expect(given).toEqual([undefined, expect.stringMatching(/^00D/)]);
    expect(salesforce.ledger.entries.map(({ status }) => status)).toEqual([401, 200]);
  });

  it('never asks more than twice when every key is refused', async () => {
    refuseAll();
    const refused: string[] = [];
    const refuse = (token: string) => Promise.resolve(refused.push(token) > 0);
    await expect(client({ refuse }).call(LIMITS_CALL)).rejects.toMatchObject({
      ...{ code: 'crm_unauthorized', recovery: 'reauthorize' },
    });
    expect(salesforce.ledger.entries).toHaveLength(2);
    expect(refused).toHaveLength(1);
    expect(refused).not.toContain(given[1]);
  });

  it('is tried again when the key was replaced while Salesforce refused it', async () => {
    refuseAll();
    const refuse = () => Promise.resolve(false);
    await expect(client({ refuse }).call(LIMITS_CALL)).rejects.toMatchObject({ recovery: 'retry' });
  });

  it('ends the day when the allowance is spent, and says so to the meter', async () => {
    const { allowance } = salesforce.desk();
    allowance.used = allowance.limit;
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
