import { advanceNight, type NightTools } from '../../sync/run-night.ts';
import type { Handler } from '../worker.ts';

/** Units ring the night when they are done; this is how long it waits for a ring that got lost. */
const LOST_RING_MS = 3_000;

export function handleRunNight(tools: NightTools): Handler {
  return async ({ tenantId }) => {
    const night = await advanceNight(tools, tenantId);
    switch (night.state) {
      case 'asleep':
        return { then: 'done' };
      case 'resting':
        return { then: 'again', inMs: night.untilMs };
      case 'reading':
        return { then: 'again', inMs: LOST_RING_MS };
      case 'working':
        return { then: 'again', inMs: 0 };
    }
  };
}
