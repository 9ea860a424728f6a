import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHubSpot } from '../../server/crm/hubspot/index.ts';
import type { CrmPort } from '../../server/crm/port.ts';
import type { CrmRecord } from '../../server/crm/records.ts';
import { NO_METER, openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

describe('A contact of HubSpot, with what HubSpot counted of them', () => {
  let open: OpenHubSpot;
  let withoutThem: CrmPort;
  let from: string;

  beforeEach(async () => {
    open = await openHubSpot();
    withoutThem = createHubSpot({
      baseUrl: open.hubspot.url,
      accessToken: () => Promise.resolve(open.hubspot.issueAccessToken()),
      meter: NO_METER,
      timeoutMs: 2_000,
      wantsResponses: () => Promise.resolve(false),
    });
    from = open.now().toISOString();
    open.advance(1);
    open.hubspot.putRecord({
      type: 'contacts',
      id: '7',
      properties: { firstname: 'Dana', hs_email_open: '3', hs_analytics_num_page_views: '9' },
    });
    open.advance(60_000);
  });
  afterEach(() => open.hubspot.close());

  /** By list, by search and by id. */
  const everyWay = async (port: CrmPort): Promise<readonly (readonly CrmRecord[])[]> => {
    const to = open.now().toISOString();
    const listed = await port.readChanges('contact', { from: null, to }, null);
    const found = await port.readChanges('contact', { from, to }, null);
    const read = await port.readRecords('contact', ['7']);
    return [listed.records, found.records, read.records];
  };

  it('carries the figures however it was read', async () => {
    for (const [contact] of await everyWay(open.port)) {
      expect(contact).toMatchObject({
        id: '7',
        responses: { mailingsOpened: 3, pagesSeen: 9, mailOpenedAt: null },
      });
    }
  });

  it('is not even asked for them where that is switched off', async () => {
    for (const [contact] of await everyWay(withoutThem)) {
      expect(contact).toMatchObject({ id: '7', name: 'Dana', responses: null });
    }
  });
});
