import { Client } from '@hubspot/api-client';
import type { CallMeter, CallPolicy } from '../port.ts';
import { readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { refusalToError, unexpectedAnswer } from './errors.ts';

export interface HubSpotOptions {
  /** `https://api.hubapi.com`, or a stand-in's address. */
  readonly baseUrl: string;
  /** Fresh at every call: tokens live half an hour. */
  readonly accessToken: () => Promise<string>;
  readonly meter: CallMeter;
  readonly timeoutMs: number;
}

export interface HubSpotCall {
  readonly policy: CallPolicy;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface HubSpotClient {
  /** The parsed JSON of a 2xx answer; every other outcome is an AppError. */
  call(call: HubSpotCall): Promise<unknown>;
}

/**
 * `@hubspot/api-client` as transport only: its limiter and retry are process-wide statics (research/hubspot.md §4.5), so
 * neither is configured, and the token goes in per request instead of through `setAccessToken`, which rebuilds them.
 */
export function createClient(options: HubSpotOptions): HubSpotClient {
  const transport = new Client({ basePath: options.baseUrl });

  async function send(call: HubSpotCall): Promise<Answer> {
    const token = await options.accessToken();
    const request = transport.apiRequest({
      method: call.method,
      path: call.path,
      headers: { Authorization: `Bearer ${token}` },
      ...(call.query === undefined ? {} : { qs: call.query }),
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    return readAnswer(request, { call: nameOf(call), timeoutMs: options.timeoutMs });
  }

  return {
    async call(call) {
      await options.meter.take(call.policy);
      const answer = await send(call).catch((error: unknown) => {
        options.meter.seen(call.policy, { status: 0, retryAfterMs: null });
        throw error;
      });
      const refused =
        answer.status >= 300 ? refusalToError({ ...answer, call: nameOf(call) }) : null;
      options.meter.seen(call.policy, {
        status: answer.status,
        retryAfterMs: answer.status === 429 ? (refused?.retryAfterMs ?? null) : null,
      });
      if (refused !== null) throw refused;
      return parseJson(answer.body, nameOf(call));
    },
  };
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
