import { describe, expect, it } from '@jest/globals';
import { handleBuildCards } from '../../../server/queue/handlers/build-cards.ts';
import { handlePushWriteBack } from '../../../server/queue/handlers/push-write-back.ts';
import { handleSettleInbox } from '../../../server/queue/handlers/settle-inbox.ts';
import { NOW } from '../../support/cards/deal-file.ts';

const work = { tenantId: 't1', workId: 'w1' };

describe('building cards', () => {
  /** A store with so many touched deals, whose files are gone by the time they are built. */
  const building = (touchedCount: number) => {
    const built: string[] = [];
    const store = {
      loadTouched: async (_tenantId: string, limit: number) =>
        Array.from({ length: Math.min(limit, touchedCount) }, (_, index) => ({
          subject: { kind: 'deal', dealId: `d${index}` } as const,
          markedAt: NOW,
        })),
      loadDealFiles: () => Promise.resolve([null]),
      saveCards: async () => void built.push('saved'),
    };
    const handler = handleBuildCards({
      ...{ store, clock: () => new Date(NOW) },
      ringInsights: async () => void built.push('rung'),
    });
    return { built, handler };
  };

  it('comes again while a full slice was waiting', async () => {
    const { built, handler } = building(1_000);
    expect(await handler(work)).toEqual({ then: 'again', inMs: 0 });
    expect(built.length).toBeGreaterThan(0);
  });

  it('is done when less than a slice was waiting, or nothing', async () => {
    expect(await building(1).handler(work)).toEqual({ then: 'done' });
    expect(await building(0).handler(work)).toEqual({ then: 'done' });
  });
});

describe('settling the inbox', () => {
  const settling = (settled: number) => {
    const rung: string[] = [];
    const handler = handleSettleInbox({
      settle: () => Promise.resolve(settled),
      ringFollowers: async (tenantId) => void rung.push(tenantId),
    });
    return { rung, handler };
  };

  it('rings what follows and comes again, as long as there was something', async () => {
    const { rung, handler } = settling(3);
    expect(await handler(work)).toEqual({ then: 'again', inMs: 0 });
    expect(rung).toEqual(['t1']);
  });

  it('rings nobody for nothing', async () => {
    const { rung, handler } = settling(0);
    expect(await handler(work)).toEqual({ then: 'done' });
    expect(rung).toEqual([]);
  });
});

describe('writing back', () => {
  it('touches nothing when an admin switched it off meanwhile', async () => {
    const handler = handlePushWriteBack({
      isWanted: () => Promise.resolve(false),
      toolsFor: () => {
        throw new Error('Nobody wanted to write.');
      },
    });
    expect(await handler(work)).toEqual({ then: 'done' });
  });
});
