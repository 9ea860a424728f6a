/**
 * What the caller does next. Every AppError says it, so nobody guesses:
 * retry = again with back-off; wait = again not before `retryAfterMs`; skip = leave this item, go on;
 * reauthorize = pause the connection until a person reconnects it; abort = stop and tell a human.
 */
export type Recovery = 'retry' | 'wait' | 'skip' | 'reauthorize' | 'abort';

/** Every code has a row in docs/runbook.md; a test holds the two together. */
export const ERROR_CODES = [
  'crm_unavailable',
  'crm_rate_limited',
  'crm_budget_spent',
  'crm_unauthorized',
  'crm_forbidden',
  'crm_not_found',
  'crm_rejected',
  'crm_unexpected_answer',
  'cursor_moved',
  'signature_invalid',
  'request_invalid',
  'record_unknown',
  'step_unknown',
  'questions_unknown',
  'not_permitted',
  'tenant_unknown',
  'configuration_invalid',
  'secret_unreadable',
  'database_unavailable',
  'port_taken',
  'not_available',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppErrorOptions {
  readonly recovery: Recovery;
  /** Only with `wait`: milliseconds until the same call may succeed. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** The only error that crosses a room's border. The message is a sentence with ids, never a payload or a secret. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly recovery: Recovery;
  readonly retryAfterMs: number | null;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions) {
    super(message, { cause: options.cause });
    this.code = code;
    this.recovery = options.recovery;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
