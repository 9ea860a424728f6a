import { afterEach, describe, expect, it } from '@jest/globals';
import { EVERY_SCOPE } from '../../simulators/hubspot/http/scopes.ts';
import { HUBSPOT_LIMITS } from '../../simulators/hubspot/rate-limits.ts';
import type { StartOptions } from '../../simulators/hubspot/start-hubspot.ts';
import { EMPTY_ACCOUNT } from '../../support/hubspot/open-hubspot.ts';
import { openStandIn } from './open-stand-in.ts';
import type { OpenStandIn, Reply } from './open-stand-in.ts';

const LIST = 'GET /crm/objects/2026-09/notes?limit=1';
const SEARCH = 'POST /crm/objects/2026-09/notes/search';
const ASSOCIATIONS = 'POST /crm/associations/2026-09/notes/deals/batch/read';

const opened: OpenStandIn[] = [];

/** Rolling limits on the made-up clock. */
async function opening(options: Partial<StartOptions> = {}): Promise<OpenStandIn> {
  const base = { grantedScopes: EVERY_SCOPE, limits: HUBSPOT_LIMITS };
  const open = await openStandIn({ ...base, rollingLimitsOn: 'clock', ...options });
  opened.push(open);
  return open;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((open) => open.close()));
});

async function times(count: number, ask: () => Promise<Reply>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await ask()).status);
  return statuses;
}

function refused(statuses: readonly number[]): number {
  return statuses.filter((status) => status === 429).length;
}

describe("The stand-in's limits", () => {
  it('are 110 calls in any ten seconds, told in headers, on the clock that it was given', async () => {
    const { hubspot, ask, advance } = await opening();
    const first = await ask(LIST);
    const header = (name: string) => first.headers.get(`x-hubspot-ratelimit-${name}`);
    expect([header('max'), header('remaining'), header('interval-milliseconds')]).toEqual([
      '110',
      '109',
      '10000',
    ]);
    expect(refused(await times(109, () => ask(LIST)))).toBe(0);
    const { status, body } = await ask(LIST);
    expect([status, body?.policyName]).toEqual([429, 'TEN_SECONDLY_ROLLING']);
    advance(10_000);
    expect((await ask(LIST)).status).toBe(200);
    expect(hubspot.ledger.busiest('ten_secondly', 10_000)).toBe(111);
    expect(hubspot.ledger.statuses()).toEqual({ 200: 111, 429: 1 });
    expect(hubspot.ledger.errorShare()).toBeCloseTo(1 / 112);
  });

  it('are five searches a second, which say nothing of it', async () => {
    const { ask, advance } = await opening();
    const found = await ask(SEARCH, {});
    expect(found.headers.get('x-hubspot-ratelimit-max')).toBeNull();
    expect(refused(await times(5, () => ask(SEARCH, {})))).toBe(1);
    expect((await ask(SEARCH, {})).body?.policyName).toBe('SECONDLY');
    expect((await ask(LIST)).status).toBe(200);
    advance(1_000);
    expect((await ask(SEARCH, {})).status).toBe(200);
  });

  it("leave the associations' batches out of every rolling window", async () => {
    const { hubspot, ask } = await opening();
    const statuses = await times(120, () => ask(ASSOCIATIONS, { inputs: [{ id: '1' }] }));
    expect(refused(statuses)).toBe(0);
    expect(hubspot.ledger.busiest('ten_secondly', 10_000)).toBe(0);
    expect(hubspot.ledger.count('ten_secondly')).toBe(120);
  });

  it("end a spent day at the account's own midnight, searches and batches included", async () => {
    const { hubspot, ask, advance } = await opening({ timeZone: 'Europe/Berlin' });
    hubspot.setDailyLimit(2);
    await times(2, () => ask(LIST));
    const answers = [
      await ask(LIST),
      await ask(SEARCH, {}),
      await ask(ASSOCIATIONS, { inputs: [] }),
    ];
    expect(answers.map(({ body }) => body?.policyName)).toEqual(['DAILY', 'DAILY', 'DAILY']);
    // 10:00 in London is 11:00 in Berlin.
    advance(13 * 3_600_000 - 1);
    expect((await ask(LIST)).status).toBe(429);
    advance(1);
    expect((await ask(LIST)).status).toBe(200);
    hubspot.setDailyLimit(0);
    expect((await ask(LIST)).status).toBe(429);
    hubspot.setDailyLimit(null);
    expect((await ask(LIST)).status).toBe(200);
  });

  it('are counted for each account alone', async () => {
    const other = { ...EMPTY_ACCOUNT, accountId: '5353', grantedScopes: EVERY_SCOPE };
    const { hubspot, ask } = await opening({ otherPortals: [other] });
    const token = hubspot.portal('5353').issueAccessToken();
    await times(110, () => ask(LIST));
    expect((await ask(LIST)).status).toBe(429);
    expect((await ask(LIST, undefined, token)).status).toBe(200);
    expect(hubspot.ledger.busiest('ten_secondly', 10_000, '5353')).toBe(1);
    expect(() => hubspot.portal('1')).toThrow('has no portal 1');
  });
});
