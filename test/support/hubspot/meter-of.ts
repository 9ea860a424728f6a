import type { CallMeter } from '../../../server/crm/port.ts';
import { AppError } from '../../../shared/errors.ts';

/** Grants so many calls, and then none. */
export function meterOf(calls: number): CallMeter {
  let left = calls;
  return {
    take: async () => {
      left -= 1;
      if (left >= 0) return;
      throw new AppError('crm_rate_limited', 'Not now.', { recovery: 'wait', retryAfterMs: 700 });
    },
    seen: () => undefined,
  };
}
