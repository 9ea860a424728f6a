import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHubSpot } from '../../server/crm/hubspot/index.ts';
import type { CrmPort } from '../../server/crm/port.ts';
import { ActivityRecord } from '../../server/crm/records.ts';
import { meterOf } from '../support/hubspot/meter-of.ts';
import { NO_METER, openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';
import { contactForm, submission } from '../support/hubspot/website.ts';

const WORRY = 'We need to know\nwhat happens if it slips.';
const LONG_AGO = '2026-10-01T09:00:00.000Z';
const YESTERDAY = '2026-11-19T09:00:00.000Z';
const TODAY = '2026-11-20T09:00:00.000Z';

describe('A form submission of HubSpot', () => {
  let open: OpenHubSpot;
  beforeEach(async () => {
    open = await openHubSpot();
  });
  afterEach(() => open.hubspot.close());

  const walk = async (from: string | null, port: CrmPort = open.port) => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await port.readChanges('form', { from, to: open.now().toISOString() }, cursor);
      ids.push(...page.records.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    return ids;
  };
  const fill = (formId: string, count: number, at: (index: number) => string) => {
    for (let index = 0; index < count; index += 1)
      open.hubspot.submitForm(formId, submission(`c${index}`, at(index), WORRY));
  };

  it('is an activity of whose address was typed, with nothing but what was written freely', async () => {
    open.hubspot.putForm(contactForm('f1'));
    open.hubspot.submitForm('f1', submission('c1', YESTERDAY, WORRY));
    const window = { from: null, to: open.now().toISOString() };
    const { records } = await open.port.readChanges('form', window, null);
    expect(records.map((record) => ActivityRecord.parse(record))).toMatchObject([
      {
        ...{ kind: 'form', id: `f1/${YESTERDAY}/c1`, at: YESTERDAY, direction: 'in' },
        ...{ field: 'answer', text: WORRY, title: 'Contact us' },
        participants: [{ role: 'author', email: 'dana@buyer.example' }],
      },
    ]);
  });

  it('costs one call where nobody filled in a form, however many forms there are', async () => {
    for (let id = 1; id <= 30; id += 1) open.hubspot.putForm(contactForm(`f${id}`));
    open.hubspot.submitForm('f1', submission('c1', LONG_AGO, WORRY));
    expect(await walk(YESTERDAY)).toEqual([]);
    expect(open.hubspot.ledger.entries).toHaveLength(1);
  });

  it('is found in its form when it is newer than the window’s beginning', async () => {
    open.hubspot.putForm(contactForm('f1'));
    open.hubspot.putForm(contactForm('f2'));
    open.hubspot.submitForm('f1', submission('old', LONG_AGO, WORRY));
    open.hubspot.submitForm('f2', submission('new', TODAY, WORRY));
    expect(await walk(YESTERDAY)).toEqual([`f2/${TODAY}/new`]);
    // Whether anyone did, the list of forms, and a page of each.
    expect(open.hubspot.ledger.entries).toHaveLength(4);
  });

  it('ends its walk at the first page that reaches back beyond the window', async () => {
    open.hubspot.putForm(contactForm('f1'));
    const day = (index: number) => new Date(Date.parse(LONG_AGO) + index * 3_600_000).toISOString();
    fill('f1', 700, day);
    open.hubspot.ledger.clear();
    const since = day(580);
    expect((await walk(since)).length).toBe(120);
    // One search, one list, its first page; the form again and two pages more.
    expect(open.hubspot.ledger.entries).toHaveLength(6);
  });

  it('is read from every form on the first load, to its end', async () => {
    for (let id = 1; id <= 23; id += 1) open.hubspot.putForm(contactForm(`f${id}`));
    fill('f1', 620, () => LONG_AGO);
    open.hubspot.submitForm('f23', submission('last', LONG_AGO, WORRY));
    const ids = await walk(null);
    expect(new Set(ids).size).toBe(621);
  });

  it('is looked for in every form where contacts may not be asked what they did', async () => {
    const port = createHubSpot({
      baseUrl: open.hubspot.url,
      accessToken: () => Promise.resolve(open.hubspot.issueAccessToken()),
      meter: NO_METER,
      timeoutMs: 2_000,
      wantsResponses: () => Promise.resolve(false),
    });
    open.hubspot.putForm(contactForm('f1'));
    open.hubspot.submitForm('f1', submission('new', TODAY, WORRY));
    expect(await walk(YESTERDAY, port)).toEqual([`f1/${TODAY}/new`]);
    expect(open.hubspot.ledger.count('search_secondly')).toBe(0);
  });

  it('of a form without a field to write freely in is not even asked for', async () => {
    const { fields, ...form } = contactForm('f1');
    open.hubspot.putForm({ ...form, fields: fields.filter(({ name }) => name !== 'message') });
    open.hubspot.submitForm('f1', submission('c1', TODAY, WORRY));
    expect(await walk(null)).toEqual([]);
    expect(open.hubspot.ledger.entries).toHaveLength(1);
  });

  it('is read by id, and missing when it or its form was deleted', async () => {
    open.hubspot.putForm(contactForm('f1'));
    fill('f1', 60, (index) => new Date(Date.parse(LONG_AGO) + index).toISOString());
    const id = (index: number) =>
      `f1/${new Date(Date.parse(LONG_AGO) + index).toISOString()}/c${index}`;
    open.hubspot.deleteSubmission('f1', 'c3');
    const asked = [id(2), id(3), `f9/${LONG_AGO}/c1`, '0'];
    const batch = await open.port.readRecords('form', asked);
    expect(batch.records.map((record) => record.id)).toEqual([id(2)]);
    expect(batch.missing).toEqual([id(3), `f9/${LONG_AGO}/c1`, '0']);
  });

  it('is neither confirmed nor called gone when it lies too deep in its form', async () => {
    open.hubspot.putForm(contactForm('f1'));
    fill('f1', 1_050, (index) => new Date(Date.parse(LONG_AGO) + index).toISOString());
    const batch = await open.port.readRecords('form', [`f1/${LONG_AGO}/c0`]);
    expect(batch).toMatchObject({ records: [], missing: [] });
  });

  it('is refused by HubSpot where the scope was not granted', async () => {
    open.hubspot.setGrantedScopes(['oauth', 'crm.objects.contacts.read']);
    await expect(walk(null)).rejects.toMatchObject({ code: 'crm_forbidden', recovery: 'skip' });
    await expect(open.port.readRecords('form', ['0'])).rejects.toMatchObject({
      code: 'crm_forbidden',
    });
  });

  it('waits for another time, form by form, when the calls run out', async () => {
    const forms = ['f1', 'f2'].map((id) => ({
      ...contactForm(id),
      submissions: [submission('c1', TODAY, WORRY)],
    }));
    const short = await openHubSpot({ forms }, { meter: meterOf(2) });
    try {
      const ids = [`f1/${TODAY}/c1`, `f2/${TODAY}/c1`];
      const batch = await short.port.readRecords('form', ids);
      expect(batch.records.map(({ id }) => id)).toEqual([ids[0]]);
      expect(batch.postponed).toEqual([ids[1]]);
    } finally {
      await short.hubspot.close();
    }
  });

  it('leaves a cursor that only its own walk understands', async () => {
    const window = { from: null, to: open.now().toISOString() };
    await expect(open.port.readChanges('form', window, '{"walk":"list"}')).rejects.toMatchObject({
      code: 'request_invalid',
    });
  });
});
