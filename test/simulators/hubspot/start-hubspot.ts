import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './serve/answer.ts';
import { invalid, tooMany } from './serve/answer.ts';
import { FAULT_ANSWERS, FaultQueue } from './faults.ts';
import type { Fault, FaultKind } from './faults.ts';
import { Account } from './hubspot-account.ts';
import type { Edit } from './hubspot-account.ts';
import type { HubSpotAccount, HubSpotRecord, ObjectName } from './hubspot-record.ts';
import { Ledger } from './ledger.ts';
import type { LedgerPolicy } from './ledger.ts';
import { HUBSPOT_LIMITS, RateLimits } from './rate-limits.ts';
import type { Limits } from './rate-limits.ts';
import { policyOf, serve } from './serve/route.ts';
import type { Call } from './serve/route.ts';
import { TokenDesk } from './serve/token-desk.ts';
import { WebhookSender } from './webhook-sender.ts';

/** The app as HubSpot knows it; the same constants sign webhooks and card requests. */
export const SANDBOX_APP = {
  appId: '4711',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret-that-guards-nothing',
} as const;

export interface StartOptions extends HubSpotAccount {
  readonly clock: () => Date;
  /** The portal's id: digits. */
  readonly accountId: string;
  readonly limits?: Limits;
  readonly port?: number;
  readonly idOrder?: 'numeric' | 'text';
  readonly searchLagMs?: (record: HubSpotRecord) => number;
  readonly app?: {
    readonly appId: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
}

export interface HubSpotStandIn {
  readonly url: string;
  readonly accountId: string;
  readonly refreshToken: string;
  readonly ledger: Ledger;
  /** A valid access token, without the way through OAuth. */
  issueAccessToken(): string;
  revokeTokens(): void;
  putRecord(edit: Edit): HubSpotRecord;
  deleteRecord(type: ObjectName, id: string): void;
  getRecord(type: ObjectName, id: string): HubSpotRecord | null;
  queueFault(fault: Fault): void;
  sendWebhooksTo(url: string | null): void;
  /** Resolves when every webhook has been delivered or given up. */
  settleWebhooks(): Promise<void>;
  close(): Promise<void>;
}

/** A portal behind HTTP on the loopback address. Rolling limits run on real time, everything else on `clock`. */
export async function startHubSpot(options: StartOptions): Promise<HubSpotStandIn> {
  const app = options.app ?? SANDBOX_APP;
  const webhooks = new WebhookSender({ ...options, ...app });
  const account = new Account(options, {
    clock: options.clock,
    searchLagMs: options.searchLagMs ?? (() => 0),
    onChange: (change) => {
      webhooks.announce(change);
    },
  });
  const desk = new TokenDesk({ ...options, ...app });
  const ledger = new Ledger();
  const faults = new FaultQueue();
  const gate = new Gate({
    options,
    account,
    desk,
    limits: new RateLimits(options.limits ?? HUBSPOT_LIMITS),
  });
  const server = createServer((request, response) => {
    void handle({ request, response }, { gate, faults, ledger });
  });
  await listen(server, options.port ?? 0);
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    accountId: options.accountId,
    refreshToken: desk.refreshToken,
    ledger,
    issueAccessToken: () => desk.issue(),
    revokeTokens: () => {
      desk.revoke();
    },
    putRecord: (edit) => account.put(edit),
    deleteRecord: (type, id) => {
      account.archive(type, id);
    },
    getRecord: (type, id) => account.store.get(type, id),
    queueFault: (fault) => {
      faults.add(fault);
    },
    sendWebhooksTo: (url) => {
      webhooks.sendTo(url);
    },
    settleWebhooks: () => webhooks.settle(),
    close: () => close(server, webhooks),
  };
}

interface GateParts {
  readonly options: StartOptions;
  readonly account: Account;
  readonly desk: TokenDesk;
  readonly limits: RateLimits;
}

/** Who may pass, how often, and what they get. */
class Gate {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  answer(call: Call, rawBody: string, authorization: string | undefined): Answer {
    const { desk } = this.#parts;
    const policy = policyOf(call.path);
    if (policy === 'oauth') return desk.exchange(new URLSearchParams(rawBody));
    const refusal = desk.check(authorization);
    return refusal ?? this.#withinLimits(policy, call);
  }

  #withinLimits(policy: Exclude<LedgerPolicy, 'oauth'>, call: Call): Answer {
    const { limits } = this.#parts;
    const left = limits.take(policy, performance.now());
    if (left < 0) return tooMany(policy === 'ten_secondly' ? 'TEN_SECONDLY_ROLLING' : 'SECONDLY');
    const answer = this.#serve(call);
    if (policy === 'search_secondly') return answer;
    const headers = {
      'x-hubspot-ratelimit-max': String(limits.max(policy)),
      'x-hubspot-ratelimit-remaining': String(left),
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
    };
    return { ...answer, headers };
  }

  #serve(call: Call): Answer {
    const { account, options } = this.#parts;
    if (call.body === undefined && call.method === 'POST') return invalid('Invalid input JSON');
    const nowMs = options.clock().getTime();
    return serve({ account, nowMs, idOrder: options.idOrder ?? 'numeric' }, call);
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Desk {
  readonly gate: Gate;
  readonly faults: FaultQueue;
  readonly ledger: Ledger;
}

async function handle(
  { request, response }: Exchange,
  { gate, faults, ledger }: Desk,
): Promise<void> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const rawBody = await readBody(request);
  const method = request.method ?? 'GET';
  const fault = faults.take(path);
  // Offset paging aside, asking without `after` is how a server that ignores it behaves.
  const query = fault === 'same_page_again' ? without(searchParams, 'after') : searchParams;
  const call: Call = { method, path, query, body: parse(rawBody) };
  const spoiled = fault === null ? undefined : FAULT_ANSWERS[fault]?.();
  const answer = spoiled ?? gate.answer(call, rawBody, request.headers.authorization);
  ledger.add({
    atMs: performance.now(),
    policy: policyOf(path),
    method,
    path,
    status: answer.status,
  });
  send(response, answer, fault);
}

function send(response: ServerResponse, answer: Answer, fault: FaultKind | null): void {
  if (fault === 'hang') return;
  if (fault === 'cut_connection') {
    response.destroy();
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const whole = fault !== 'half_body';
  response.writeHead(answer.status, {
    'content-type': 'application/json;charset=utf-8',
    ...answer.headers,
  });
  response.end(whole ? text : text.slice(0, Math.floor(text.length / 2)));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // A request stream without encoding yields Buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function without(query: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(name);
  return rest;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server, webhooks: WebhookSender): Promise<void> {
  webhooks.close();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
