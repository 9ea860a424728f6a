import { AppError } from '../../../shared/errors.ts';
import { codeOf } from './error-code.ts';

/**
 * Connection lost or refused, server starting or stopping, deadlock, serialisation: the same work may succeed later.
 * SQLSTATE classes: https://www.postgresql.org/docs/18/errcodes-appendix.html (2026-11-22).
 */
const PASSING = /^(08...|57P0[123]|53...|40001|40P01|ECONN.*|EPIPE|ETIMEDOUT|ENOENT)$/;

/** What pg and pg-pool say without a code; the last one of a connection that broke between two statements. */
const CODELESS =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/i;

export function asAppError(error: unknown): unknown {
  if (error instanceof AppError || !isPassing(error)) return error;
  return new AppError(
    'database_unavailable',
    'The database did not answer; the work will be tried again.',
    {
      recovery: 'retry',
      cause: error,
    },
  );
}

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null) return PASSING.test(code);
  return CODELESS.test(String(error));
}
