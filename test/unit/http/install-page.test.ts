import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPage } from '../../../server/http/routes/oauth/install-page.ts';
import { failurePage, resultPage } from '../../../server/http/routes/oauth/install-pages.ts';

const words = {
  ...{ crm: 'HubSpot', installPath: '/oauth/hubspot/install' },
  next: 'Thank you. Nothing is read yet: choose in Attune’s settings whose pipelines it should read, and place the card on your deals.',
};
const check = (sentence: string | null) =>
  ({ name: 'x', state: 'ready', missingScopes: [], sentence }) as const;
const found = (...sentences: readonly (string | null)[]) => ({
  checks: sentences.map(check),
  connectable: true,
  share: null,
  shareSentence: null,
});

describe('the page after the CRM’s sign-in', () => {
  it('shows any text as text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = { status: 200, title: text, paragraphs: [text], list: [text] };
        const html = renderPage({ ...page, link: { label: text, href: text } });
        const inside = html.slice(html.indexOf('<main>'));
        expect(inside.match(/<(?!\/?(main|h1|p|ul|li|a|body|html)\b)/)).toBeNull();
        expect(inside.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  it('loads nothing and runs nothing', () => {
    const html = renderPage(failurePage('denied', words));
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
  });

  it('says what was not granted, and where to go on', () => {
    const page = resultPage(
      {
        kind: 'connected',
        ...{ tenantId: 't', accountId: '42', again: false, accountName: 'larkfield.example' },
        webOrigin: 'https://app.crm.example',
        preflight: found(null, 'Without tickets we see less.'),
      },
      words,
    );
    expect(page).toMatchObject({ title: 'larkfield.example is connected', status: 200 });
    expect(page.list).toEqual(['Without tickets we see less.']);
    expect(page.link?.href).toBe('https://app.crm.example');
  });

  it('tells a reconnect that quotes come back after the check', () => {
    const connected = { tenantId: 't', accountId: '42', accountName: 'Larkfield' };
    const page = resultPage(
      { kind: 'connected', ...connected, again: true, webOrigin: null, preflight: found() },
      words,
    );
    expect(page.title).toBe('Larkfield is connected again');
    expect(page.paragraphs.join(' ')).toContain('until that is done, cards show no quotes');
    expect(page.link).toBeNull();
  });

  it('refuses another account by both ids', () => {
    const page = resultPage({ kind: 'other_account', accountId: '43', wanted: '42' }, words);
    expect(page.status).toBe(409);
    expect(page.paragraphs.join(' ')).toMatch(/account 42.*account 43/);
    expect(page.link?.href).toBe('/oauth/hubspot/install?account=42');
  });

  it('names the permission that is missing', () => {
    const preflight = { ...found('Without deals there is no card.'), connectable: false };
    const page = resultPage({ kind: 'scopes_missing', preflight }, words);
    expect(page.list).toEqual(['Without deals there is no card.']);
  });
});
