import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FaultQueue } from '../../simulators/hubspot/faults.ts';
import type { FaultKind } from '../../simulators/hubspot/faults.ts';
import { EVERY_SCOPE } from '../../simulators/hubspot/http/scopes.ts';
import { openStandIn } from './open-stand-in.ts';
import type { OpenStandIn } from './open-stand-in.ts';

const DEALS = '/crm/objects/2026-09/deals';

/** What the control address answers. */
interface Controlled {
  readonly result: unknown;
  readonly category?: string;
}

async function control(url: string, verb: string, body: object = {}): Promise<Controlled> {
  const answer = await fetch(`${url}/_control/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // The shape above is all that the control address answers.
  return (await answer.json()) as Controlled;
}

describe("The stand-in's faults", () => {
  let open: OpenStandIn;

  beforeEach(async () => {
    open = await openStandIn({ grantedScopes: EVERY_SCOPE });
  });
  afterEach(() => open.close());

  const create = () => open.ask(`POST ${DEALS}`, { properties: { dealname: 'X' } });
  const count = (): number => [...open.hubspot.recordsOf('deals')].length;

  it.each([
    ['cut_connection', 0],
    ['applied_unanswered', 1],
  ] as const)('break the connection by %s with %d records written', async (kind, written) => {
    open.hubspot.queueFault({ kind });
    await expect(create()).rejects.toThrow();
    expect([count(), open.hubspot.ledger.entries.at(-1)?.status]).toEqual([written, 0]);
  });

  it.each([
    ['server_error', 500],
    ['bad_gateway', 502],
    ['daily_limited', 429],
    ['rate_limited', 429],
  ] as const)('answer %s with %d and do nothing', async (kind, status) => {
    open.hubspot.queueFault({ kind });
    expect((await create()).status).toBe(status);
    expect(count()).toBe(0);
  });

  it('give half a body, or a whole one slowly', async () => {
    open.hubspot.queueFault({ kind: 'half_body' });
    expect((await create()).body).toBeNull();
    open.hubspot.queueFault({ kind: 'slow_drip' });
    const start = performance.now();
    expect((await create()).body).toMatchObject({ properties: { dealname: 'X' } });
    expect(performance.now() - start).toBeGreaterThan(200);
  });

  it('come by chance at the given rates, the same for the same seed', () => {
    const rates = { bad_gateway: 0.1, half_body: 0.2 };
    const drawn = (seed: number): readonly (FaultKind | null)[] => {
      const faults = new FaultQueue();
      faults.setRandom({ seed, rates, path: /deals/ });
      return Array.from({ length: 2_000 }, () => faults.take('/crm/objects/2026-09/deals'));
    };
    const kinds = drawn(7);
    const share = (kind: FaultKind): number =>
      kinds.filter((each) => each === kind).length / kinds.length;
    expect(share('bad_gateway')).toBeCloseTo(0.1, 1);
    expect(share('half_body')).toBeCloseTo(0.2, 1);
    expect([drawn(7), drawn(8)].map((each) => each.join() === kinds.join())).toEqual([true, false]);
  });

  it('spare other paths, and end when told to', async () => {
    open.hubspot.setRandomFaults({ seed: 1, rates: { bad_gateway: 1 }, path: /owners/ });
    expect((await create()).status).toBe(201);
    expect((await open.ask('GET /crm/owners/2026-09')).status).toBe(502);
    open.hubspot.setRandomFaults(null);
    expect((await open.ask('GET /crm/owners/2026-09')).status).toBe(200);
  });

  it('and everything else can be steered over the control address', async () => {
    const { url } = open.hubspot;
    const edit = { type: 'deals', properties: { dealname: 'Y' }, at: '2026-11-01T00:00:00.000Z' };
    const made = await control(url, 'putRecord', { portal: '4242', args: [edit] });
    const listed = await control(url, 'recordsOf', { args: ['deals'] });
    expect(made.result).toMatchObject({ updatedAt: '2026-11-01T00:00:00.000Z' });
    expect(listed.result).toEqual([made.result]);
    await control(url, 'queueFault', { args: [{ kind: 'bad_gateway', path: 'deals' }] });
    expect((await create()).status).toBe(502);
    await control(url, 'setRandomFaults', { args: [{ seed: 1, rates: { server_error: 1 } }] });
    expect((await create()).status).toBe(500);
    await control(url, 'setRandomFaults', { args: [null] });
    await control(url, 'setDailyLimit', { args: [0] });
    expect((await create()).body?.policyName).toBe('DAILY');
    await control(url, 'sendWebhooksTo', { args: [null] });
    await control(url, 'settleWebhooks');
    expect((await control(url, 'ledger')).result).toMatchObject({
      calls: 3,
      byStatusClass: { 4: 1, 5: 2 },
    });
    expect((await control(url, 'ledgerEntries')).result).toHaveLength(3);
    await control(url, 'clearLedger');
    expect(open.hubspot.ledger.entries).toEqual([]);
    expect((await control(url, 'openTheSafe')).category).toBe('OBJECT_NOT_FOUND');
    expect((await control(url, 'putRecord', { args: 'x' })).category).toBe('VALIDATION_ERROR');
  });
});

describe('A stand-in in a process of its own', () => {
  it('says where it is, holds a large account, and lets its clock be moved', async () => {
    const plan = path.join(tmpdir(), `stand-in-${process.pid}.json`);
    const counts = { deals: 50, contacts: 100, emails: 400 };
    const content = { kind: 'large', seed: 3, before: '2026-11-20T00:00:00Z', counts };
    await writeFile(
      plan,
      JSON.stringify({ accountId: '4242', content, clock: '2026-11-20T00:00:00Z' }),
    );
    const script = path.join(import.meta.dirname, '../../simulators/hubspot/serve-alone.ts');
    const child = spawn(process.execPath, [script, plan], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [line = ''] = await firstLines(child.stdout, 1);
      // serve-alone.ts prints this.
      const { url, accountId } = JSON.parse(line) as { url: string; accountId: string };
      const { result } = await control(url, 'recordsOf', { args: ['emails'] });
      await control(url, 'setClock', { args: ['2026-11-21T00:00:00Z'] });
      const token = await control(url, 'issueAccessToken');
      expect([accountId, Array.isArray(result) ? result.length : 0]).toEqual(['4242', 400]);
      expect(String(token.result)).toContain(String(Date.parse('2026-11-21T00:00:00Z')));
    } finally {
      child.kill();
    }
  });
});

async function firstLines(stream: NodeJS.ReadableStream, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}
