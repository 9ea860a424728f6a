import type { Metrics } from '../observe/metrics.ts';
import type { TellOperations } from '../observe/tell-operations.ts';
import type { Stores } from '../store/open-stores.ts';
import type { AppliedPage } from '../sync/port.ts';

export interface Observers {
  readonly metrics: Metrics;
  readonly tellOperations: TellOperations;
  readonly clock: () => Date;
}

/** The same stores, but what passes through is counted: one place, instead of a line in every room. */
export function observeStores(stores: Stores, observers: Observers): Stores {
  return {
    ...stores,
    ...observeCounts(stores, observers),
    connections: observeConnections(stores.connections, observers),
  };
}

function observeCounts(
  { nights, insight, sync, budget, settings }: Stores,
  { metrics }: Observers,
): Pick<Stores, 'nights' | 'insight' | 'sync' | 'budget' | 'settings'> {
  return {
    nights: {
      ...nights,
      finishNight: async (tenantId, nightId, end) => {
        await nights.finishNight(tenantId, nightId, end);
        metrics.nightEnded(end.outcome);
      },
    },
    insight: {
      ...insight,
      saveCards: async (tenantId, built) => {
        await insight.saveCards(tenantId, built);
        metrics.cardsBuilt(built.reduce((sum, { rows }) => sum + rows.length, 0));
      },
    },
    settings: {
      ...settings,
      load: async (tenantId) => {
        const loaded = await settings.load(tenantId);
        metrics.budgetSeen(tenantId, { dailyCalls: loaded.dailyCalls });
        return loaded;
      },
    },
    sync: observeSync(sync, metrics),
    budget: observeBudget(budget, metrics),
  };
}

function observeSync(sync: Stores['sync'], metrics: Metrics): Stores['sync'] {
  return {
    ...sync,
    commitPage: async (unit, page, next) => {
      const isOurs = await sync.commitPage(unit, page, next);
      if (isOurs) metrics.readingsFound(readingsIn(page));
      return isOurs;
    },
    commitRefresh: async (tenantId, page) => {
      await sync.commitRefresh(tenantId, page);
      metrics.readingsFound(readingsIn(page));
    },
  };
}

function observeBudget(budget: Stores['budget'], metrics: Metrics): Stores['budget'] {
  return {
    ...budget,
    change: (tenantId, day, change) =>
      budget.change(tenantId, day, (book: Parameters<typeof change>[0], moment) => {
        const changed = change(book, moment);
        const { night = 0, visitor = 0 } = changed.counted;
        const usedCalls = moment.today.night + moment.today.visitor + night + visitor;
        metrics.budgetSeen(tenantId, { usedCalls });
        return changed;
      }),
  };
}

/** Told once for each time that a connection stops working; whoever noticed it need not know. */
function observeConnections(
  connections: Stores['connections'],
  { tellOperations, clock }: Observers,
): Stores['connections'] {
  return {
    ...connections,
    markReconnectNeeded: async (tenantId, reason, version) => {
      const changed = await connections.markReconnectNeeded(tenantId, reason, version);
      const at = clock().toISOString();
      // Nobody's work waits for it; it reports its own failures.
      if (changed) void tellOperations({ event: 'reconnect_needed', tenantId, at });
      return changed;
    },
  };
}

function readingsIn({ activities }: AppliedPage): number {
  return activities.reduce((sum, { evidence }) => sum + evidence.length, 0);
}
