import { Client } from '@hubspot/api-client';
import type { AppError } from '../../../shared/errors.ts';
import type { CallMeter, CallPolicy, CallResult } from '../port.ts';
import { readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { expiredTwice, keyReplaced, limitOf, refusalToError, unexpectedAnswer } from './errors.ts';

export interface HubSpotOptions {
  /** `https://api.hubapi.com`, or a stand-in's address. */
  readonly baseUrl: string;
  /** Fresh at every call: tokens live half an hour. `refused`: one that has just expired; another is wanted. */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Told of a token that HubSpot no longer accepts. False: it is no longer the account's, so another may open. */
  readonly refuse?: (token: string) => Promise<boolean>;
  readonly meter: CallMeter;
  readonly timeoutMs: number;
}

export interface HubSpotCall {
  readonly policy: CallPolicy;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface HubSpotClient {
  /** The parsed JSON of a 2xx answer; every other outcome is an AppError. */
  call(call: HubSpotCall): Promise<unknown>;
  /** Sets calls aside for a page, so that `work` is not stopped half-way (CallMeter.reserve). */
  reserve<T>(calls: number, work: () => Promise<T>, searches?: number): Promise<T>;
}

/**
 * `@hubspot/api-client` as transport only: its limiter and retry are process-wide statics (research/hubspot.md §4.5), so
 * neither is configured, and the token goes in per request instead of through `setAccessToken`, which rebuilds them.
 */
export function createClient(options: HubSpotOptions): HubSpotClient {
  const transport = new Client({ basePath: options.baseUrl });

  /** One request, which is one counted call. */
  async function ask(call: HubSpotCall, refused?: string): Promise<Asked> {
    // The key first: a call that is counted is made at once, and a withdrawn key is noticed without a call.
    const token = await options.accessToken(refused);
    await options.meter.take(call.policy);
    const request = transport.apiRequest({
      method: call.method,
      path: call.path,
      headers: { Authorization: `Bearer ${token}` },
      ...(call.query === undefined ? {} : { qs: call.query }),
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    const bounds = { call: nameOf(call), timeoutMs: options.timeoutMs };
    const answer = await readAnswer(request, bounds).catch((error: unknown) => {
      options.meter.seen(call.policy, { status: 0, retryAfterMs: null });
      throw error;
    });
    const refusal = { ...answer, call: nameOf(call) };
    const error = answer.status >= 300 ? refusalToError(refusal) : null;
    options.meter.seen(call.policy, toResult(answer, error));
    return { answer, error, token };
  }

  /** The key goes with its refusal, so that nobody blames a connection that has another one by now. */
  async function settled(call: string, error: AppError, token: string): Promise<AppError> {
    if (error.recovery !== 'reauthorize' || options.refuse === undefined) return error;
    return (await options.refuse(token)) ? error : keyReplaced(call);
  }

  return {
    async call(call) {
      const first = await ask(call);
      const last = isExpired(first) ? await ask(call, first.token) : first;
      const error = isExpired(last) ? expiredTwice(nameOf(call)) : last.error;
      if (error !== null) throw await settled(nameOf(call), error, last.token);
      return parseJson(last.answer.body, nameOf(call));
    },
    reserve: (calls, work, searches) => options.meter.reserve?.(calls, work, searches) ?? work(),
  };
}

interface Asked {
  readonly answer: Answer;
  readonly error: AppError | null;
  readonly token: string;
}

function toResult(answer: Answer, error: AppError | null): CallResult {
  const { status, allowance } = answer;
  if (status !== 429) return { status, allowance, retryAfterMs: null };
  const retryAfterMs = error?.retryAfterMs ?? null;
  return { status, allowance, retryAfterMs, refusedBy: limitOf(answer.body) };
}

/** The only refusal that another key may mend at once. */
function isExpired({ answer, error }: Asked): boolean {
  return answer.status === 401 && error?.recovery === 'retry';
}

function nameOf(call: Pick<HubSpotCall, 'method' | 'path'>): string {
  return `${call.method} ${call.path}`;
}

function parseJson(body: string, call: string): unknown {
  try {
    return LONG_NUMBER.test(body) ? JSON.parse(body, keepLongNumbers) : JSON.parse(body);
  } catch {
    throw unexpectedAnswer(call, 'broke off or is not JSON');
  }
}

/** Some ids come as numbers beyond 2^53, which JavaScript would round to another record's id: they stay text. */
const LONG_NUMBER = /[:[,]\s*\d{16}/;

function keepLongNumbers(
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return /^\d+$/.test(context?.source ?? '') ? context?.source : value;
}
