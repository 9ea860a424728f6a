import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { findFreePort } from '../support/free-port.ts';
import { type ConnectedAttune, openConnected } from '../support/hubspot/open-connected.ts';

jest.setTimeout(60_000);

const TOKEN = 'a-token-of-the-operators';
const MOMENT = '2026-11-20T10:00:00.000Z';

/** Somebody's chat, which takes posts. */
async function listenForNews(port: number): Promise<{ server: Server; told: string[] }> {
  const told: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      told.push(body);
      response.end();
    });
  }).listen(port);
  await once(server, 'listening');
  return { server, told };
}

describe('for whoever runs Attune', () => {
  let open: ConnectedAttune;
  let tenantId: string;
  let news: Awaited<ReturnType<typeof listenForNews>>;

  beforeAll(async () => {
    const port = await findFreePort();
    news = await listenForNews(port);
    const webhookUrl = `http://localhost:${port}/attune`;
    open = await openConnected({ operations: { metricsToken: TOKEN, webhookUrl } });
    ({ tenantId } = open);
    open.startWork();
    await open.readNight();
  }, 120_000);
  afterAll(async () => {
    await open.close();
    news.server.close();
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${open.origin}${path}`, { headers });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const FROM_FAR = { 'x-forwarded-for': '203.0.113.7' };

  it('tells how all accounts are doing, as numbers', async () => {
    const { status, text } = await get('/health');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      tenants: { active: 1, reconnect_needed: 0, disconnected: 0 },
      partialNights: 0,
      oldestDueSeconds: expect.any(Number),
      inboxLagSeconds: 0,
      queueReachable: true,
    });
  });

  it.each(['/health', '/metrics'])(
    'opens %s to this machine and to the token only',
    async (path) => {
      expect((await get(path)).status).toBe(200);
      expect((await get(path, FROM_FAR)).status).toBe(404);
      expect((await get(path, { ...FROM_FAR, authorization: 'Bearer guessed' })).status).toBe(404);
      const known = { ...FROM_FAR, authorization: `Bearer ${TOKEN}` };
      expect((await get(path, known)).status).toBe(200);
    },
  );

  it('keeps live and ready open to everyone', async () => {
    expect((await get('/health/live', FROM_FAR)).status).toBe(200);
    expect((await get('/health/ready', FROM_FAR)).status).toBe(200);
  });

  it('counts calls, nights, cards, readings, work and requests, and names no account', async () => {
    const { hubspot } = open;
    await open.ask({ path: '/v1/cards/deal/404' });
    const { text, headers } = await get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    for (const line of [
      /^attune_crm_calls_total\{policy="ten_secondly",status="2xx"\} [1-9]/m,
      /^attune_nights_total\{outcome="complete"\} 1$/m,
      /^attune_cards_built_total \d/m,
      /^attune_readings_total \d/m,
      /^attune_job_seconds_count\{kind="run_night"\} [1-9]/m,
      /^attune_budget_used_calls\{tenant="[0-9a-f]{12}"\} [1-9]/m,
      /^attune_budget_daily_calls\{tenant="[0-9a-f]{12}"\} 40000$/m,
      /^attune_connections\{state="active"\} 1$/m,
      /^attune_due_work_age_seconds \d/m,
      /^attune_inbox_lag_seconds 0$/m,
      /^attune_http_seconds_count\{method="GET",path="\/v1\/cards\/:recordKind\/:recordId",status="4xx"\} 1$/m,
    ])
      expect(text).toMatch(line);
    for (const secret of [tenantId, 'Larkfield', hubspot.accountId])
      expect(text).not.toContain(secret);
  });

  it('tells once that an account needs reconnecting, by id and time only', async () => {
    const { connections } = open.attune.stores;
    await connections.markReconnectNeeded(tenantId, 'token_refused');
    await connections.markReconnectNeeded(tenantId, 'access_refused');
    await eventually('the news has arrived', () => news.told.length > 0);
    const { at, ...told } = JSON.parse(news.told[0] ?? '') as Record<string, unknown>;
    expect(told).toEqual({ event: 'reconnect_needed', tenantId });
    expect(at).toEqual(expect.any(String));
    expect(news.told).toHaveLength(1);
    const { text } = await get('/health');
    expect(JSON.parse(text)).toMatchObject({ tenants: { active: 0, reconnect_needed: 1 } });
  });

  it('counts a night that ended for want of calls', async () => {
    const { nights } = open.attune.stores;
    const night = await nights.startNight(tenantId, { startedAt: MOMENT, windows: [] });
    const finishedAt = new Date().toISOString();
    await nights.finishNight(tenantId, night.id, { finishedAt, outcome: 'partial', receipt: null });
    expect(JSON.parse((await get('/health')).text)).toMatchObject({ partialNights: 1 });
  });
});
