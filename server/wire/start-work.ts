import type { TenantId } from '../../shared/ids.ts';
import { readActivity } from '../inference/read-activity.ts';
import { READER_VERSION } from '../inference/reading.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { handleBuildCards } from '../queue/handlers/build-cards.ts';
import { handleRefreshRecords } from '../queue/handlers/refresh-records.ts';
import { handleRunNight } from '../queue/handlers/run-night.ts';
import { handleWalkUnit } from '../queue/handlers/walk-unit.ts';
import { startSweeper } from '../queue/sweeper.ts';
import { startWorker } from '../queue/worker.ts';
import type { ApplyTools } from '../sync/apply-changes.ts';
import type { NightTools } from '../sync/run-night.ts';
import { ring, type Parts } from './parts.ts';

const SLICE_MS = 10_000;
const SWEEP_EVERY_MS = 5_000;
const CONCURRENCY = 4;

/** The worker role: handlers, and the sweeper that rings what the queue forgot. */
export function startWork(
  parts: Parts,
  night: NightTools,
  bell: Doorbell,
): { close(): Promise<void> } {
  const { stores, report } = parts;
  const toolsFor = async (tenantId: TenantId): Promise<ApplyTools> => ({
    crm: parts.crm.portOf(tenantId),
    store: stores.sync,
    reader: { version: READER_VERSION, read: readActivity },
  });
  const limits = { sliceMs: SLICE_MS, elapsedMs: () => performance.now() };
  const worker = startWorker({
    works: stores.works,
    bell,
    report,
    concurrency: CONCURRENCY,
    pauseTenant: (tenantId) => stores.connections.pause(tenantId),
    handlers: {
      run_night: handleRunNight(night),
      walk_unit: handleWalkUnit({
        toolsFor,
        limits,
        ringNight: (tenantId) => ring(parts, 'run_night', tenantId),
      }),
      refresh_records: handleRefreshRecords({
        toolsFor,
        ringCards: (tenantId) => ring(parts, 'build_cards', tenantId),
      }),
      build_cards: handleBuildCards({ store: stores.insight, clock: parts.options.clock }),
    },
  });
  const sweeper = startSweeper({ works: stores.works, bell, report, everyMs: SWEEP_EVERY_MS });
  return {
    close: async () => {
      await Promise.all([worker.close(), sweeper.close()]);
    },
  };
}
