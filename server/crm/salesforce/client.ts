import type { AppError } from '../../../shared/errors.ts';
import type { CallMeter, CallPolicy, CallResult } from '../port.ts';
import { expiredTwice, keyReplaced, refusalToError, unexpectedAnswer } from './errors.ts';
import { sendOnce, type Answer, type Sending } from './send.ts';

/** Every path is written with it, so that a new release changes nothing behind our back (Summer '26). */
export const API_VERSION = '67.0';

/** A key, and the address of the org that it opens; an org may move. */
export interface OrgAccess {
  readonly token: string;
  readonly apiOrigin: string;
}

export interface SalesforceOptions {
  /** Fresh at every call. `refused`: a token that has just been refused; another is wanted. */
  readonly access: (refused?: string) => Promise<OrgAccess>;
  /** Told of a token that Salesforce no longer accepts. False: it is no longer the account's, so another may open. */
  readonly refuse?: (token: string) => Promise<boolean>;
  readonly meter: CallMeter;
  readonly timeoutMs: number;
}

export interface SalesforceCall {
  readonly method: Sending['method'];
  /** After the version: "/queryAll". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface SalesforceClient {
  /** The parsed JSON of a 2xx answer; every other outcome is an AppError. */
  call(call: SalesforceCall): Promise<unknown>;
}

/** Salesforce has no limit of calls a second, only of the day; our own pace is the same for every vendor. */
const POLICY: CallPolicy = 'ten_secondly';

export function createClient(options: SalesforceOptions): SalesforceClient {
  /** One request, which is one counted call. */
  async function ask(call: SalesforceCall, refused?: string): Promise<Asked> {
    // The key first: a call that is counted is made at once, and a withdrawn key is noticed without a call.
    const access = await options.access(refused);
    await options.meter.take(POLICY);
    const answer = await sendOnce(toSending(call, access, options.timeoutMs)).catch(
      (error: unknown) => {
        options.meter.seen(POLICY, { status: 0, retryAfterMs: null });
        throw error;
      },
    );
    const error = answer.status >= 300 ? refusalToError({ ...answer, call: nameOf(call) }) : null;
    options.meter.seen(POLICY, toResult(answer, error));
    return { answer, error, token: access.token };
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
  };
}

interface Asked {
  readonly answer: Answer;
  readonly error: AppError | null;
  readonly token: string;
}

function toSending(call: SalesforceCall, access: OrgAccess, timeoutMs: number): Sending {
  const url = new URL(`/services/data/v${API_VERSION}${call.path}`, access.apiOrigin);
  if (call.query !== undefined) url.search = new URLSearchParams(call.query).toString();
  const { method, body } = call;
  const authorization = { authorization: `Bearer ${access.token}` };
  const rest = { method, url: url.href, call: nameOf(call), timeoutMs };
  if (body === undefined) return { ...rest, headers: authorization };
  const headers = { ...authorization, 'content-type': 'application/json' };
  return { ...rest, headers, body: JSON.stringify(body) };
}

/** The only refusal that another key may mend at once: Salesforce has one word for ended and for withdrawn. */
function isExpired({ error }: Asked): boolean {
  return error?.code === 'crm_unauthorized' && error.recovery === 'retry';
}

function toResult({ status }: Answer, error: AppError | null): CallResult {
  const waits = error?.recovery === 'wait' && error.code !== 'crm_unavailable';
  if (!waits) return { status, retryAfterMs: null };
  const refusedBy = error.code === 'crm_budget_spent' ? 'daily' : POLICY;
  return { status, retryAfterMs: error.retryAfterMs, refusedBy };
}

/** Without ids: "GET /query/…". */
function nameOf({ method, path }: Pick<SalesforceCall, 'method' | 'path'>): string {
  return `${method} ${path.replace(/\/01g[\w-]+$/, '/…')}`;
}

function parseJson(body: string, call: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    throw unexpectedAnswer(call, 'broke off or is not JSON');
  }
}
