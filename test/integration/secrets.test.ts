import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { scopesAsked } from '../../server/crm/hubspot/scopes.ts';
import { SANDBOX_APP } from '../simulators/hubspot/start-hubspot.ts';
import { openBrowser } from '../support/hubspot/install-browser.ts';
import { eventually } from '../support/eventually.ts';
import { openAttune, type OpenAttune } from '../support/hubspot/open-attune.ts';
import { sql, type TestDatabase } from '../support/postgres.ts';

const HALF_AN_HOUR_MS = 1_800_000;

/** Every row of every table, the queue's included, as text; bytes as they are and as characters. */
async function dump({ owner }: TestDatabase): Promise<string> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`.execute(owner);
  const texts: string[] = [];
  await owner.connection().execute(async (connection) => {
    for (const { schema, name } of tables) {
      const table = sql.table(`${schema}.${name}`);
      // Row-level security hides the rows even from the owner; only here it is lifted.
      await sql`alter table ${table} no force row level security`
        .execute(connection)
        .catch(() => undefined);
      const { rows } = await sql<{
        row: string;
      }>`select each::text as row from ${table} as each`.execute(connection);
      texts.push(...rows.map(({ row }) => `${schema}.${name} ${row}`));
    }
    const { rows } = await sql<{ sealed: string | null }>`
      select encode(ciphertext, 'escape') as sealed from connection`.execute(connection);
    texts.push(...rows.map(({ sealed }) => sealed ?? ''));
  });
  return texts.join('\n');
}

describe('the secrets of a connection', () => {
  let open: OpenAttune;
  const secrets = new Set<string>();

  beforeAll(async () => {
    open = await openAttune();
  }, 60_000);
  afterAll(() => open.close());

  const rememberTokens = async (tenantId: string) => {
    const connection = await open.attune.stores.connections.load(tenantId);
    for (const each of Object.values(connection?.credentials ?? {}))
      if (typeof each === 'string') secrets.add(each);
  };

  it('stand in no log line, no queue and no table, through an install, work, a renewal and failures', async () => {
    const browser = openBrowser(open.origin);
    const back = await browser.agree(await browser.begin());
    const [, nonce = ''] = browser.cookie().split('=');
    secrets.add(back.searchParams.get('code') ?? '').add(back.searchParams.get('state') ?? '');
    secrets.add(nonce).add(SANDBOX_APP.clientSecret);
    secrets.add(open.credentialKey.toString('hex')).add(open.credentialKey.toString('base64'));
    const page = await browser.comeBack(back);
    expect(page.status).toBe(200);
    await browser.comeBack(back);

    const account = { vendor: 'hubspot', accountId: '4242' } as const;
    const tenantId = (await open.attune.stores.tenants.findTenant(account)) ?? '';
    await rememberTokens(tenantId);
    await open.attune.stores.settings.save(tenantId, {
      settings: { ...DEFAULT_SETTINGS, pipelineIds: ['sales'] },
      ...{ by: null, at: '2026-11-20T10:00:00.000Z' },
    });
    open.startWork();
    await open.attune.beginNight(tenantId);
    const port = await open.attune.crm.portOf(tenantId);
    // The night works meanwhile, and whoever renews the token makes the other one wait.
    const readOwner = async () => {
      let failure: unknown = null;
      await eventually('the owner is read or refused', async () => {
        failure = await port.readRecords('owner', ['501']).then(
          () => null,
          (error: unknown) => error,
        );
        return !String(failure).includes('is being renewed by another worker');
      });
      if (failure !== null) open.report(failure);
      return failure;
    };
    expect(await readOwner()).toBeNull();
    open.advance(HALF_AN_HOUR_MS);
    open.hubspot.rotateRefreshToken();
    expect(await readOwner()).toBeNull();
    await rememberTokens(tenantId);
    for (const kind of ['bad_gateway', 'half_body', 'cut_connection'] as const) {
      open.hubspot.queueFault({ kind, path: /owners/ });
      await readOwner();
    }
    open.advance(HALF_AN_HOUR_MS);
    open.hubspot.revokeTokens();
    await readOwner();
    const [logged, stored] = [open.logged(), await dump(open.database)];

    expect(secrets.size).toBeGreaterThanOrEqual(10);
    expect(logged).toContain('crm_unauthorized');
    for (const table of ['connection', 'tenant', 'night', 'due_work'])
      expect(stored).toMatch(new RegExp(`^public.${table} .*${tenantId}`, 'm'));
    expect(stored).toMatch(/^bullmq\.\w+ /m);
    expect(stored).toContain('reconnect_needed');
    const everything = `${logged}\n${stored}\n${page.html}`;
    expect([...secrets].filter((secret) => everything.includes(secret))).toEqual([]);
    // Whatever it was called: no token of the stand-in has another form.
    expect(everything).not.toMatch(/access-4242|refresh-4242/);
    expect(everything).toContain(scopesAsked('always')[1]);
  });
});
