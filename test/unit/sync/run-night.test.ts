import { describe, expect, it } from '@jest/globals';
import { RECORD_KINDS } from '../../../server/crm/records.ts';
import type {
  NightEnd,
  NightUnit,
  RunningNight,
  Schedule,
} from '../../../server/sync/night/port.ts';
import {
  advanceNight,
  beginNight,
  stopFor,
  type NightTools,
} from '../../../server/sync/run-night.ts';
import { AppError } from '../../../shared/errors.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';

const TENANT = 'a tenant';
const EVENING = '2026-03-04T20:00:00.000Z';
const CHOSEN = { ...DEFAULT_SETTINGS, pipelineIds: ['sales'] };

/** One tenant's nights in memory: no unit reads anything, tests say what happens to it. */
function openNights(over: Partial<NightTools> = {}) {
  let nowMs = Date.parse(EVENING);
  const now = () => new Date(nowMs).toISOString();
  let nights: RunningNight[] = [];
  let units: NightUnit[] = [];
  let schedule: Schedule | null = null;
  const ends: NightEnd[] = [];
  const told: string[] = [];
  const change = (more: (night: RunningNight) => Partial<RunningNight>): Promise<void> => {
    nights = nights.map((each, at) =>
      at === nights.length - 1 ? { ...each, ...more(each) } : each,
    );
    return Promise.resolve();
  };
  const ledger: NightTools['ledger'] = {
    startNight: (_tenant, wanted) => {
      const undone = { stepsDone: [], stoppedFor: [], finishedAt: null, resumesAt: null };
      const night = { ...undone, id: String(nights.length), phase: 'reading' } as const;
      nights = [...nights, { ...night, startedAt: wanted.startedAt }];
      units = wanted.windows.map((each, at) => ({ ...each, workId: String(at), done: false }));
      schedule = wanted.schedule;
      return Promise.resolve({ ...night, startedAt: wanted.startedAt });
    },
    listUnits: () => Promise.resolve(units),
    loadWatermarks: () => Promise.resolve(new Map()),
    loadComparedAt: () => Promise.resolve(new Map()),
    loadLatest: () => Promise.resolve(nights.at(-1) ?? null),
    loadSchedule: () => Promise.resolve(schedule),
    saveSchedule: (_tenant, next) => {
      if ((schedule?.lastStartedAt ?? null) === next.lastStartedAt) schedule = next;
      return Promise.resolve(schedule ?? next);
    },
    showPhase: (_tenant, _id, phase) => change(() => ({ phase })),
    finishStep: (_tenant, _id, step) =>
      change(({ stepsDone }) => ({ stepsDone: [...stepsDone, step] })),
    stopReading: (_tenant, _id, { reason, resumesAt }) =>
      change((night) => ({ stoppedFor: [...night.stoppedFor, reason], resumesAt })),
    finishNight: (_tenant, _id, end) => {
      ends.push(end);
      return change(() => ({ finishedAt: end.finishedAt, phase: 'finished' }));
    },
  };
  const task = (name: string) => () => {
    told.push(name);
    return Promise.resolve(true);
  };
  const tools: NightTools = {
    ledger,
    clock: () => new Date(nowMs),
    accountOf: () =>
      Promise.resolve({
        ...{ timeZone: 'Europe/Berlin', settings: CHOSEN, dailyCalls: 40_000, isConnected: true },
        can: { kinds: RECORD_KINDS },
      }),
    ringUnit: (_tenant, workId) => {
      units = units.map((each) => (each.workId === workId ? { ...each, done: true } : each));
      return Promise.resolve();
    },
    tasks: {
      ...{ verify: task('verify'), settle_marks: task('marks'), settle_all_marks: task('marks') },
      ...{ mark_cards: task('mark'), build_open: task('build'), build_all: task('build') },
      ...{ write_back: task('write back'), take_verdicts: task('verdicts') },
      take_call_share: () => Promise.resolve(true),
    },
    isDaySpent: () => Promise.resolve(false),
    knock: () => Promise.resolve(),
    needsReconnect: task('reconnect needed'),
    ...over,
  };
  return {
    tools,
    ends,
    told,
    now,
    advance: (ms: number) => void (nowMs += ms),
    nights: () => nights,
  };
}

async function playOn(tools: NightTools) {
  for (;;) {
    const state = await advanceNight(tools, TENANT);
    if (state.state === 'resting' || state.state === 'asleep') return state;
  }
}

const refused = new AppError('crm_unauthorized', 'No.', { recovery: 'reauthorize' });
const spent = new AppError('crm_budget_spent', 'None left.', { recovery: 'wait', retryAfterMs: 1 });

describe('the nights of a tenant', () => {
  it('begin at once, come to their end, and rest until the account’s own hour', async () => {
    const { tools, ends } = openNights();
    expect(await playOn(tools)).toEqual({ state: 'resting', untilMs: 5 * 3_600_000 });
    expect(ends).toMatchObject([{ outcome: 'complete', receipt: null }]);
  });

  it('begin once when an admin begins one while the worker finds it due', async () => {
    const { tools, nights } = openNights();
    const { ledger } = tools;
    const meanwhile = async () => {
      await beginNight(tools, TENANT);
      await playOn(tools);
      return null;
    };
    const slow = { ...tools, ledger: { ...ledger, loadSchedule: meanwhile } };
    expect(await advanceNight(slow, TENANT)).toEqual({ state: 'resting', untilMs: 5 * 3_600_000 });
    expect(nights()).toHaveLength(1);
  });

  it('sleep while the account is not connected or has chosen no pipeline', async () => {
    const at = { timeZone: 'UTC', dailyCalls: 40_000, can: { kinds: RECORD_KINDS } };
    for (const account of [
      { ...at, settings: CHOSEN, isConnected: false },
      { ...at, settings: DEFAULT_SETTINGS, isConnected: true },
    ]) {
      const { tools } = openNights({ accountOf: () => Promise.resolve(account) });
      expect(await beginNight(tools, TENANT)).toBeNull();
      expect(await advanceNight(tools, TENANT)).toEqual({ state: 'asleep' });
    }
  });

  it('that are partial go on after the account’s midnight, before their usual hour', async () => {
    const { tools, ends, told } = openNights();
    await beginNight(tools, TENANT);
    expect(await stopFor(tools, TENANT, { nightId: '0', error: spent })).toBe(true);
    expect(await playOn(tools)).toEqual({ state: 'resting', untilMs: 3 * 3_600_000 });
    expect(ends[0]?.outcome).toBe('partial');
    expect(told).toEqual(['build', 'build']);
  });

  it('find out at their end that the key is refused as well', async () => {
    const { tools, ends, told } = openNights({ knock: () => Promise.reject(refused) });
    await beginNight(tools, TENANT);
    await stopFor(tools, TENANT, { nightId: '0', error: spent });
    await playOn(tools);
    expect(ends[0]?.outcome).toBe('reconnect_needed');
    expect(ends[0]?.receipt).toContain("today's 40,000 calls are used");
    expect(told).toContain('reconnect needed');
  });

  it('stay partial when the CRM does not answer the knock at all', async () => {
    const { tools, ends } = openNights({ knock: () => Promise.reject(new Error('Away.')) });
    await beginNight(tools, TENANT);
    await stopFor(tools, TENANT, { nightId: '0', error: spent });
    await playOn(tools);
    expect(ends[0]?.outcome).toBe('partial');
  });

  it('say of a refused key whether the calls are used, too', async () => {
    for (const isSpent of [true, false]) {
      const { tools, ends } = openNights({ isDaySpent: () => Promise.resolve(isSpent) });
      await beginNight(tools, TENANT);
      await stopFor(tools, TENANT, { nightId: '0', error: refused });
      await playOn(tools);
      expect(ends[0]?.outcome).toBe('reconnect_needed');
      expect(ends[0]?.receipt?.includes('calls are used')).toBe(isSpent);
    }
  });

  it('leave every other failure to the queue', async () => {
    const away = new AppError('crm_unavailable', 'Away.', { recovery: 'retry' });
    const { tools } = openNights();
    await beginNight(tools, TENANT);
    for (const error of [away, new Error('Unforeseen.')])
      expect(await stopFor(tools, TENANT, { nightId: '0', error })).toBe(false);
    const failing = { ...tools.tasks, verify: () => Promise.reject(away) };
    await expect(playOn({ ...tools, tasks: failing })).rejects.toBe(away);
  });

  it('stop for what a task of theirs meets', async () => {
    const { tools, ends } = openNights();
    const failing = { ...tools.tasks, verify: () => Promise.reject(refused) };
    await playOn({ ...tools, tasks: failing });
    expect(ends[0]?.outcome).toBe('reconnect_needed');
  });

  it('are made up for once, however long nobody was there', async () => {
    const { tools, advance, nights } = openNights();
    await playOn(tools);
    advance(9 * 24 * 3_600_000);
    await playOn(tools);
    expect(nights()).toHaveLength(2);
  });
});
