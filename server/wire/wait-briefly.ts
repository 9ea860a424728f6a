import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';

/** A night's own pauses are shorter (sync/limits/call-windows.ts); the CRM gives a page 15 s. */
const PATIENCE_MS = 2_500;

/**
 * For a person who waits, never for a job: a page is not left empty because the night has just used this second's calls.
 * The work is begun anew each time.
 */
export async function waitBriefly<T>(work: () => Promise<T>): Promise<T> {
  for (let leftMs = PATIENCE_MS; ;) {
    try {
      return await work();
    } catch (error) {
      const waitMs = error instanceof AppError ? (error.retryAfterMs ?? Infinity) : Infinity;
      leftMs -= waitMs;
      if (leftMs < 0) throw error;
      await sleep(waitMs);
    }
  }
}
