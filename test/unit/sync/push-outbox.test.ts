import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import type { CrmPort } from '../../../server/crm/port.ts';
import { lookAround } from '../../../server/sync/actions/look-around.ts';
import type { Delivery, OutboxEntry } from '../../../server/sync/actions/port.ts';
import { pushOutbox } from '../../../server/sync/actions/push-outbox.ts';
import { fakeCrm } from '../../support/sync/fake-crm.ts';

const AT = '2026-03-10T09:00:00.000Z';
const TASK: OutboxEntry = {
  key: 'k1',
  payload: {
    kind: 'task',
    task: { subject: 'Call', body: '', dueAt: AT, ownerId: null, about: [] },
  },
};
const NOTE: OutboxEntry = {
  key: 'k3',
  payload: { kind: 'note', note: { lines: ['Ask', ''], at: AT, ownerId: '501', about: [] } },
};
const FIELD: OutboxEntry = {
  key: 'k2',
  payload: { kind: 'field', ref: { kind: 'contact', id: '7' }, doNotAnalyse: true },
};

async function push(entry: OutboxEntry, crm: Partial<CrmPort>) {
  const settled: Delivery[] = [];
  const store = {
    listPending: async () => [entry],
    settle: async (_tenantId: string, _entry: OutboxEntry, delivery: Delivery) => {
      settled.push(delivery);
    },
  };
  await pushOutbox({ crm, store, clock: () => new Date(AT) }, 't1');
  return settled;
}

const failing = (code: 'crm_rejected' | 'crm_unavailable') => async () => {
  throw new AppError(code, 'No.', { recovery: 'skip' });
};

describe('the outbox', () => {
  it('remembers the task that the CRM made', async () => {
    const settled = await push(TASK, { createTask: async ({ key }) => ({ id: `made ${key}` }) });
    expect(settled).toEqual([{ crmId: 'made k1', receipt: null, at: AT }]);
  });

  it('has the CRM make a note under its key, and remembers it', async () => {
    const made: unknown[] = [];
    const settled = await push(NOTE, {
      createNote: async (note) => {
        made.push(note);
        return { id: 'n9' };
      },
    });
    expect(made).toEqual([{ key: 'k3', lines: ['Ask', ''], at: AT, ownerId: '501', about: [] }]);
    expect(settled).toEqual([{ crmId: 'n9', receipt: null, at: AT }]);
  });

  it('writes do not analyse as the CRM’s own field', async () => {
    const written: unknown[] = [];
    const settled = await push(FIELD, {
      writeFields: async (writes) => {
        written.push(...writes);
        return [{ outcome: 'written', reason: null }];
      },
    });
    expect(written).toEqual([
      { ref: { kind: 'contact', id: '7' }, values: { do_not_analyse: 'true' } },
    ]);
    expect(settled).toEqual([{ crmId: null, receipt: null, at: AT }]);
  });

  it.each([
    [
      'a refused task',
      TASK,
      { createTask: failing('crm_rejected') },
      { kind: 'task', id: null, reason: 'No.' },
    ],
    [
      'a refused note',
      NOTE,
      { createNote: failing('crm_rejected') },
      { kind: 'note', id: null, reason: 'No.' },
    ],
    [
      'a note where the CRM takes none',
      NOTE,
      {},
      { kind: 'note', id: null, reason: 'This CRM takes nothing of ours.' },
    ],
    [
      'a refused field',
      FIELD,
      { writeFields: async () => [{ outcome: 'refused', reason: 'A rule.' }] },
      { kind: 'contact', id: '7', reason: 'A rule.' },
    ],
    [
      'a task where the CRM takes none',
      TASK,
      {},
      { kind: 'task', id: null, reason: 'This CRM takes nothing of ours.' },
    ],
    [
      'a field where the CRM takes none',
      FIELD,
      {},
      { kind: 'contact', id: '7', reason: 'This CRM takes nothing of ours.' },
    ],
  ] as const)('gives %s a receipt and goes on', async (...[, entry, crm, receipt]) => {
    expect(await push(entry, crm as Partial<CrmPort>)).toEqual([{ crmId: null, receipt, at: AT }]);
  });

  it('leaves what failed for the moment to the queue', async () => {
    await expect(push(TASK, { createTask: failing('crm_unavailable') })).rejects.toThrow('No.');
    await expect(push(NOTE, { createNote: failing('crm_unavailable') })).rejects.toThrow('No.');
  });
});

describe('what is around a refreshed deal', () => {
  const look = async (dealIds: readonly string[], crm: Partial<CrmPort>) => {
    const found: unknown[] = [];
    const store = {
      listToLookAround: async () => dealIds,
      foundAround: async (...all: unknown[]) => {
        found.push(...all);
      },
    };
    await lookAround({ crm: { can: fakeCrm([]).can, ...crm }, store }, 't1');
    return found;
  };
  const ref = { kind: 'email', id: 'm1' } as const;

  it('is asked once and marked', async () => {
    expect(await look(['d1'], { readAround: async () => [ref] })).toEqual(['t1', ['d1'], [ref]]);
  });

  it('is nothing where the CRM cannot tell, and not asked where nobody refreshed', async () => {
    expect(await look(['d1'], {})).toEqual(['t1', ['d1'], []]);
    expect(await look([], { readAround: failing('crm_unavailable') })).toEqual([]);
  });
});
