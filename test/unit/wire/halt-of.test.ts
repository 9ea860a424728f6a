import { describe, expect, it } from '@jest/globals';
import { haltOf } from '../../../server/wire/halt-of.ts';
import type { Parts } from '../../../server/wire/parts.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const LATER = '2026-11-20T23:00:00.000Z';
const PARTIAL = { outcome: 'partial', readUntil: NOW, resumesAt: LATER };

describe('why an account is not being read', () => {
  /** Of the stores only what is asked for; the rest of them stays untouched. */
  const haltWith = (state: string | null, night: object) => {
    const stores = {
      connections: { loadStatus: async () => (state === null ? null : { state }) },
      nights: { loadSyncState: async () => night },
      settings: { load: async () => ({ dailyCalls: 500 }) },
      tenants: { loadTenant: async () => ({ timeZone: 'Europe/Berlin' }) },
    };
    const parts = { stores, options: { clock: () => new Date(NOW) } };
    return haltOf(parts as unknown as Parts, 't1');
  };

  it('is a connection that a person must renew, or that is not there', async () => {
    expect(await haltWith('reconnect_needed', PARTIAL)).toEqual({ kind: 'reconnect_needed' });
    expect(await haltWith(null, PARTIAL)).toEqual({ kind: 'reconnect_needed' });
  });

  it('is a day whose calls are used, until it is over', async () => {
    expect(await haltWith('active', PARTIAL)).toEqual({
      ...{ kind: 'budget_spent', readUntil: NOW },
      ...{ dailyCalls: 500, timeZone: 'Europe/Berlin' },
    });
    expect(await haltWith('active', { ...PARTIAL, resumesAt: NOW })).toBeNull();
    expect(await haltWith('active', { ...PARTIAL, resumesAt: null })).toBeNull();
  });

  it('is nothing after a whole night', async () => {
    expect(await haltWith('active', { ...PARTIAL, outcome: 'complete' })).toBeNull();
  });
});
