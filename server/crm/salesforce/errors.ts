import { AppError } from '../../../shared/errors.ts';
import type { ErrorCode, Recovery } from '../../../shared/errors.ts';

/** The one place that decides what a Salesforce refusal means. Sources: research/salesforce.md §1, recorded bodies. */

export interface Refusal {
  readonly status: number;
  readonly body: string;
  /** What was asked, without ids and without the query's text: "GET /queryAll". */
  readonly call: string;
}

interface Verdict {
  readonly code: ErrorCode;
  readonly recovery: Recovery;
  readonly means: string;
  readonly waitMs?: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const DAY_SPENT: Verdict = {
  code: 'crm_budget_spent',
  recovery: 'wait',
  means: 'gives this org no more calls today',
  // The allowance slides over 24 hours: some of it comes back each hour.
  waitMs: HOUR_MS,
};
const TOO_MANY_AT_ONCE: Verdict = {
  code: 'crm_rate_limited',
  recovery: 'wait',
  means: 'is answering too many long calls at once',
  waitMs: 10_000,
};
const FORBIDDEN: Verdict = {
  code: 'crm_forbidden',
  recovery: 'skip',
  means: 'does not let the connected user see this',
};
const BAD_QUESTION: Verdict = {
  code: 'crm_rejected',
  recovery: 'abort',
  means: 'did not accept the question',
};
const GONE: Verdict = { code: 'crm_not_found', recovery: 'skip', means: 'does not have this' };
const LOCKED: Verdict = {
  code: 'crm_unavailable',
  recovery: 'wait',
  means: 'has locked this record for a moment',
  waitMs: 2_000,
};
const SLOW: Verdict = {
  code: 'crm_unavailable',
  recovery: 'retry',
  means: 'gave up on the question',
};
const EXPIRED: Verdict = {
  code: 'crm_unauthorized',
  recovery: 'retry',
  means: 'says our session has ended',
};

const BY_CODE: Readonly<Record<string, Verdict>> = {
  INVALID_SESSION_ID: EXPIRED,
  InvalidSessionId: EXPIRED,
  API_DISABLED_FOR_ORG: FORBIDDEN,
  API_CURRENTLY_DISABLED: FORBIDDEN,
  FUNCTIONALITY_NOT_ENABLED: FORBIDDEN,
  INSUFFICIENT_ACCESS: FORBIDDEN,
  INSUFFICIENT_ACCESS_OR_READONLY: FORBIDDEN,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: FORBIDDEN,
  // Of an object that is not in this org, or that the connected user may not read: the API does not tell which.
  INVALID_TYPE: FORBIDDEN,
  INVALIDENTITY: FORBIDDEN,
  NOT_FOUND: GONE,
  ENTITY_IS_DELETED: GONE,
  UNABLE_TO_LOCK_ROW: LOCKED,
  QUERY_TIMEOUT: SLOW,
  SERVER_UNAVAILABLE: SLOW,
  LIMIT_EXCEEDED: DAY_SPENT,
};

const BY_STATUS: Readonly<Record<number, Verdict>> = {
  401: EXPIRED,
  403: FORBIDDEN,
  404: GONE,
  // The org moves or is in maintenance; 420 comes with expired scratch orgs (jsforce, lib/request.js).
  420: {
    code: 'crm_unavailable',
    recovery: 'wait',
    means: 'is moving this org',
    waitMs: MINUTE_MS,
  },
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

export function refusalToError(refusal: Refusal): AppError {
  const { errorCode, message } = readRefusal(refusal.body);
  const { code, recovery, means, waitMs } = verdictOf(refusal.status, errorCode, message);
  const details = [String(refusal.status), ...(errorCode === null ? [] : [errorCode])].join(', ');
  return new AppError(code, `Salesforce ${means}: ${refusal.call} (${details}).`, {
    recovery,
    cause: errorCode,
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  });
}

/** Whether Salesforce gave this name to its refusal. */
export function isRefusedFor(error: unknown, errorCode: string): boolean {
  return error instanceof AppError && error.cause === errorCode;
}

function verdictOf(status: number, errorCode: string | null, message: string): Verdict {
  if (errorCode === 'REQUEST_LIMIT_EXCEEDED')
    return message.startsWith('Concurrent') ? TOO_MANY_AT_ONCE : DAY_SPENT;
  const known = BY_CODE[errorCode ?? ''] ?? BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500) return SERVER_ERROR;
  return status >= 400 ? BAD_QUESTION : STRANGE;
}

/** Salesforce's own name of the refusal, in each of the forms that its interfaces use; null: it gave none. */
export function readRefusal(body: string): {
  readonly errorCode: string | null;
  readonly message: string;
} {
  const parsed = parseOrNull(body);
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  const word = (...names: readonly string[]): string | null => {
    if (typeof first !== 'object' || first === null) return null;
    const values = names.map((name): unknown => Reflect.get(first, name));
    return values.find((value) => typeof value === 'string') ?? null;
  };
  const errorCode = word('errorCode', 'statusCode', 'exceptionCode');
  return {
    errorCode: errorCode !== null && WORD.test(errorCode) ? errorCode : null,
    message: word('message', 'exceptionMessage') ?? '',
  };
}

const WORD = /^\w{1,64}$/;

/** A session that was opened a moment ago cannot have ended: asking on would go in circles. */
export function expiredTwice(call: string): AppError {
  return new AppError(
    'crm_unauthorized',
    `Salesforce says of a session that was just opened that it has ended: ${call}.`,
    { recovery: 'reauthorize' },
  );
}

/** The org was connected again while Salesforce refused its old key: the next attempt comes with the new one. */
export function keyReplaced(call: string): AppError {
  return new AppError(
    'crm_unauthorized',
    `Salesforce refused a key that was replaced meanwhile: ${call}.`,
    { recovery: 'retry' },
  );
}

/** No answer at all: connection refused or cut, or our own time limit. */
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

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
