import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cursor } from '../../../server/crm/port.ts';
import { pullChanges } from '../../../server/sync/pull-changes.ts';
import { AppError } from '../../../shared/errors.ts';
import { fakeCrm } from '../../support/sync/fake-crm.ts';
import { MemoryStore } from './simulation/memory-store.ts';

const TO = '2026-03-04T02:00:00.000Z';
const PAGES = ['first', 'second', 'third'];

/** A walk over three pages without records, written down as it happens. A commit takes its time. */
function walk(fetched: (page: string) => void = () => undefined) {
  const heard: string[] = [];
  const store = new MemoryStore(() => Date.parse(TO));
  const [unit] = store.open('night', [{ kind: 'contact', phase: 'changes', from: null, to: TO }]);
  if (unit === undefined) throw new Error('No unit was opened.');
  const crm = fakeCrm([], {
    readChanges: async (_kind, _window, cursor: Cursor | null) => {
      const page = cursor ?? 'first';
      heard.push(`fetched ${page}`);
      await nextTurn();
      fetched(page);
      return { records: [], receipts: [], next: PAGES[PAGES.indexOf(page) + 1] ?? null };
    },
  });
  const slow = Object.create(store, {
    commitPage: {
      value: async (...page: Parameters<MemoryStore['commitPage']>) => {
        await nextTurn();
        await nextTurn();
        heard.push(`committed ${PAGES[page[0].generation]}`);
        return store.commitPage(...page);
      },
    },
  }) as MemoryStore;
  const pull = (elapsedMs: () => number) =>
    pullChanges({ crm, store: slow, reader: NO_READER }, unit, { sliceMs: 10, elapsedMs });
  return { heard, pull };
}

const NO_READER = {
  version: 'none',
  read: () => {
    throw new Error('There is nothing to read here.');
  },
};

describe('a walk through the changes of a kind', () => {
  it('fetches a page while the one before is committed', async () => {
    const { heard, pull } = walk();
    expect(await pull(() => 0)).toBe('done');
    expect(heard).toEqual([
      'fetched first',
      'fetched second',
      'committed first',
      'fetched third',
      'committed second',
      'committed third',
    ]);
  });

  it('fetches nothing ahead when its slice is over, and comes again', async () => {
    const { heard, pull } = walk();
    let elapsedMs = 0;
    expect(await pull(() => (elapsedMs += 10))).toBe('more');
    expect(heard).toEqual(['fetched first', 'committed first']);
  });

  it('commits what it has before it tells that the next page was refused', async () => {
    const { heard, pull } = walk((page) => {
      if (page === 'second')
        throw new AppError('crm_rate_limited', 'Not now.', { recovery: 'wait', retryAfterMs: 500 });
    });
    await expect(pull(() => 0)).rejects.toThrow('Not now.');
    expect(heard).toEqual(['fetched first', 'fetched second', 'committed first']);
  });
});
