import { NO_LIMITS } from '../../simulators/hubspot/rate-limits.ts';
import { startHubSpot } from '../../simulators/hubspot/start-hubspot.ts';
import type { HubSpotStandIn, StartOptions } from '../../simulators/hubspot/start-hubspot.ts';
import { EMPTY_ACCOUNT } from '../../support/hubspot/open-hubspot.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Null when the answer is no JSON. */
  readonly body: ReplyBody | null;
}

/** What the tests look at; HubSpot's bodies are wider. */
export interface ReplyBody {
  readonly [field: string]: unknown;
  readonly id?: string;
  readonly category?: string;
  readonly message?: string;
  readonly policyName?: string;
  readonly results?: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly errors?: readonly Readonly<Record<string, unknown>>[];
  readonly paging?: { readonly next: { readonly after: string } };
}

export interface OpenStandIn {
  readonly hubspot: HubSpotStandIn;
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
  /** `GET /path` as the official client asks, with a fresh token unless another is given. */
  readonly ask: (question: string, body?: object, token?: string) => Promise<Reply>;
  /** A form to the token desk. */
  readonly askDesk: (path: string, form: Readonly<Record<string, string>>) => Promise<Reply>;
  close(): Promise<void>;
}

/** As the official client names itself: the stand-in takes no other. */
const OFFICIAL_CLIENT = { 'User-Agent': 'hubspot-api-client-nodejs; 14.0.1' };
const JSON_HEADERS = { ...OFFICIAL_CLIENT, 'Content-Type': 'application/json' };

export async function openStandIn(options: Partial<StartOptions> = {}): Promise<OpenStandIn> {
  let nowMs = Date.parse('2026-11-20T10:00:00.000Z');
  const now = (): Date => new Date(nowMs);
  const base = { ...EMPTY_ACCOUNT, clock: now, accountId: '4242', limits: NO_LIMITS };
  const hubspot = await startHubSpot({ ...base, ...options });
  return {
    hubspot,
    now,
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
    ask: async (question, body, token = hubspot.issueAccessToken()) => {
      const [method = 'GET', path = ''] = question.split(' ');
      const headers = { ...JSON_HEADERS, Authorization: `Bearer ${token}` };
      const given = body === undefined ? {} : { body: JSON.stringify(body) };
      return toReply(await fetch(`${hubspot.url}${path}`, { method, headers, ...given }));
    },
    askDesk: async (path, form) => {
      const body = new URLSearchParams(form);
      const request = { method: 'POST', headers: OFFICIAL_CLIENT, body };
      return toReply(await fetch(`${hubspot.url}${path}`, request));
    },
    close: () => hubspot.close(),
  };
}

/** The client's own type of answer stands for fetch's. */
type Answered = Pick<Response, 'status' | 'text'> & { readonly headers: unknown };

async function toReply(response: Answered): Promise<Reply> {
  const text = await response.text();
  // Both kinds of headers are read by `get` only.
  return { status: response.status, headers: response.headers as Headers, body: parse(text) };
}

function parse(text: string): ReplyBody | null {
  try {
    // Whatever HubSpot's JSON is, the tests compare it field by field.
    return JSON.parse(text) as ReplyBody;
  } catch {
    return null;
  }
}
