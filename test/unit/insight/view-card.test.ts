import { describe, expect, it } from '@jest/globals';
import { createViewCard, type ViewCardTools } from '../../../server/insight/view/view-card.ts';
import type { Card } from '../../../shared/card.ts';
import { cardRow } from '../../support/cards/card-rows.ts';

const EMPTY = {
  kind: 'empty',
  text: ['Nothing yet.'],
  ask: null,
  stage: null,
  coverage: null,
} as const;
const ROW = cardRow({ dealId: 'd1', personId: 'dana' });
const TOOLS: ViewCardTools = {
  store: {
    loadCards: async () => [ROW],
    loadReach: async () => [],
    recordExists: async () => true,
    isSilent: async () => false,
  },
  syncedAt: async () => null,
  mayRead: async (_tenantId, _viewerUserId, cited) => cited,
  quotesHeldBack: async () => false,
  haltOf: async () => null,
  isKnownAdmin: async () => false,
  reconnectUrlOf: async () => 'https://attune.example/install?account=1',
  clock: () => new Date('2026-11-20T10:00:00.000Z'),
};
const open = (more: Partial<ViewCardTools> = {}) =>
  createViewCard({ ...TOOLS, ...more })('t1', {
    record: { kind: 'deal', id: 'd1' },
    choice: null,
    viewerUserId: '9001',
  });

describe('a card that is opened', () => {
  it('shows what is stored', async () => {
    expect(await open()).toMatchObject({ kind: 'empty', text: ['Nothing yet.'] });
  });

  it('shows no word after a reconnect, and asks the CRM nothing, until deletions are known', async () => {
    const card = await open({
      quotesHeldBack: async () => true,
      mayRead: () => Promise.reject(new Error('The CRM was asked.')),
    });
    expect(card).toMatchObject({ kind: 'empty', focus: null });
    expect(card).toHaveProperty('text', [
      'This account was reconnected. Attune first checks what was deleted meanwhile; then its cards come back.',
    ]);
  });

  it('of a record that is not known says so, whether quotes are held back or not', async () => {
    const store = {
      loadCards: async () => [],
      loadReach: async () => [],
      recordExists: async () => false,
      isSilent: async () => false,
    };
    const asked = open({ store, quotesHeldBack: async () => true });
    await expect(asked).rejects.toMatchObject({ code: 'record_unknown' });
  });

  it('of a record that must not be analysed says so at once, without its cards', async () => {
    const silent = {
      loadReach: async () => [],
      recordExists: async () => true,
      isSilent: async () => true,
    };
    const store = { loadCards: async () => [], ...silent };
    expect(await open({ store })).toMatchObject({ kind: 'do_not_analyse' });
  });
});

describe('a card that an admin opens', () => {
  const admin = { isKnownAdmin: async () => true };
  const cut = { haltOf: async () => ({ kind: 'reconnect_needed' }) as const };

  it('of an account that needs reconnecting gives them the way, and others the same line alone', async () => {
    const forAdmin = await open({ ...cut, ...admin });
    const forRep = await open(cut);
    const repair = { label: 'Reconnect', href: 'https://attune.example/install?account=1' };
    expect(forAdmin).toEqual({ ...forRep, repair });
    expect(forRep).not.toHaveProperty('repair');
  });

  it('says that it needs reconnecting also while quotes are held back', async () => {
    const card = await open({ ...cut, ...admin, quotesHeldBack: async () => true });
    expect(card).toMatchObject({ paused: 'not_connected', repair: { label: 'Reconnect' } });
  });

  const silentCard = { kind: 'do_not_analyse', text: ['Not analysed.'] } as const;
  const silentRow = cardRow({ dealId: 'd1', personId: 'dana', card: silentCard });
  const store = (silent: readonly string[], rows = [silentRow]) => ({
    loadCards: async () => rows,
    loadReach: async () => [],
    recordExists: async () => true,
    isSilent: async (_tenantId: string, { kind, id }: { kind: string; id: string }) =>
      silent.includes(`${kind} ${id}`),
  });

  it('of a record that must not be analysed tells which, and others nothing of it', async () => {
    const release = { recordKind: 'deal', recordId: 'd1', name: 'Deal d1' };
    expect(await open({ store: store(['deal d1']), ...admin })).toMatchObject({ release });
    expect(await open({ store: store(['deal d1']) })).not.toHaveProperty('release');
  });

  it('of a deal whose only person must not be analysed names the person', async () => {
    const release = { recordKind: 'contact', recordId: 'dana', name: 'Person dana' };
    expect(await open({ store: store(['contact dana']), ...admin })).toMatchObject({ release });
  });

  it('of a record without cards releases the record itself', async () => {
    const release = { recordKind: 'deal', recordId: 'd1', name: null };
    expect(await open({ store: store(['deal d1'], []), ...admin })).toMatchObject({ release });
  });

  it('of a silence that ended a moment ago offers nothing', async () => {
    expect(await open({ store: store([]), ...admin })).not.toHaveProperty('release');
  });
});

describe('a company that is opened', () => {
  const row = (dealId: string | null, personId: string) => {
    const person = { id: personId, name: personId, title: null, role: null };
    const focus = { person, deal: null, choices: [], waiting: null };
    const card = { ...EMPTY, focus };
    return cardRow({ dealId, personId, card });
  };
  const rowsOfAll = [row('d1', 'dana'), row('d2', 'lee'), row(null, 'kim')];
  const keysOf = (card: Card) =>
    card.kind === 'empty' ? card.focus?.choices.map(({ key }) => key) : [];
  const openCompany = (readable: readonly string[], rows = rowsOfAll) =>
    createViewCard({
      ...TOOLS,
      store: { ...TOOLS.store, loadCards: async () => rows },
      mayRead: async (_tenantId, _viewerUserId, refs) =>
        refs.filter(({ kind, id }) => readable.includes(`${kind} ${id}`)),
    })('t1', { record: { kind: 'company', id: 'c1' }, choice: null, viewerUserId: '9001' });

  it('names only deals and people that the viewer may open', async () => {
    const all = await openCompany(['deal d1', 'contact lee', 'contact kim']);
    expect(keysOf(all)).toEqual(['d1', 'd2', 'conversation-kim']);
    expect(keysOf(await openCompany(['deal d1', 'contact kim']))).toEqual([
      'd1',
      'conversation-kim',
    ]);
  });

  it('shows nothing of it to whom nothing there is open', async () => {
    expect(await openCompany([])).toMatchObject({ kind: 'no_permission' });
  });

  it('of which nothing was read is empty, not closed', async () => {
    expect(await openCompany([], [])).toMatchObject({ kind: 'empty' });
  });
});
