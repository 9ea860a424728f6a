import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHubSpot, type OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

describe('counting HubSpot’s records', () => {
  let open: OpenHubSpot;

  beforeAll(async () => {
    open = await openHubSpot();
    for (const id of ['1', '2', '3'])
      open.hubspot.putRecord({ type: 'notes', id, properties: { hs_note_body: 'Called.' } });
    // HubSpot's search knows a record a little after it was made.
    open.advance(120_000);
  });
  afterAll(() => open.hubspot.close());

  it('takes one call a kind, and says nothing of what has no search', async () => {
    const before = open.hubspot.ledger.entries.length;
    expect(await open.port.countRecords?.('note')).toBe(3);
    expect(await open.port.countRecords?.('ticket')).toBe(0);
    expect(open.hubspot.ledger.entries).toHaveLength(before + 2);
    expect(await open.port.countRecords?.('owner')).toBeNull();
  });
});
