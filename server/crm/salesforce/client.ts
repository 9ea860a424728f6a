import type { AppError } from '../../../shared/errors.ts';
import type { CallMeter, CallResult } from '../port.ts';
import { fetchAnswer } from './answer.ts';
import type { Answer, TakeBody } from './answer.ts';
import { expiredTwice, keyReplaced, limitOf, refusalToError, unexpectedAnswer } from './errors.ts';
import { API_PATH } from './objects.ts';

export interface SalesforceOptions {
  /** The connection's own instance, "https://example.my.salesforce.com", or a stand-in's address. */
  readonly baseUrl: string;
  /** Fresh at every call. `refused`: one that has just expired; another is wanted. */
  readonly accessToken: (refused?: string) => Promise<string>;
  /** Told of a token that Salesforce no longer accepts. False: it is no longer the account's, so another may open. */
  readonly refuse?: (token: string) => Promise<boolean>;
  readonly meter: CallMeter;
  readonly timeoutMs: number;
}

export interface SalesforceCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/services/data/v67.0`, or whole when it begins with `/services/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as it is instead of `body`. */
  readonly csv?: string;
}

export interface SalesforceClient {
  /** The parsed JSON of a 2xx answer; every other outcome is an AppError. Null for an answer without a body. */
  call(call: SalesforceCall): Promise<unknown>;
  /** A 2xx answer's body while it arrives, for results too large to be held. */
  stream(call: SalesforceCall, take: TakeBody): Promise<void>;
  reserve<T>(calls: number, work: () => Promise<T>): Promise<T>;
}

/** Plain HTTP: why not jsforce is told in docs/decisions/0021-salesforce-without-jsforce.md. */
export function createClient(options: SalesforceOptions): SalesforceClient {
  /** One request, which is one counted call. */
  async function ask({ call, take }: Asking, refused?: string): Promise<Asked> {
    // The key first: a call that is counted is made at once, and a withdrawn key is noticed without a call.
    const token = await options.accessToken(refused);
    await options.meter.take('ten_secondly');
    const request = toRequest(call, options.baseUrl, token);
    const fetching = { timeoutMs: options.timeoutMs, take };
    const answer = await fetchAnswer(request, fetching).catch((error: unknown) => {
      options.meter.seen('ten_secondly', { status: 0, retryAfterMs: null });
      throw error;
    });
    const error = answer.status >= 300 ? refusalToError({ ...answer, call: nameOf(call) }) : null;
    options.meter.seen('ten_secondly', toResult(answer, error));
    return { answer, error, token };
  }

  /** The key goes with its refusal, so that nobody blames a connection that has another one by now. */
  async function settled(call: string, error: AppError, token: string): Promise<AppError> {
    if (error.recovery !== 'reauthorize' || options.refuse === undefined) return error;
    return (await options.refuse(token)) ? error : keyReplaced(call);
  }

  /** One renewal and one more attempt; never a loop (jsforce's went on for ever, research/salesforce.md §1.2). */
  async function fetchOnceRenewed(asking: Asking): Promise<Answer> {
    const name = nameOf(asking.call);
    const first = await ask(asking);
    const last = isExpired(first) ? await ask(asking, first.token) : first;
    const error = isExpired(last) ? expiredTwice(name) : last.error;
    if (error !== null) throw await settled(name, error, last.token);
    return last.answer;
  }

  return {
    stream: async (call, take) => {
      await fetchOnceRenewed({ call, take });
    },
    call: async (call) => parseJson((await fetchOnceRenewed({ call })).body, nameOf(call)),
    reserve: (calls, work) => options.meter.reserve?.(calls, work) ?? work(),
  };
}

interface Asking {
  readonly call: SalesforceCall;
  readonly take?: TakeBody;
}

interface Asked {
  readonly answer: Answer;
  readonly error: AppError | null;
  readonly token: string;
}

function toRequest(call: SalesforceCall, baseUrl: string, token: string): Request {
  const { method, query, body, csv } = call;
  const url = new URL(pathOf(call), baseUrl);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const type = csv === undefined ? 'application/json' : 'text/csv';
  const sent = csv ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Request(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent === undefined ? {} : { 'content-type': type }),
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
}

function pathOf({ path }: Pick<SalesforceCall, 'path'>): string {
  return path.startsWith('/services/') ? path : `${API_PATH}${path}`;
}

function nameOf(call: SalesforceCall): string {
  return `${call.method} ${pathOf(call)}`;
}

function toResult({ status, body, day }: Answer, error: AppError | null): CallResult {
  const refusedBy = limitOf(status, body);
  const retryAfterMs = refusedBy === null ? null : (error?.retryAfterMs ?? null);
  return { status, day, retryAfterMs, refusedBy };
}

/** The only refusal that another key may mend at once. */
function isExpired({ answer, error }: Asked): boolean {
  return answer.status === 401 && error?.recovery === 'retry';
}

function parseJson(body: string, call: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    throw unexpectedAnswer(call, 'broke off or is not JSON');
  }
}
