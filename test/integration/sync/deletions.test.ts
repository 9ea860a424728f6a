import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getCard } from '../../../shared/api/get-card.ts';
import { createUnitOfWork } from '../../../server/store/unit-of-work.ts';
import { accountDay } from '../../../server/sync/limits/account-day.ts';
import { type ConnectedAttune, openConnected } from '../../support/hubspot/open-connected.ts';
import { openBrowser } from '../../support/hubspot/install-browser.ts';
import { putDeal, putMail } from '../../support/hubspot/put-records.ts';
import { sql } from '../../support/postgres.ts';

jest.setTimeout(120_000);

const ZONE = 'Europe/London';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAILY_CALLS = 400;
const DANA = { id: '11', first: 'Dana' };
const WORDS = 'We are worried about the move';

describe('a mail that was deleted in the CRM', () => {
  let open: ConnectedAttune;
  let tenantId: string;
  let mail: string;

  beforeEach(async () => {
    const settings = { pipelineIds: ['sales'], dailyCalls: DAILY_CALLS };
    open = await openConnected({ timeZone: ZONE, settings });
    ({ tenantId } = open);
    putDeal(open.hubspot, { id: '21', buyers: [DANA] });
    mail = putMail(open.hubspot, { from: DANA, dealId: '21', text: `${WORDS}.` });
    await open.readNight();
    await readJustNow();
    expect(await card()).toContain(WORDS);
    open.advance(HOUR_MS);
  }, 60_000);
  afterEach(() => open.close());

  /** By the support's clock: the database writes this moment by its own, which nobody moves. */
  const readJustNow = () =>
    createUnitOfWork(open.database.app)(tenantId, ({ trx }) =>
      sql`update activity set verified_at = ${open.now().toISOString()}`.execute(trx),
    );
  const remove = () => {
    open.hubspot.deleteRecord('emails', mail);
  };
  const nextNight = () => {
    open.advance(DAY_MS);
    return open.readNight();
  };
  const held = () => open.attune.stores.activities.loadFound(tenantId, { kind: 'email', id: mail });

  async function card(): Promise<string> {
    const { text } = await open.ask({ path: '/v1/cards/deal/21' });
    return JSON.stringify(getCard.response.parse(JSON.parse(text)).card);
  }

  it('is gone from the card within a day, though its webhook was lost', async () => {
    remove();
    await nextNight();
    expect(await held()).toBeNull();
    expect(await card()).not.toContain(WORDS);
  });

  it('shows no word after two days in which no call was left, and is gone once there are calls', async () => {
    remove();
    for (let days = 0; days < 3; days += 1) {
      open.advance(DAY_MS);
      const { day } = accountDay(open.now().toISOString(), ZONE);
      await open.attune.stores.budget.change(tenantId, day, (book) => ({
        book,
        counted: { night: DAILY_CALLS },
        result: null,
      }));
      expect(await open.readNight()).toMatchObject({ outcome: 'partial' });
    }
    const unchecked = await card();
    expect(unchecked).not.toContain(WORDS);
    expect(unchecked).toContain('Sources not checked since');
    expect(await nextNight()).toMatchObject({ outcome: 'complete' });
    expect(await held()).toBeNull();
    expect(await card()).not.toContain(WORDS);
  });

  it('shows no word from the reconnect on, when it was deleted while nobody was connected', async () => {
    const { hubspot, origin } = open;
    hubspot.revokeTokens();
    expect(await nextNight()).toMatchObject({ outcome: 'reconnect_needed' });
    remove();
    open.advance(HOUR_MS);
    const { accountId } = hubspot;
    await openBrowser(origin).install(`?account=${accountId}`, accountId);
    expect(await card()).not.toContain(WORDS);
    await open.readNight();
    expect(await held()).toBeNull();
    expect(await card()).not.toContain(WORDS);
  });
});
