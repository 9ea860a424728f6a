import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startListening } from '../../../server/wire/events/start-listening.ts';
import { eventually } from '../../support/eventually.ts';

describe('a worker that listens for accounts', () => {
  let leased: readonly string[];
  let breaks: boolean;
  let begun: string[];
  let ended: string[];
  let reported: unknown[];
  let letGo: number;
  let listening: ReturnType<typeof startListening>;
  let give: (tenantId: string) => void;

  beforeEach(() => {
    [leased, breaks, begun, ended, reported, letGo] = [['ada'], false, [], [], [], 0];
    const giving = new Map<string, () => void>();
    give = (tenantId) => giving.get(tenantId)?.();
    listening = startListening({
      everyMs: 5,
      report: (error) => reported.push(error),
      listeners: {
        lease: async () => {
          if (breaks) throw new Error('The database is away.');
          return leased;
        },
        letGo: async () => {
          letGo += 1;
        },
      },
      listenTo: (tenantId, signal) =>
        new Promise((resolve, reject) => {
          begun.push(tenantId);
          giving.set(tenantId, () => {
            reject(new Error(`${tenantId} broke.`));
          });
          signal.addEventListener('abort', () => {
            ended.push(tenantId);
            resolve();
          });
        }),
    });
  });
  afterEach(() => listening.close());

  const begins = (...tenantIds: readonly string[]) =>
    eventually(`${tenantIds.join()} begin`, () => begun.join() === tenantIds.join());

  it('listens once to each account that is leased to it', async () => {
    await begins('ada');
    leased = ['ada', 'bea'];
    await begins('ada', 'bea');
    expect(ended).toEqual([]);
  });

  it('leaves an account that is no longer its own', async () => {
    await begins('ada');
    leased = [];
    await eventually('ada is left', () => ended.join() === 'ada');
    expect(begun).toEqual(['ada']);
  });

  it('begins again what ended by itself, and tells of what broke', async () => {
    await begins('ada');
    give('ada');
    await begins('ada', 'ada');
    expect(reported).toEqual([new Error('ada broke.')]);
  });

  it('goes on listening while the database is away', async () => {
    await begins('ada');
    breaks = true;
    await eventually('it was told', () => reported.length > 1);
    expect(ended).toEqual([]);
  });

  it('ends all of them, and gives them to others, when it closes', async () => {
    await begins('ada');
    await listening.close();
    expect([ended, letGo]).toEqual([['ada'], 1]);
  });
});
