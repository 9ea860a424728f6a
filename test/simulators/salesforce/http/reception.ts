import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_ANSWERS, type Fault, type FaultKind, type FaultQueue } from '../faults.ts';
import { kindOf, type Ledger } from '../ledger.ts';
import type { Grant, Grants } from '../oauth/grants.ts';
import type { TokenDesk } from '../oauth/token-desk.ts';
import { notFound, refuse, type Answer } from '../serve/answer.ts';
import type { Desk } from '../serve/desk.ts';
import { limitInfo } from '../serve/limits.ts';
import { serveApi } from '../serve/serve-api.ts';
import { receive, send, type Incoming } from './exchange.ts';

export interface ReceptionParts {
  readonly desks: ReadonlyMap<string, Desk>;
  readonly grants: Grants;
  readonly tokens: TokenDesk;
  readonly faults: FaultQueue;
  readonly ledger: Ledger;
  readonly latencyMs: number;
}

interface Judged {
  readonly answer: Answer;
  readonly orgId: string | null;
}

const UNDONE: readonly (FaultKind | null)[] = ['hang', 'cut_connection'];
const UNANSWERED: readonly (FaultKind | null)[] = ['cut_connection', 'applied_unanswered'];

/** Takes every request in, spoils some, answers the rest, and writes all of them down. */
export class Reception {
  readonly #parts: ReceptionParts;
  /** The last page that went out, for a server that repeats itself. */
  #lastPage: Answer | null = null;

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await receive(request);
    const { faults, ledger } = this.#parts;
    const struck = faults.take(incoming.path);
    const fault = kindOfFault(struck);
    const { answer, orgId } = this.#judgeOrAlter(incoming, struck);
    const { method, path } = incoming;
    const isTold = !UNDONE.includes(fault) && !UNANSWERED.includes(fault);
    const entry = { method, path, orgId, kind: kindOf(path), status: isTold ? answer.status : 0 };
    ledger.add(fault === null ? entry : { ...entry, spoiled: true });
    await sleep(this.#parts.latencyMs);
    if (fault === 'hang') return;
    if (UNANSWERED.includes(fault)) response.destroy();
    else send(response, answer, fault === 'half_body' ? 0.5 : 1);
  }

  #judgeOrAlter(incoming: Incoming, struck: Fault | null): Judged {
    const fault = kindOfFault(struck);
    if (UNDONE.includes(fault)) return { answer: notFound(), orgId: null };
    if (struck?.alter === undefined) return this.#judge(incoming, fault);
    let orgId: string | null = null;
    const answer = struck.alter(() => {
      const judged = this.#judge(incoming, null);
      ({ orgId } = judged);
      return judged.answer;
    });
    return { answer, orgId };
  }

  #judge(incoming: Incoming, fault: FaultKind | null): Judged {
    const spoiled = fault === null ? undefined : FAULT_ANSWERS[fault];
    if (spoiled !== undefined) return { answer: spoiled, orgId: null };
    if (incoming.path.startsWith('/services/oauth2/')) return this.#atTheDesk(incoming);
    const holder = this.#holderOf(incoming);
    const desk = holder === null ? undefined : this.#parts.desks.get(holder.orgId);
    if (holder === null || desk === undefined) return { answer: NO_SESSION, orgId: null };
    return { answer: this.#serve(desk, incoming, fault), orgId: holder.orgId };
  }

  #atTheDesk(incoming: Incoming): Judged {
    const { tokens } = this.#parts;
    const form = new URLSearchParams(incoming.rawBody);
    const holder = this.#holderOf(incoming);
    const answers: Readonly<Record<string, () => Answer>> = {
      authorize: () => tokens.authorize(incoming.query),
      token: () => tokens.token(form),
      revoke: () => tokens.revoke(form),
      userinfo: () => (holder === null ? NO_SESSION : tokens.userInfo(holder)),
    };
    const answer = answers[incoming.path.replace('/services/oauth2/', '')]?.() ?? notFound();
    return { answer, orgId: holder?.orgId ?? null };
  }

  #serve(desk: Desk, incoming: Incoming, fault: FaultKind | null): Answer {
    const { allowance } = desk;
    if (allowance.used >= allowance.limit)
      return refuse(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    allowance.used += 1;
    if (fault === 'locator_gone') desk.cursors.forgetAll();
    const answer = this.#answer(desk, incoming, fault);
    return { ...answer, headers: { ...answer.headers, ...limitInfo(desk) } };
  }

  #answer(desk: Desk, incoming: Incoming, fault: FaultKind | null): Answer {
    if (fault === 'same_page_again' && this.#lastPage !== null) return this.#lastPage;
    const answer = serveApi(desk, incoming, fault);
    if (incoming.path.includes('/query')) this.#lastPage = answer;
    return answer;
  }

  #holderOf({ header }: Incoming): Grant | null {
    const token = /^Bearer (.+)$/.exec(header('authorization') ?? '')?.[1];
    return token === undefined ? null : this.#parts.grants.holderOf(token);
  }
}

function kindOfFault(fault: Fault | null): FaultKind | null {
  return fault?.kind ?? null;
}

const NO_SESSION = refuse(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
