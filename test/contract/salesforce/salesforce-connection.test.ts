import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import { createAuthorizer } from '../../../server/crm/salesforce/oauth.ts';
import { openStores, type Stores } from '../../../server/store/open-stores.ts';
import { loadAccess } from '../../../server/sync/connection/access-token.ts';
import { SANDBOX_APP } from '../../simulators/salesforce/oauth/registered-app.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../../simulators/salesforce/start-salesforce.ts';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.ts';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-20T10:00:00.000Z');
const TOKEN_PATH = '/services/oauth2/token';

describe('A connection to an org that two workers share', () => {
  let database: TestDatabase;
  let salesforce: SalesforceStandIn;
  let elsewhere: SalesforceStandIn;
  let workers: readonly [Stores, Stores];
  beforeEach(async () => {
    database = await openTestDatabase();
    salesforce = await startSalesforce({ clock: () => NOW, latencyMs: 50 });
    elsewhere = await startSalesforce({ clock: () => NOW });
    const credentialKey = randomBytes(32);
    const open = () =>
      openStores({ databases: database.urls, credentialKey, report: () => undefined });
    workers = [open(), open()];
  });
  afterEach(async () => {
    for (const stores of workers) await stores.close();
    await salesforce.close();
    await elsewhere.close();
    await database.close();
  });

  /** Each worker has a desk of its own, as on two machines. */
  const openWorker = ({ connections }: Stores) => ({
    ...{ connections, clock: () => NOW, random: () => 0 },
    authorizer: createAuthorizer({
      signInUrl: salesforce.url,
      redirectUri: 'https://attune.example/oauth/salesforce/callback',
      ...{ clientId: SANDBOX_APP.clientId, clientSecret: SANDBOX_APP.clientSecret },
      ...{ timeoutMs: 5_000, clock: () => NOW },
    }),
  });

  async function connect(): Promise<{ tenantId: string; accessToken: string }> {
    const { accessToken, refreshToken } = salesforce.issueTokens();
    const [{ tenants, connections }] = workers;
    const tenantId = await tenants.ensureTenant({
      ...{ vendor: 'salesforce', accountId: salesforce.orgId },
      ...{ name: 'Larkfield', timeZone: 'Europe/London' },
    });
    const expiresAtMs = NOW.getTime() + 3_600_000;
    const apiOrigin = salesforce.url;
    await connections.connect(tenantId, {
      credentials: { accessToken, refreshToken, expiresAtMs, apiOrigin },
      ...{ installedBy: null, grantedScopes: [], at: NOW.toISOString() },
    });
    return { tenantId, accessToken };
  }

  const renewals = () => salesforce.ledger.entries.filter(({ path }) => path === TOKEN_PATH);

  it('is renewed once when all find their key expired, and all go on with the new one', async () => {
    const { tenantId, accessToken } = await connect();
    const tools = workers.map(openWorker);
    const asked = Array.from({ length: 8 }, (_, each) =>
      loadAccess(tools[each % 2] ?? openWorker(workers[0]), tenantId, accessToken),
    );
    const settled = await Promise.allSettled(asked);
    const refused = settled.flatMap((each): unknown[] =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    expect(refused.every((each) => each instanceof AppError && each.recovery === 'wait')).toBe(
      true,
    );
    expect(renewals()).toHaveLength(1);
    const keys = await Promise.all(tools.map((each) => loadAccess(each, tenantId, accessToken)));
    const [first, second] = keys.map((each) => each.accessToken);
    expect(first).toBe(second);
    expect(first).not.toBe(accessToken);
    // A spent refresh token would have ended the grant, and this key with it.
    const headers = { authorization: `Bearer ${first}` };
    const answer = await fetch(`${salesforce.url}/services/data/v67.0/limits`, { headers });
    expect(answer.status).toBe(200);
    expect(renewals()).toHaveLength(1);
  });

  it('is not followed to another address: nothing is sent there, and an admin is asked', async () => {
    const { tenantId, accessToken } = await connect();
    salesforce.moveInstance(elsewhere.url);
    const asked = loadAccess(openWorker(workers[0]), tenantId, accessToken);
    await expect(asked).rejects.toMatchObject({
      ...{ code: 'crm_unauthorized', recovery: 'reauthorize' },
      message: 'This Salesforce org has a new address. An admin must connect it again.',
    });
    expect(await workers[1].connections.load(tenantId)).toMatchObject({
      state: 'reconnect_needed',
    });
    await expect(loadAccess(openWorker(workers[1]), tenantId)).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
    expect(elsewhere.ledger.entries).toEqual([]);
    expect(renewals()).toHaveLength(1);
  });
});
