import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getCard } from '../../shared/api/get-card.ts';
import type { Card } from '../../shared/card.ts';
import type { Ask } from '../support/hubspot/ask-as-user.ts';
import {
  type ConnectedAttune,
  openConnected,
  portalUser,
} from '../support/hubspot/open-connected.ts';
import { putMail } from '../support/hubspot/put-records.ts';

jest.setTimeout(60_000);

const [COMPANY, DANA, LEE, MIGRATION, RENEWAL] = ['31', '11', '12', '21', '22'];
/** Ada owns everything, Ben is a super admin and of her team, Cy is of none. */
const [ADA, BEN, CY] = ['9001', '9002', '9003'];

describe('what a viewer sees of a company, and an admin of what needs them, over HTTP', () => {
  let open: ConnectedAttune;
  let tenantId: string;
  let ask: Ask;
  let post: ConnectedAttune['post'];

  beforeAll(async () => {
    const users = [portalUser(ADA), portalUser(BEN, { superAdmin: true }), portalUser(CY)];
    open = await openConnected({ hubspot: { users } });
    ({ tenantId, ask, post } = open);
    putCompany(open);
    await open.readNight();
  }, 120_000);
  afterAll(() => open.close());

  const cardOf = async (path: string, userId = ADA): Promise<Card> => {
    open.advance(1_000);
    const { text } = await ask({ path: `/v1/cards/${path}`, userId });
    return getCard.response.parse(JSON.parse(text)).card;
  };

  it('shows one of the company’s deals, lets choose the other, and asks HubSpot nothing', async () => {
    const before = open.hubspot.ledger.count('ten_secondly');
    const card = await cardOf(`company/${COMPANY}`);
    if (card.kind !== 'insight') throw new Error(`The card is ${card.kind}.`);
    expect(card.focus.choices.map(({ key }) => key).toSorted()).toEqual([MIGRATION, RENEWAL]);
    for (const key of [MIGRATION, RENEWAL]) {
      const chosen = await cardOf(`company/${COMPANY}?choice=${key}`);
      expect(chosen).toMatchObject({ focus: { deal: { id: key } } });
    }
    expect((await cardOf(`company/${COMPANY}`, BEN)).kind).toBe('insight');
    expect(open.hubspot.ledger.count('ten_secondly')).toBe(before);
  });

  it('tells a colleague of no team not even which deals there are', async () => {
    const card = await cardOf(`company/${COMPANY}`, CY);
    expect(card.kind).toBe('no_permission');
    expect(JSON.stringify(card)).not.toContain('migration');
  });

  it('does not know a company that was never read', async () => {
    open.advance(1_000);
    expect((await ask({ path: '/v1/cards/company/404404' })).status).toBe(404);
  });

  it('takes no press on a company: its card presses on the deal it speaks of', async () => {
    const record = { recordKind: 'company', recordId: COMPANY };
    for (const path of ['/v1/refresh', '/v1/do-not-analyse'])
      expect((await post(path, record)).status).toBe(400);
  });

  it('takes “not right” of what somebody said of themselves: it is gone from the card at once', async () => {
    const path = `deal/${MIGRATION}`;
    const found = entryOf(await cardOf(path));
    const about = { recordKind: 'deal', recordId: MIGRATION, dealId: MIGRATION, personId: DANA };
    const verdict = { ...about, slot: found.slot, entryId: found.id };
    const answer = (more: object, userId = ADA) =>
      post('/v1/slot-verdicts', { ...verdict, ...more }, userId);
    expect((await answer({ verdict: 'right' }, CY)).status).toBe(403);
    expect((await answer({ verdict: 'right', dealId: RENEWAL, personId: LEE })).status).toBe(404);
    expect((await answer({ verdict: 'right' }, BEN)).status).toBe(200);
    expect(JSON.stringify(await cardOf(path))).toContain(`"confirmedBy":{"userId":"${BEN}"`);
    expect(JSON.stringify(await cardOf(path))).toContain(found.text);
    expect((await answer({ verdict: 'not_right' })).status).toBe(200);
    expect(JSON.stringify(await cardOf(path))).not.toContain(found.text);
  });

  it('offers the release to an admin only, once the CRM has said that they are one', async () => {
    const record = { recordKind: 'contact', recordId: LEE };
    expect((await post('/v1/do-not-analyse', record)).status).toBe(200);
    const path = `contact/${LEE}`;
    expect(await cardOf(path, BEN)).not.toHaveProperty('release');
    expect((await ask({ path: '/v1/settings', userId: BEN })).status).toBe(200);
    expect((await ask({ path: '/v1/settings', userId: CY })).status).toBe(403);
    const before = open.hubspot.ledger.count('ten_secondly');
    expect(await cardOf(path, BEN)).toMatchObject({ release: record });
    expect(await cardOf(path, CY)).not.toHaveProperty('release');
    expect(open.hubspot.ledger.count('ten_secondly')).toBe(before);
    expect((await post('/v1/do-not-analyse/release', record, BEN)).status).toBe(200);
  });

  it('says in one line that it is cut off, and gives only an admin the way to reconnect', async () => {
    await open.attune.stores.connections.markReconnectNeeded(tenantId, 'token_refused');
    const path = `deal/${MIGRATION}`;
    const forRep = await cardOf(path, CY);
    expect(forRep).toMatchObject({ kind: 'empty', paused: 'not_connected' });
    expect(forRep).not.toHaveProperty('repair');
    const href = `${open.origin}/oauth/hubspot/install?account=${open.hubspot.accountId}`;
    expect(await cardOf(path, BEN)).toMatchObject({ repair: { label: 'Reconnect', href } });
    expect((await fetch(href, { redirect: 'manual' })).status).toBeLessThan(400);
  });
});

/** The first answer under the five questions that can be judged. */
function entryOf(card: Card) {
  if (card.kind !== 'insight') throw new Error(`The card is ${card.kind}.`);
  for (const { slot, entries } of card.persona)
    for (const { id, text } of entries) if (id !== undefined) return { slot, id, text };
  throw new Error('Nothing under the five questions can be judged.');
}

function putCompany({ hubspot }: ConnectedAttune): void {
  hubspot.putRecord({ type: 'companies', id: COMPANY, properties: { name: 'Fenwick Foods' } });
  for (const [id, firstname] of [
    [DANA, 'Dana'],
    [LEE, 'Lee'],
  ] as const) {
    const email = `${firstname.toLowerCase()}@buyer.example`;
    hubspot.putRecord({
      type: 'contacts',
      id,
      properties: { firstname, lastname: 'W', email },
      associations: { companies: [COMPANY] },
    });
  }
  for (const [id, dealname, contact] of [
    [MIGRATION, 'Platform migration', DANA],
    [RENEWAL, 'Renewal', LEE],
  ] as const) {
    hubspot.putRecord({
      type: 'deals',
      id,
      properties: {
        ...{ dealname, pipeline: 'sales', dealstage: 'open', hubspot_owner_id: '501' },
      },
      associations: { contacts: [contact], companies: [COMPANY] },
    });
    putMail(hubspot, {
      from: { id: contact, first: contact === DANA ? 'Dana' : 'Lee' },
      dealId: id,
      text: 'We are worried about the move. Please call me in the mornings. The board meets in May.',
    });
  }
}
