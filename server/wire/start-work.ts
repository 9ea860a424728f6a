import type { Doorbell } from '../queue/doorbell.ts';
import { handleBuildCards } from '../queue/handlers/build-cards.ts';
import { handlePushInsights } from '../queue/handlers/push-insights.ts';
import { handlePushOutbox } from '../queue/handlers/push-outbox.ts';
import { handlePushWriteBack } from '../queue/handlers/push-write-back.ts';
import { handleRefreshRecords } from '../queue/handlers/refresh-records.ts';
import { handleRunNight } from '../queue/handlers/run-night.ts';
import { handleSettleInbox } from '../queue/handlers/settle-inbox.ts';
import { handleWalkUnit } from '../queue/handlers/walk-unit.ts';
import { startSweeper } from '../queue/sweeper.ts';
import { startWorker, type Handler, type RunningWorker } from '../queue/worker.ts';
import type { JobName } from '../queue/jobs.ts';
import { lookAround } from '../sync/actions/look-around.ts';
import { stopFor, type NightTools } from '../sync/run-night.ts';
import { listenToAll } from './events/listen-to-all.ts';
import { insightTools, ringInsights } from './insight-tools.ts';
import { needsReconnect } from './needs-reconnect.ts';
import { observeHandlers } from './observe-handlers.ts';
import { ring, type Parts } from './parts.ts';
import { readingTools } from './reading-tools.ts';
import { handleSetUpFields } from './set-up-fields.ts';
import { writeBackTools } from './write-back-tools.ts';

const SLICE_MS = 10_000;
const SWEEP_EVERY_MS = 5_000;
const CONCURRENCY = 4;
const NOTICES_AT_ONCE = 500;

/** The worker role: handlers, and the sweeper that rings what the queue forgot. */
export function startWork(parts: Parts, night: NightTools, bell: Doorbell): RunningWorker {
  const { stores, report } = parts;
  const worker = startWorker({
    works: stores.works,
    bell,
    report,
    concurrency: CONCURRENCY,
    isPaused: (tenantId) => needsReconnect(parts, tenantId),
    handlers: observeHandlers(handlersOf(parts, night), parts.metrics),
  });
  const sweeper = startSweeper({ works: stores.works, bell, report, everyMs: SWEEP_EVERY_MS });
  const listening = listenToAll(parts);
  return {
    ready: worker.ready,
    close: async () => {
      await Promise.all([worker.close(), sweeper.close(), listening.close()]);
    },
  };
}

function handlersOf(parts: Parts, night: NightTools): Readonly<Record<JobName, Handler>> {
  const { stores } = parts;
  const limits = { sliceMs: SLICE_MS, elapsedMs: () => performance.now() };
  return {
    run_night: tellAfter(parts, handleRunNight(night)),
    walk_unit: handleWalkUnit({
      toolsFor: (tenantId) => readingTools(parts, tenantId, 'night'),
      limits,
      ringNight: (tenantId) => ring(parts, 'run_night', tenantId),
      stopFor: ({ tenantId, nightId }, error) => stopFor(night, tenantId, { nightId, error }),
    }),
    settle_inbox: handleSettleInbox({
      settle: (tenantId) => stores.inbox.settle(tenantId, NOTICES_AT_ONCE),
      ringFollowers: async (tenantId) => {
        await ring(parts, 'refresh_records', tenantId);
        await ring(parts, 'build_cards', tenantId);
      },
    }),
    refresh_records: handleRefreshRecords({
      toolsFor: (tenantId) => readingTools(parts, tenantId, 'visitor'),
      lookAround: async (tenantId) =>
        lookAround({ crm: await parts.crm.portOf(tenantId), store: stores.refreshes }, tenantId),
      ringCards: (tenantId) => ring(parts, 'build_cards', tenantId),
    }),
    build_cards: handleBuildCards({
      store: stores.insight,
      clock: parts.options.clock,
      ringInsights: (tenantId) => ringInsights(parts, tenantId),
    }),
    set_up_fields: handleSetUpFields(parts),
    ...pushHandlers(parts),
  };
}

/** When the account was read, its cards inside the CRM should know. */
function tellAfter(parts: Parts, runNight: Handler): Handler {
  return async (work) => {
    const end = await runNight(work);
    await ringInsights(parts, work.tenantId);
    return end;
  };
}

/** What goes into the CRM. */
function pushHandlers(parts: Parts) {
  const { stores, crm, options } = parts;
  return {
    push_outbox: handlePushOutbox({
      toolsFor: async (tenantId) => ({
        crm: await crm.portOf(tenantId),
        store: stores.outbox,
        clock: options.clock,
      }),
      ringRefresh: (tenantId) => ring(parts, 'refresh_records', tenantId),
    }),
    push_insights: handlePushInsights({
      toolsFor: (tenantId) => insightTools(parts, tenantId),
    }),
    push_write_back: handlePushWriteBack({
      toolsFor: (tenantId) => writeBackTools(parts, tenantId),
      isWanted: async (tenantId) => (await stores.settings.load(tenantId)).writeBack,
    }),
  } as const satisfies Readonly<Partial<Record<JobName, Handler>>>;
}
