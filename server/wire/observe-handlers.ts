import { AppError } from '../../shared/errors.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Handler } from '../queue/worker.ts';

type Handlers<Kind extends string> = Readonly<Record<Kind, Handler>>;
type JobMetrics = Pick<Metrics, 'jobDone'>;

/** The same handlers, timed. Absent metrics: as they are. */
export function observeHandlers<Kind extends string>(
  handlers: Handlers<Kind>,
  metrics: JobMetrics | undefined,
): Handlers<Kind> {
  if (metrics === undefined) return handlers;
  const timed = Object.entries<Handler>(handlers).map(([kind, handle]) => [
    kind,
    observe(kind, handle, metrics),
  ]);
  // Object.fromEntries forgets the keys; they are those of `handlers`.
  return Object.fromEntries(timed) as Handlers<Kind>;
}

function observe(kind: string, handle: Handler, metrics: JobMetrics): Handler {
  return async (work) => {
    const startedMs = performance.now();
    const done = (failure: string | null) => {
      metrics.jobDone(kind, (performance.now() - startedMs) / 1_000, failure);
    };
    try {
      const outcome = await handle(work);
      done(null);
      return outcome;
    } catch (error) {
      done(failureOf(error));
      throw error;
    }
  };
}

/** Waiting for the CRM's limits is how a night goes, and no failure. */
function failureOf(error: unknown): string | null {
  if (!(error instanceof AppError)) return 'unexpected';
  return error.recovery === 'wait' ? null : error.code;
}
