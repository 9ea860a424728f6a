import { AppError } from '../../shared/errors.ts';
import type { JobSpec } from './jobs.ts';
import type { Postponement } from './port.ts';

/** What a handler says when it did not fail. `again`: there is more to do, another's turn comes first. */
export type Outcome = { readonly then: 'done' } | { readonly then: 'again'; readonly inMs: number };

/** What becomes of the work. `pause`: parked with its tenant's connection, until a person reconnects it. */
export type Settlement =
  | { readonly kind: 'complete' }
  | ({ readonly kind: 'postpone' } & Postponement)
  | { readonly kind: 'park' }
  | { readonly kind: 'pause' };

const WAIT_WHEN_NOT_TOLD_MS = 60_000;

export function settleOutcome(outcome: Outcome): Settlement {
  if (outcome.then === 'done') return { kind: 'complete' };
  return { kind: 'postpone', inMs: outcome.inMs, attempts: 0 };
}

/** The one place that turns a recovery into what happens next; `attempts` are the failures in a row before this one. */
export function settleError(error: unknown, attempts: number, spec: JobSpec): Settlement {
  const { recovery, retryAfterMs } = recoveryOf(error);
  switch (recovery) {
    case 'retry':
      return settleRetry(attempts + 1, spec);
    case 'wait':
      return { kind: 'postpone', inMs: retryAfterMs ?? WAIT_WHEN_NOT_TOLD_MS, attempts };
    case 'skip':
      return { kind: 'complete' };
    case 'reauthorize':
      return { kind: 'pause' };
    case 'abort':
      return { kind: 'park' };
  }
}

/** What nobody foresaw is tried again a few times: it may have been the moment. */
function recoveryOf(error: unknown): Pick<AppError, 'recovery' | 'retryAfterMs'> {
  return error instanceof AppError ? error : { recovery: 'retry', retryAfterMs: null };
}

function settleRetry(failures: number, spec: JobSpec): Settlement {
  if (failures >= spec.attempts) return { kind: 'park' };
  const inMs = Math.min(spec.longestBackoffMs, spec.firstBackoffMs * 2 ** (failures - 1));
  return { kind: 'postpone', inMs, attempts: failures };
}
