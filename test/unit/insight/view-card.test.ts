import { describe, expect, it } from '@jest/globals';
import { createViewCard, type ViewCardTools } from '../../../server/insight/view/view-card.ts';
import { cardRow } from '../../support/cards/card-rows.ts';

const ROW = cardRow({ dealId: 'd1', personId: 'dana' });
const open = (more: Partial<ViewCardTools> = {}) =>
  createViewCard({
    store: {
      loadCards: async () => [ROW],
      recordExists: async () => true,
      isSilent: async () => false,
    },
    syncedAt: async () => null,
    mayRead: async (_tenantId, _viewerUserId, cited) => cited,
    quotesHeldBack: async () => false,
    haltOf: async () => null,
    clock: () => new Date('2026-11-20T10:00:00.000Z'),
    ...more,
  })('t1', { record: { kind: 'deal', id: 'd1' }, choice: null, viewerUserId: '9001' });

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
      recordExists: async () => false,
      isSilent: async () => false,
    };
    const asked = open({ store, quotesHeldBack: async () => true });
    await expect(asked).rejects.toMatchObject({ code: 'record_unknown' });
  });

  it('of a record that must not be analysed says so at once, without its cards', async () => {
    const silent = { recordExists: async () => true, isSilent: async () => true };
    const store = { loadCards: async () => [], ...silent };
    expect(await open({ store })).toMatchObject({ kind: 'do_not_analyse' });
  });
});
