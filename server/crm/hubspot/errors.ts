import { AppError } from '../../../shared/errors.ts';
import type { ErrorCode, Recovery } from '../../../shared/errors.ts';
import type { CallPolicy } from '../port.ts';

/** The one place that decides what a HubSpot refusal means. Sources: research/hubspot.md §4.4, recorded bodies. */

export interface Refusal {
  readonly status: number;
  readonly body: string;
  /** The `Retry-After` header as sent. */
  readonly retryAfter: string | null;
  /** What was asked, without ids of people: "POST /crm/objects/2026-09/deals/search". */
  readonly call: string;
}

interface Verdict {
  readonly code: ErrorCode;
  readonly recovery: Recovery;
  readonly means: string;
}

const SECOND_MS = 1_000;

/** How long each policy's window stays shut. DAILY ends at the portal's midnight, which the meter knows. */
const WAIT_MS_BY_POLICY: Readonly<Record<string, number>> = {
  SECONDLY: SECOND_MS,
  TEN_SECONDLY_ROLLING: 10 * SECOND_MS,
  DAILY: 3_600 * SECOND_MS,
};
const LIMIT_BY_POLICY: Readonly<Record<string, CallPolicy | 'daily'>> = {
  SECONDLY: 'search_secondly',
  TEN_SECONDLY_ROLLING: 'ten_secondly',
  DAILY: 'daily',
};
const WAIT_MS_UNKNOWN_POLICY = 10 * SECOND_MS;

/** 423: the record is locked for two seconds or more. 477: the portal moves between data centres. */
const WAIT_MS_BY_STATUS: Readonly<Record<number, number>> = {
  423: 2 * SECOND_MS,
  477: 60 * SECOND_MS,
};

const BY_STATUS: Readonly<Record<number, Verdict>> = {
  400: { code: 'crm_rejected', recovery: 'abort', means: 'did not accept the question' },
  401: { code: 'crm_unauthorized', recovery: 'reauthorize', means: 'no longer knows our key' },
  403: { code: 'crm_forbidden', recovery: 'skip', means: 'has not granted the scope for this' },
  404: { code: 'crm_not_found', recovery: 'skip', means: 'does not have this' },
  409: { code: 'crm_rejected', recovery: 'skip', means: 'already has this' },
  423: { code: 'crm_unavailable', recovery: 'wait', means: 'has locked this for a moment' },
  429: { code: 'crm_rate_limited', recovery: 'wait', means: 'asked us to slow down' },
  477: { code: 'crm_unavailable', recovery: 'wait', means: 'is moving this account' },
};

const SERVER_ERROR: Verdict = {
  code: 'crm_unavailable',
  recovery: 'retry',
  means: 'could not answer',
};
const OTHER_CLIENT_ERROR: Verdict = {
  code: 'crm_rejected',
  recovery: 'abort',
  means: 'did not accept the question',
};
const STRANGE: Verdict = {
  code: 'crm_unexpected_answer',
  recovery: 'retry',
  means: 'answered in a way we do not know',
};
const DAY_SPENT: Verdict = {
  code: 'crm_budget_spent',
  recovery: 'wait',
  means: 'gives this account no more calls today',
};
/** The key is only late, not withdrawn: the next attempt fetches a fresh one. */
const EXPIRED: Verdict = {
  code: 'crm_unauthorized',
  recovery: 'retry',
  means: 'says our key has just expired',
};

export function refusalToError(refusal: Refusal): AppError {
  const answer = readBody(refusal.body);
  const verdict = verdictOf(refusal.status, answer);
  const waitMs = verdict.recovery === 'wait' ? waitMsOf(refusal, answer) : null;
  return new AppError(verdict.code, sentence(refusal, verdict, answer), {
    recovery: verdict.recovery,
    ...(waitMs === null ? {} : { retryAfterMs: waitMs }),
  });
}

/** The limit that refused, by the name in HubSpot's body (research/hubspot.md §4.4). */
export function limitOf(body: string): CallPolicy | 'daily' | null {
  return LIMIT_BY_POLICY[readBody(body).policyName ?? ''] ?? null;
}

/** A key that was renewed a moment ago cannot have expired: asking on would go in circles. */
export function expiredTwice(call: string): AppError {
  return new AppError(
    'crm_unauthorized',
    `HubSpot says of a key that was just renewed that it has expired: ${call}.`,
    { recovery: 'reauthorize' },
  );
}

/** The account was connected again while HubSpot refused its old key: the next attempt comes with the new one. */
export function keyReplaced(call: string): AppError {
  return new AppError(
    'crm_unauthorized',
    `HubSpot refused a key that was replaced meanwhile: ${call}.`,
    { recovery: 'retry' },
  );
}

/** No answer at all: connection refused or cut, or our own time limit. */
export function noAnswer(call: string, cause: unknown): AppError {
  return new AppError('crm_unavailable', `HubSpot did not answer ${call}.`, {
    recovery: 'retry',
    cause,
  });
}

export function unexpectedAnswer(
  call: string,
  why: string,
  recovery: Recovery = 'retry',
): AppError {
  return new AppError('crm_unexpected_answer', `HubSpot's answer to ${call} ${why}.`, { recovery });
}

function verdictOf(status: number, answer: Answer): Verdict {
  if (status === 401 && mayHaveExpired(answer)) return EXPIRED;
  if (status === 429 && answer.policyName === 'DAILY') return DAY_SPENT;
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500) return SERVER_ERROR;
  return status >= 400 ? OTHER_CLIENT_ERROR : STRANGE;
}

/** A body that broke off names no reason; a fresh key shows which it was, and to part from a customer needs more. */
function mayHaveExpired({ category }: Answer): boolean {
  return category === null || category === 'EXPIRED_AUTHENTICATION';
}

function waitMsOf(refusal: Refusal, answer: Answer): number {
  const byPolicy =
    WAIT_MS_BY_STATUS[refusal.status] ??
    WAIT_MS_BY_POLICY[answer.policyName ?? ''] ??
    WAIT_MS_UNKNOWN_POLICY;
  const asked = Number(refusal.retryAfter) * SECOND_MS;
  return Number.isFinite(asked) ? Math.max(asked, byPolicy) : byPolicy;
}

/** `correlationId` is what HubSpot's support asks for; the message may quote field values, so it stays out. */
function sentence(refusal: Refusal, verdict: Verdict, answer: Answer): string {
  const details = [
    String(refusal.status),
    answer.category,
    answer.policyName,
    answer.correlationId,
  ];
  const known = details.filter((detail) => detail !== null).join(', ');
  return `HubSpot ${verdict.means}: ${refusal.call} (${known}).`;
}

interface Answer {
  readonly category: string | null;
  readonly policyName: string | null;
  readonly correlationId: string | null;
}

const WORD = /^[\w-]{1,64}$/;

/** Gateways answer 502 with HTML; a body that is not HubSpot's JSON tells nothing and is no second failure. */
function readBody(body: string): Answer {
  const parsed = parseOrNull(body);
  const word = (name: string): string | null => {
    const value: unknown = parsed === null ? null : Reflect.get(parsed, name);
    return typeof value === 'string' && WORD.test(value) ? value : null;
  };
  return {
    category: word('category') ?? word('errorType'),
    policyName: word('policyName'),
    correlationId: word('correlationId'),
  };
}

function parseOrNull(body: string): object | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
