import type { Doorbell } from './doorbell.ts';
import type { WorkStore } from './port.ts';
import type { ReportError } from './report-sparingly.ts';

export interface SweeperTools {
  readonly works: WorkStore;
  readonly bell: Doorbell;
  readonly report: ReportError;
  readonly everyMs: number;
}

const MOST_AT_ONCE = 1_000;

/** Rings for all work that is due and held by nobody, every so often: a queue that lost everything has lost nothing. */
export function startSweeper({ works, bell, report, everyMs }: SweeperTools): {
  close(): Promise<void>;
} {
  let sweeping = Promise.resolve();
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep).catch(report);
  }, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await sweeping;
    },
  };

  async function sweep(): Promise<void> {
    const due = await works.listDue(MOST_AT_ONCE);
    if (due.length > 0) await bell.ring(due);
  }
}
