import { AppError } from '../../../shared/errors.ts';
import type { ErrorCode, Recovery } from '../../../shared/errors.ts';

/** The one place that decides what a Salesforce refusal means. Sources: research/salesforce.md §1, recorded bodies. */

export interface Refusal {
  readonly status: number;
  readonly body: string;
  /** The `Retry-After` header as sent. */
  readonly retryAfter: string | null;
  /** What was asked, without ids of people: "GET /services/data/v67.0/queryAll". */
  readonly call: string;
}

interface Verdict {
  readonly code: ErrorCode;
  readonly recovery: Recovery;
  readonly means: string;
  /** With `wait` only. */
  readonly waitMs?: number;
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

const EXPIRED: Verdict = {
  code: 'crm_unauthorized',
  recovery: 'retry',
  means: 'says our key has expired',
};
/** The allowance is counted over the last 24 hours, so that something is free again within the hour. */
const DAY_SPENT: Verdict = {
  code: 'crm_budget_spent',
  recovery: 'wait',
  means: 'gives this org no more calls today',
  waitMs: HOUR_MS,
};
const TOO_MANY_AT_ONCE: Verdict = {
  code: 'crm_rate_limited',
  recovery: 'wait',
  means: 'is busy with too many long calls of this org',
  waitMs: 30 * SECOND_MS,
};
const LOCKED: Verdict = {
  code: 'crm_unavailable',
  recovery: 'wait',
  means: 'has locked this record for a moment',
  waitMs: 2 * SECOND_MS,
};
const CLOSED: Verdict = {
  code: 'crm_forbidden',
  recovery: 'skip',
  means: 'has not granted this, or the org does not have it',
};
const GONE: Verdict = { code: 'crm_not_found', recovery: 'skip', means: 'does not have this' };
const REJECTED: Verdict = {
  code: 'crm_rejected',
  recovery: 'abort',
  means: 'did not accept the question',
};
const SLOW: Verdict = {
  code: 'crm_unavailable',
  recovery: 'retry',
  means: 'took too long over the question',
};
const SERVER_ERROR: Verdict = {
  code: 'crm_unavailable',
  recovery: 'retry',
  means: 'could not answer',
};
const STRANGE: Verdict = {
  code: 'crm_unexpected_answer',
  recovery: 'retry',
  means: 'answered in a way we do not know',
};

const BY_CODE: Readonly<Record<string, Verdict>> = {
  INVALID_SESSION_ID: EXPIRED,
  InvalidSessionId: EXPIRED,
  REQUEST_LIMIT_EXCEEDED: DAY_SPENT,
  LIMIT_EXCEEDED: DAY_SPENT,
  API_DISABLED_FOR_ORG: CLOSED,
  API_CURRENTLY_DISABLED: CLOSED,
  INSUFFICIENT_ACCESS: CLOSED,
  INSUFFICIENT_ACCESS_OR_READONLY: CLOSED,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: CLOSED,
  FUNCTIONALITY_NOT_ENABLED: CLOSED,
  INVALID_TYPE: CLOSED,
  INVALIDENTITY: CLOSED,
  ENTITY_IS_DELETED: GONE,
  INVALID_CROSS_REFERENCE_KEY: GONE,
  NOT_FOUND: GONE,
  UNABLE_TO_LOCK_ROW: LOCKED,
  SERVER_UNAVAILABLE: SERVER_ERROR,
  QUERY_TIMEOUT: SLOW,
  OPERATION_TOO_LARGE: SLOW,
};

const BY_STATUS: Readonly<Record<number, Verdict>> = {
  401: { code: 'crm_unauthorized', recovery: 'reauthorize', means: 'no longer knows our key' },
  403: CLOSED,
  404: GONE,
  // The same instance no longer serves this org (developer.salesforce.com, REST status codes).
  421: { code: 'crm_unauthorized', recovery: 'reauthorize', means: 'has moved this org' },
  429: { ...TOO_MANY_AT_ONCE, means: 'asked us to slow down' },
};

export function refusalToError(refusal: Refusal): AppError {
  const code = errorCodeOf(refusal.body);
  const verdict = verdictOf(refusal, code);
  const asked = Number(refusal.retryAfter ?? NaN) * SECOND_MS;
  const waitMs = Math.max(verdict.waitMs ?? 0, Number.isFinite(asked) ? asked : 0);
  const details = code === null ? String(refusal.status) : `${refusal.status}, ${code}`;
  return new AppError(
    verdict.code,
    `Salesforce ${verdict.means}: ${refusal.call} (${details}).`,
    verdict.recovery === 'wait'
      ? { recovery: 'wait', retryAfterMs: waitMs }
      : { recovery: verdict.recovery },
  );
}

/** Concurrent long calls are refused under the same code as the day's end; only the words tell them apart. */
const AT_ONCE = /Concurrent/;

function verdictOf({ status, body }: Refusal, code: string | null): Verdict {
  if (code === 'REQUEST_LIMIT_EXCEEDED' && AT_ONCE.test(body)) return TOO_MANY_AT_ONCE;
  // A body that broke off names no reason; a fresh key shows which it was.
  if (status === 401 && code === null) return EXPIRED;
  const known = BY_CODE[code ?? ''] ?? BY_STATUS[status];
  if (known !== undefined) return known;
  return byHundred(status);
}

function byHundred(status: number): Verdict {
  if (status >= 500) return SERVER_ERROR;
  return status >= 400 ? REJECTED : STRANGE;
}

/** The limit that refused; null: none did. */
export function limitOf(status: number, body: string): 'ten_secondly' | 'daily' | null {
  if (status < 400) return null;
  const code = errorCodeOf(body);
  const { code: verdict } = verdictOf({ status, body, retryAfter: null, call: '' }, code);
  if (verdict === 'crm_budget_spent') return 'daily';
  return verdict === 'crm_rate_limited' ? 'ten_secondly' : null;
}

const CODE = /^\w{1,64}$/;

/** `[{errorCode, message}]`, or Bulk 1's `{exceptionCode}`; a gateway's HTML tells nothing. */
export function errorCodeOf(body: string): string | null {
  const parsed = parseOrNull(body);
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  if (typeof first !== 'object' || first === null) return null;
  const code: unknown = Reflect.get(first, 'errorCode') ?? Reflect.get(first, 'exceptionCode');
  return typeof code === 'string' && CODE.test(code) ? code : null;
}

/** The refusals after which a question is asked again in another way. */
export function isRefusedFor(error: unknown, code: string): boolean {
  return error instanceof AppError && error.message.endsWith(`, ${code}).`);
}

/** A key that was renewed a moment ago cannot have expired: asking on would go in circles. */
export function expiredTwice(call: string): AppError {
  return new AppError(
    'crm_unauthorized',
    `Salesforce says of a key that was just renewed that it has expired: ${call}.`,
    { recovery: 'reauthorize' },
  );
}

/** The account was connected again while Salesforce refused its old key. */
export function keyReplaced(call: string): AppError {
  return new AppError(
    'crm_unauthorized',
    `Salesforce refused a key that was replaced meanwhile: ${call}.`,
    { recovery: 'retry' },
  );
}

export function noAnswer(call: string, cause: unknown): AppError {
  return new AppError('crm_unavailable', `Salesforce did not answer ${call}.`, {
    recovery: 'retry',
    cause,
  });
}

export function unexpectedAnswer(
  call: string,
  why: string,
  recovery: Recovery = 'retry',
): AppError {
  return new AppError('crm_unexpected_answer', `Salesforce's answer to ${call} ${why}.`, {
    recovery,
  });
}

/** What this org does not have, or hides from us as a whole. */
export function objectAbsent(object: string): AppError {
  return new AppError(
    'crm_forbidden',
    `Salesforce does not show the object ${object} to our user, or the org does not have it.`,
    { recovery: 'skip' },
  );
}

export function rowLocked(path: string, rows: number): AppError {
  return new AppError('crm_unavailable', `Salesforce keeps ${rows} rows of ${path} locked.`, {
    recovery: 'wait',
    retryAfterMs: 2 * SECOND_MS,
  });
}

/** A Bulk job that still runs: asked for again with the same cursor. */
export function jobRuns(jobId: string, retryAfterMs: number): AppError {
  return new AppError('crm_unavailable', `The Salesforce Bulk job ${jobId} is still running.`, {
    recovery: 'wait',
    retryAfterMs,
  });
}

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
