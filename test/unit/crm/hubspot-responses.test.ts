import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toResponses } from '../../../server/crm/hubspot/responses.ts';

const FORM = 'recent_conversion_event_name';

describe('what HubSpot counted of a contact', () => {
  it('is taken over figure by figure', () => {
    const told = toResponses({
      hs_email_open: '12',
      hs_email_last_open_date: '2026-11-17T08:00:00Z',
      hs_email_click: '0',
      hs_sales_email_last_replied: '1763366400000',
      hs_analytics_num_page_views: 4,
      hs_analytics_last_timestamp: '2026-11-18T08:00:00.000Z',
      [FORM]: 'Contact us | Larkfield: Pricing request',
      recent_conversion_date: '2026-11-16T08:00:00.000Z',
    });
    expect(told).toEqual({
      mailingsOpened: 12,
      mailingOpenedAt: '2026-11-17T08:00:00.000Z',
      mailingsClicked: 0,
      mailingClickedAt: null,
      mailingsAnswered: null,
      mailingAnsweredAt: null,
      mailOpenedAt: null,
      mailClickedAt: null,
      mailAnsweredAt: '2025-11-17T08:00:00.000Z',
      pagesSeen: 4,
      pageSeenAt: '2026-11-18T08:00:00.000Z',
      formName: 'Contact us | Larkfield: Pricing request',
      formFilledAt: '2026-11-16T08:00:00.000Z',
    });
  });

  it('is nothing at all where nothing was asked for or known', () => {
    expect(toResponses({ firstname: 'Dana' })).toBeNull();
    expect(toResponses({ hs_email_open: null, hs_email_last_open_date: '' })).toBeNull();
  });

  it.each(['-3', '2.5', 'many', '1e400'])('never holds %s as a count', (value) => {
    expect(toResponses({ hs_email_open: value })).toBeNull();
  });

  it.each([
    ['https://larkfield.example/pricing?utm=1: Pricing request', 'Pricing request'],
    ['Pricing request: www.larkfield.example/pricing', 'Pricing request'],
    ['larkfield.example/pricing: Pricing request', 'Pricing request'],
    ['Home — https://larkfield.example | Demo', 'Home — | Demo'],
    ['https://larkfield.example/pricing', undefined],
  ])('keeps of the form’s name “%s” no address', (name, kept) => {
    expect(toResponses({ [FORM]: name })?.formName).toBe(kept);
  });

  it('keeps no address in whatever words it stands', () => {
    const words = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(words, fc.webUrl(), words, (before, url, after) => {
        const kept = toResponses({ [FORM]: `${before} ${url} ${after}` })?.formName ?? '';
        expect(kept).not.toContain(url);
        expect(kept.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
