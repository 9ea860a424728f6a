import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_ANSWERS } from '../faults.ts';
import type { FaultKind, FaultQueue } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import { authorize } from '../oauth/authorize.ts';
import type { Installs } from '../oauth/installs.ts';
import type { RegisteredApp, Registration } from '../oauth/registered-app.ts';
import type { TokenDesk } from '../oauth/token-desk.ts';
import type { Portal } from '../portal/portal.ts';
import type { Answer } from '../serve/answer.ts';
import { receive, send, toWire } from './exchange.ts';
import type { Incoming } from './exchange.ts';
import { Gate, policyOf } from './gate.ts';
import type { Judged } from './gate.ts';

export interface ReceptionParts {
  readonly clock: () => Date;
  readonly accountId: string;
  readonly rollingLimitsOn?: 'real_time' | 'clock';
  readonly latencyMs?: number;
  readonly app: RegisteredApp;
  readonly registration: Registration;
  readonly installs: Installs;
  readonly portals: ReadonlyMap<string, Portal>;
  readonly desk: TokenDesk;
  readonly ledger: Ledger;
  readonly faults: FaultQueue;
}

export type ControlDesk = (incoming: Incoming) => Answer | Promise<Answer>;

const CONTROL = '/_control/';
const DRIP = { pieces: 10, pauseMs: 30 } as const;
/** These get no work done; the others do, whatever becomes of the answer. */
const UNDONE: readonly (FaultKind | null)[] = ['hang', 'cut_connection'];

/** Takes every request in, spoils some, answers the rest, and writes all of them down. */
export class Reception {
  readonly #parts: ReceptionParts;
  readonly #gate: Gate;
  readonly #rollingMs: () => number;
  #control: ControlDesk | null = null;

  constructor(parts: ReceptionParts) {
    const { clock, rollingLimitsOn = 'real_time' } = parts;
    this.#parts = parts;
    this.#rollingMs =
      rollingLimitsOn === 'clock' ? () => clock().getTime() : () => performance.now();
    this.#gate = new Gate({ ...parts, appId: parts.app.appId, rollingMs: this.#rollingMs });
  }

  openControl(control: ControlDesk): void {
    this.#control = control;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await receive(request);
    if (incoming.path.startsWith(CONTROL) && this.#control !== null) {
      send(response, toWire(await this.#control(incoming)));
      return;
    }
    const { latencyMs = 0 } = this.#parts;
    if (latencyMs > 0) await sleep(latencyMs);
    // A browser's way; no program calls this.
    if (incoming.method === 'GET' && incoming.path === '/oauth/authorize') {
      send(response, toWire(this.#authorize(incoming)));
      return;
    }
    const fault = this.#parts.faults.take(incoming.path);
    const judged = this.#judge(incoming, fault);
    this.#writeDown(incoming, judged, fault);
    await reply(response, judged.answer, fault);
  }

  #judge(incoming: Incoming, fault: FaultKind | null): Judged {
    const nobody = { accountId: null, mark: null };
    const spoiled = fault === null ? undefined : FAULT_ANSWERS[fault]?.();
    if (spoiled !== undefined) return { answer: spoiled, ...nobody };
    if (UNDONE.includes(fault)) return { answer: { status: 0, body: '' }, ...nobody };
    // Asking without `after` is how a server that ignores it behaves.
    const asked =
      fault === 'same_page_again'
        ? { ...incoming, query: without(incoming.query, 'after') }
        : incoming;
    return this.#gate.judge(asked);
  }

  #authorize({ query }: Incoming): Answer {
    const { registration, app, clock, accountId, installs, desk } = this.#parts;
    const scene = {
      ...{ registration, clientId: app.clientId, nowMs: clock().getTime() },
      defaultAccountId: accountId,
      knowsAccount: (id: string) => installs.knows(id),
      keep: desk.keepCode.bind(desk),
    };
    return authorize(scene, query);
  }

  #writeDown(incoming: Incoming, judged: Judged, fault: FaultKind | null): void {
    const { method, path } = incoming;
    const { answer, accountId, mark } = judged;
    this.#parts.ledger.add({
      ...{ atMs: this.#rollingMs(), method, path, accountId, mark },
      status: fault === 'applied_unanswered' ? 0 : answer.status,
      ...policyOf(incoming),
      ...(fault === null ? {} : { spoiled: true }),
    });
  }
}

async function reply(
  response: ServerResponse,
  answer: Answer,
  fault: FaultKind | null,
): Promise<void> {
  if (fault === 'hang') return;
  if (fault === 'cut_connection' || fault === 'applied_unanswered') {
    response.destroy();
    return;
  }
  const wire = toWire(answer);
  if (fault === 'slow_drip') await drip(response, wire);
  else if (fault === 'half_body') {
    send(response, { ...wire, text: wire.text.slice(0, Math.floor(wire.text.length / 2)) });
  } else send(response, wire);
}

async function drip(response: ServerResponse, wire: ReturnType<typeof toWire>): Promise<void> {
  const size = Math.ceil(wire.text.length / DRIP.pieces);
  response.writeHead(wire.status, wire.headers);
  for (let start = 0; start < wire.text.length && !response.destroyed; start += size) {
    response.write(wire.text.slice(start, start + size));
    await sleep(DRIP.pauseMs);
  }
  response.end();
}

function without(query: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(name);
  return rest;
}
