import type { JobName } from '../../server/queue/jobs.ts';
import type { Handler } from '../../server/queue/worker.ts';

/** One handler for the jobs of every kind. */
export function handlersThat(handler: Handler): Readonly<Record<JobName, Handler>> {
  return {
    run_night: handler,
    walk_unit: handler,
    settle_inbox: handler,
    refresh_records: handler,
    build_cards: handler,
    push_insights: handler,
    push_write_back: handler,
    push_outbox: handler,
    set_up_fields: handler,
  };
}
