import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RECORD_KINDS } from '../../../server/crm/records.ts';
import { accountDay } from '../../../server/sync/limits/account-day.ts';
import { getCard } from '../../../shared/api/get-card.ts';
import { type ConnectedAttune, openConnected } from '../../support/hubspot/open-connected.ts';
import { EMPTY_ACCOUNT } from '../../support/hubspot/open-hubspot.ts';
import { putDeal, putMail } from '../../support/hubspot/put-records.ts';

jest.setTimeout(90_000);

const MORNING = '2026-11-20T10:00:00.000Z';
const ZONE = 'Europe/Berlin';
const DAY_MS = 24 * 3_600_000;
const LEAST_CALLS = 100;
const DANA = { id: '11', first: 'Dana' };

describe('a night and its limits', () => {
  let open: ConnectedAttune;
  let tenantId: string;

  beforeEach(async () => {
    open = await openConnected({
      hubspot: { otherPortals: [{ ...EMPTY_ACCOUNT, accountId: '5353' }] },
      timeZone: ZONE,
      settings: { pipelineIds: ['sales'], dailyCalls: LEAST_CALLS },
    });
    ({ tenantId } = open);
    const { hubspot } = open;
    putDeal(hubspot, { id: '21', buyers: [DANA] });
    putMail(hubspot, { from: DANA, dealId: '21', text: 'We are worried about the move.' });
    hubspot.ledger.clear();
  }, 60_000);
  afterEach(() => open.close());

  /** Past OAuth: the standing code is the first account's. */
  async function connectOther(): Promise<string> {
    const { tenants, connections } = open.attune.stores;
    const portal = open.hubspot.portal('5353');
    const account = { vendor: 'hubspot', accountId: '5353' } as const;
    const other = await tenants.ensureTenant({ ...account, name: 'Larkfield', timeZone: ZONE });
    const accessToken = portal.issueAccessToken();
    const expiresAtMs = open.now().getTime() + 30 * DAY_MS;
    const credentials = { accessToken, refreshToken: portal.refreshToken, expiresAtMs };
    await connections.connect(other, {
      credentials,
      installedBy: null,
      grantedScopes: [],
      at: open.now().toISOString(),
    });
    return other;
  }

  /** As if so many calls had been made today. */
  async function use(calls: number): Promise<void> {
    const { day } = accountDay(open.now().toISOString(), ZONE);
    const counted = { night: calls };
    await open.attune.stores.budget.change(tenantId, day, (book) => ({
      book,
      counted,
      result: null,
    }));
  }

  const latest = () => open.attune.stores.nights.loadLatest(tenantId);
  const receipts = async () =>
    (await open.attune.stores.receipts.list(tenantId, 50)).filter(({ kind }) => kind === 'night');
  const callsOf = (accountId = open.hubspot.accountId) =>
    open.hubspot.ledger.entries.filter(
      (each) => each.policy !== 'oauth' && each.accountId === accountId,
    );

  async function textOfCard(): Promise<string> {
    const { text } = await open.ask({ path: '/v1/cards/deal/21' });
    return JSON.stringify(getCard.response.parse(JSON.parse(text)).card);
  }

  it('ends as partial when the calls of the day are used, and goes on after the account’s midnight', async () => {
    await use(LEAST_CALLS - 30);
    const first = await open.readNight();
    expect(first).toMatchObject({
      outcome: 'partial',
      stoppedFor: ['budget_spent'],
      resumesAt: '2026-11-20T23:00:00.000Z',
    });
    // A tenth is kept for visitors, such as the set-up that follows an install.
    const { day } = accountDay(open.now().toISOString(), ZONE);
    const { night, visitor } = await open.attune.stores.budget.loadDay(tenantId, day);
    const used = night + Math.max(visitor, LEAST_CALLS / 10);
    expect(used).toBeLessThanOrEqual(LEAST_CALLS);
    // A page begins only when all of its calls fit into the day.
    expect(used).toBeGreaterThan(LEAST_CALLS - 8);
    expect((await receipts()).map(({ reason }) => reason)).toEqual([
      `Today's 100 calls are used, so not everything was read. Reading continues after 00:00 ${ZONE}.`,
    ]);
    const card = await textOfCard();
    expect(card).toContain(`today's 100 calls are used, continues after 00:00 ${ZONE}`);
    const undone = await open.attune.stores.nights.listUnits(tenantId, first.id);
    expect(undone.some(({ done }) => done)).toBe(true);
    expect(undone.some(({ done }) => !done)).toBe(true);

    open.advance(DAY_MS / 2 + 3_600_000);
    const rest = await open.readNight();
    expect(rest).toMatchObject({ outcome: 'complete', stoppedFor: [] });
    expect(rest.id).not.toBe(first.id);
    const watermarks = await open.attune.stores.nights.loadWatermarks(tenantId);
    expect([...watermarks.keys()].toSorted()).toEqual([...RECORD_KINDS].toSorted());
    expect(await textOfCard()).toContain('read 1 mail');
  });

  it('ends as reconnect needed after one call when the key is refused, and others go on', async () => {
    const { attune, hubspot } = open;
    const other = await connectOther();
    await open.readNight();
    open.advance(DAY_MS);
    hubspot.revokeTokens();
    hubspot.ledger.clear();
    const night = await open.readNight();
    expect(night).toMatchObject({ outcome: 'reconnect_needed', stoppedFor: ['token_refused'] });
    expect(callsOf().length).toBeLessThanOrEqual(1);
    expect((await receipts()).map(({ reason }) => reason)).toEqual([
      'The CRM no longer accepts our key, so nothing more was read. Reconnect the account; reading then continues by itself.',
    ]);
    expect(await attune.stores.connections.loadStatus(tenantId)).toMatchObject({
      state: 'reconnect_needed',
    });
    expect(await textOfCard()).toContain('Attune can no longer read this account.');
    expect(await attune.beginNight(tenantId)).toBeNull();
    await open.changeSettings({ pipelineIds: ['sales'], dailyCalls: LEAST_CALLS }, other);
    expect(await open.readNight(other)).toMatchObject({ outcome: 'complete' });
  });

  it('names both in one receipt, after at most one call, when the key is dead and no call is left', async () => {
    await use(LEAST_CALLS);
    open.hubspot.revokeTokens();
    open.hubspot.ledger.clear();
    const night = await open.readNight();
    expect(night).toMatchObject({ outcome: 'reconnect_needed' });
    expect(open.hubspot.ledger.entries.length).toBeLessThanOrEqual(1);
    expect((await receipts()).map(({ reason }) => reason)).toEqual([
      `The CRM no longer accepts our key, and today's 100 calls are used. Reconnect the account first; reading then continues after 00:00 ${ZONE}.`,
    ]);
  });

  it('does not begin where no pipeline is chosen', async () => {
    await open.changeSettings({ pipelineIds: [] });
    open.hubspot.ledger.clear();
    expect(await open.attune.beginNight(tenantId)).toBeNull();
    expect(await latest()).toBeNull();
    expect(callsOf()).toEqual([]);
  });

  it('plans the next one for the chosen hour of the account, and goes on with a night that runs', async () => {
    const { attune } = open;
    const first = await attune.beginNight(tenantId);
    expect((await attune.beginNight(tenantId))?.id).toBe(first?.id);
    expect(await attune.stores.nights.loadSchedule(tenantId)).toMatchObject({
      nextAt: '2026-11-21T01:00:00.000Z',
      lastStartedAt: MORNING,
      catchUp: false,
    });
  });

  it('makes up once for several that were missed', async () => {
    await open.readNight();
    open.advance(5 * DAY_MS);
    const { nights } = open.attune.stores;
    await open.readNight();
    expect(await nights.loadSchedule(tenantId)).toMatchObject({
      catchUp: true,
      nextAt: '2026-11-26T01:00:00.000Z',
    });
  });

  it('renews a key once that has just expired, and never asks twice more', async () => {
    const { hubspot } = open;
    hubspot.queueFault({ kind: 'expired_token', path: /owners/ });
    hubspot.ledger.clear();
    expect(await open.readNight()).toMatchObject({ outcome: 'complete' });
    const owners = hubspot.ledger.entries.filter(({ path }) => path.includes('owners'));
    expect(owners.map(({ status }) => status).slice(0, 2)).toEqual([401, 200]);
    hubspot.queueFault({ kind: 'expired_token', path: /owners/, times: 50 });
    hubspot.ledger.clear();
    open.advance(DAY_MS);
    expect(await open.readNight()).toMatchObject({ outcome: 'reconnect_needed' });
    // A call asks once more with a new key: owners of today, archived ones, and those whom the set-up after an install looks
    // up, which may come late on a busy machine. Without an end they would use up all fifty refusals.
    const asked = hubspot.ledger.entries.filter(({ path }) => /owners|search/.test(path));
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 401));
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.length).toBeLessThanOrEqual(16);
  });
});
