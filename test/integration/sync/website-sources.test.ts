import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getCard } from '../../../shared/api/get-card.ts';
import { type ConnectedAttune, openConnected } from '../../support/hubspot/open-connected.ts';
import { putDeal } from '../../support/hubspot/put-records.ts';
import { contactForm, submission, thread } from '../../support/hubspot/website.ts';

jest.setTimeout(90_000);

const DAY_MS = 24 * 3_600_000;
const DANA = { id: '11', first: 'Dana' };
const ASKED_IN_CHAT = 'I am worried that the migration slips past the audit.';
const ASKED_IN_FORM = 'We are worried about losing control of our data.';
const CHATTED = '2026-11-12T09:00:00.000Z';
const ANSWERED = '2026-11-18T09:00:00.000Z';
const SUBMITTED = '2026-11-19T09:00:00.000Z';

const WEBSITE = /^\/(conversations|marketing|form-integrations)\//;

/** Live chat and forms of a website, from HubSpot to the card. */
describe('what a buyer writes on our website', () => {
  let open: ConnectedAttune;
  let tenantId: string;

  beforeEach(async () => {
    open = await openConnected();
    ({ tenantId } = open);
    const { hubspot } = open;
    putDeal(hubspot, { id: '21', buyers: [DANA] });
    hubspot.putRecord({ type: 'contacts', id: '11', properties: { hubspot_owner_id: '501' } });
  }, 60_000);
  afterEach(() => open.close());

  const chat = (...more: readonly (readonly [string, string, string])[]) =>
    thread(
      '31',
      [[CHATTED, 'V-11', ASKED_IN_CHAT], [ANSWERED, 'A-9001', 'We move one team first.'], ...more],
      { associatedContactId: '11' },
    );
  const write = () => {
    open.hubspot.putThread(chat());
    open.hubspot.putForm(contactForm('f1'));
    open.hubspot.submitForm('f1', submission('c1', SUBMITTED, ASKED_IN_FORM));
  };
  const evidence = async () => {
    const subject = { kind: 'deal', dealId: '21' } as const;
    const [file] = await open.attune.stores.insight.loadDealFiles(tenantId, [subject]);
    return (file?.evidence ?? []).filter(({ activityKind }) =>
      ['thread', 'form'].includes(activityKind),
    );
  };
  const kinds = async () => (await evidence()).map((each) => each.activityKind).toSorted();
  const receipts = async () =>
    (await open.attune.stores.receipts.list(tenantId, 50))
      .filter(({ kind }) => kind === 'thread' || kind === 'form')
      .map(({ reason }) => reason);
  const calls = () => open.hubspot.ledger.entries.filter(({ path }) => WEBSITE.test(path));
  const nextNight = () => {
    open.advance(DAY_MS);
    open.hubspot.ledger.clear();
    return open.readNight();
  };
  const cardText = async (userId: string) =>
    JSON.stringify(
      getCard.response.parse(
        JSON.parse((await open.ask({ path: '/v1/cards/deal/21', userId })).text),
      ).card,
    );

  it('is the buyer’s own words, on the day of each message, and on the card of who may read the contact', async () => {
    write();
    expect(await open.readNight()).toMatchObject({ outcome: 'complete' });
    const found = await evidence();
    expect(await kinds()).toEqual(['form', 'thread']);
    expect(found.map(({ personId }) => personId)).toEqual(['11', '11']);
    const byKind = new Map(found.map((each) => [each.activityKind, each]));
    expect(byKind.get('thread')).toMatchObject({ at: CHATTED, status: 'said' });
    expect(byKind.get('form')).toMatchObject({ at: SUBMITTED });
    const { quote = '', start = 0, end = 0 } = byKind.get('form') ?? {};
    expect(ASKED_IN_FORM.slice(start, end)).toBe(quote);
    expect(`Visitor: ${ASKED_IN_CHAT}`).toContain(byKind.get('thread')?.quote);
    expect(await cardText('9001')).toContain('control of our data');
    expect(await cardText('9003')).not.toContain('control of our data');
  });

  it('is read again when more was written, and only then', async () => {
    write();
    await open.readNight();
    const later = new Date(open.now().getTime() + 1_000).toISOString();
    open.hubspot.putThread(chat([later, 'V-11', 'We are still waiting for an answer.']));
    open.hubspot.submitForm(
      'f1',
      submission('c2', later, 'We are worried that we lose control of our data in the move.'),
    );
    await nextNight();
    // Which threads have news, its messages, which were deleted; the forms, and that form's submissions; and the form of
    // what a card cites, looked through for it.
    expect(calls()).toHaveLength(7);
    const found = await evidence();
    const ids = found.map(({ activityId }) => activityId);
    expect(ids).toContain(`f1/${later}/c2`);
    expect(
      found.filter(({ activityKind }) => activityKind === 'thread').map(({ at }) => at),
    ).toEqual(expect.arrayContaining([CHATTED, later]));
  });

  it('costs two calls a night where there are no chats and no forms', async () => {
    await open.readNight();
    await nextNight();
    const asked = open.hubspot.ledger.entries.filter(({ path }) => WEBSITE.test(path));
    const searches = open.hubspot.ledger.entries.filter(
      ({ path, policy }) => policy === 'search_secondly' && path.includes('/contacts/'),
    );
    // One of the two searches among contacts is for their own changes.
    expect([asked.length, searches.length]).toEqual([1, 2]);
  });

  it('is gone from us the night after it was deleted there', async () => {
    write();
    await open.readNight();
    open.hubspot.deleteThread('31');
    open.hubspot.deleteSubmission('f1', 'c1');
    await nextNight();
    expect(await evidence()).toEqual([]);
    expect(await cardText('9001')).not.toContain('control of our data');
  });

  it('goes with the contact who wrote it', async () => {
    write();
    await open.readNight();
    open.hubspot.deleteRecord('contacts', '11');
    await nextNight();
    expect(await evidence()).toEqual([]);
  });

  it('is left alone where the admin switched it off, each on its own', async () => {
    write();
    await open.changeSettings({ notRead: ['thread'] });
    await open.readNight();
    expect(await kinds()).toEqual(['form']);
    expect(calls().some(({ path }) => path.startsWith('/conversations/'))).toBe(false);
    expect(await receipts()).toEqual([
      expect.stringContaining('Reading chat threads is switched off'),
    ]);
    await open.changeSettings({ notRead: ['thread', 'form'] });
    await nextNight();
    expect(calls()).toEqual([]);
    expect(await receipts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Reading form submissions is switched off')]),
    );
  });

  it('costs a receipt each where the account did not grant it, and the night is complete', async () => {
    write();
    open.hubspot.setGrantedScopes([
      ...['oauth', 'crm.objects.deals.read', 'crm.objects.contacts.read'],
      ...['crm.objects.companies.read', 'crm.objects.owners.read'],
    ]);
    expect(await open.readNight()).toMatchObject({ outcome: 'complete' });
    expect(await evidence()).toEqual([]);
    expect(await receipts()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('does not let us read chat threads'),
        expect.stringContaining('does not let us read form submissions'),
      ]),
    );
  });

  it('is not read where nobody knows who wrote it', async () => {
    open.hubspot.putForm(contactForm('f1'));
    const unsigned = { ...submission('c1', SUBMITTED, ''), values: { message: ASKED_IN_FORM } };
    open.hubspot.submitForm('f1', unsigned);
    open.hubspot.putThread({ ...chat(), associatedContactId: '999' });
    await open.readNight();
    expect(await evidence()).toEqual([]);
  });
});
