import type { Install, Installs } from '../oauth/installs.ts';
import type { TokenDesk } from '../oauth/token-desk.ts';
import type { LedgerMark, LedgerPolicy } from '../ledger.ts';
import type { Portal } from '../portal/portal.ts';
import { invalid, missingScopes as scopeRefusal, refuse, tooMany } from '../serve/answer.ts';
import type { Answer } from '../serve/answer.ts';
import type { Call, Scene } from '../serve/call.ts';
import { findRoute } from '../serve/route.ts';
import type { Match } from '../serve/route.ts';
import type { Incoming } from './exchange.ts';
import { missingScopes } from './scopes.ts';

/** `hubspot-api-client-nodejs; 14.0.1`: @hubspot/api-client 14.0.1, ApiClientConfigurator.getUserAgent. */
const OFFICIAL_CLIENT = /^hubspot-api-client-nodejs; \d+\.\d+\.\d+/;
/** `/crm/v3/…`, `/oauth/v1/…`: retired or about to be (research/hubspot.md §0.2, §0.3). */
const UNDATED = /^\/[a-z-]+(\/[a-z-]+)*\/v\d(\/|$)/;
/**
 * What has no dated path but a beta's: forms, and their submissions, which have none at all (developers.hubspot.com/docs/
 * api-reference/2026-09-beta/marketing/forms/guide and …/legacy/migration-guide; read 2026-11-22).
 */
const WITHOUT_DATE = /^\/(marketing\/v3\/forms|form-integrations\/v1\/submissions)(\/|$)/;

export interface GateParts {
  readonly portals: ReadonlyMap<string, Portal>;
  readonly installs: Installs;
  readonly desk: TokenDesk;
  readonly appId: string;
  readonly clock: () => Date;
  /** What the rolling limits run on, in milliseconds. */
  readonly rollingMs: () => number;
}

export interface Judged {
  readonly answer: Answer;
  readonly accountId: string | null;
  readonly mark: LedgerMark | null;
}

/** Who may pass, how often, and what they get. */
export class Gate {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  judge(incoming: Incoming): Judged {
    const { path, header } = incoming;
    // The real one does not ask for it; our rule is that every call goes through the official client.
    if (!OFFICIAL_CLIENT.test(header('user-agent') ?? '')) {
      const answer = invalid('The stand-in takes calls of @hubspot/api-client only.');
      return { answer, accountId: null, mark: 'foreign_client' };
    }
    if (UNDATED.test(path) && !WITHOUT_DATE.test(path))
      return { answer: unknownPath(), accountId: null, mark: 'undated_path' };
    if (path.startsWith('/oauth/2026-09/token')) return unmarked(this.#askDesk(incoming), null);
    const known = this.#parts.desk.check(header('authorization'));
    if ('status' in known) return unmarked(known, null);
    return unmarked(this.#asInstalled(known, incoming), known.accountId);
  }

  #askDesk({ method, path, rawBody, header }: Incoming): Answer {
    if (method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'Only POST is allowed.');
    return this.#parts.desk.answer(path, header('content-type'), rawBody);
  }

  #asInstalled(install: Install, incoming: Incoming): Answer {
    const match = findRoute(incoming);
    const portal = this.#parts.portals.get(install.accountId);
    if (match === null || portal === undefined) return unknownPath();
    const now = this.#parts.clock();
    if (!portal.limits.takeDaily(portal.dayOf(now))) return tooMany('DAILY');
    return this.#withinLimits({ install, portal, now }, match, incoming);
  }

  #withinLimits(visit: Visit, match: Match, incoming: Incoming): Answer {
    const { limits } = visit.portal;
    if (match.route.budget === 'none') return this.#serve(visit, match, incoming);
    const policy = match.route.budget === 'search' ? 'search_secondly' : 'ten_secondly';
    const left = limits.take(policy, this.#parts.rollingMs());
    // Search tells nothing of its limits (recorded, research/sync.md §2).
    if (policy === 'search_secondly') {
      return left < 0 ? tooMany('SECONDLY') : this.#serve(visit, match, incoming);
    }
    const answer = left < 0 ? tooMany('TEN_SECONDLY_ROLLING') : this.#serve(visit, match, incoming);
    return { ...answer, headers: { ...answer.headers, ...limitHeaders(limits.max(policy), left) } };
  }

  #serve({ install, portal, now }: Visit, { route, parts }: Match, incoming: Incoming): Answer {
    const missing = missingScopes(route.scopes(parts), install.scopes);
    if (missing.length > 0) return scopeRefusal(missing);
    const refusal = refusalOfBody(incoming);
    if (refusal !== null) return refusal;
    const { appId, installs } = this.#parts;
    const scene: Scene = {
      ...{ portal, install, now },
      source: { changeSource: 'INTEGRATION', sourceId: appId },
      uninstall: () => {
        installs.remove(install.accountId);
      },
    };
    return route.serve(scene, incoming, parts);
  }
}

interface Visit {
  readonly install: Install;
  readonly portal: Portal;
  readonly now: Date;
}

/** Which budget a call draws on, and whether that rolls at all. */
export function policyOf({ method, path }: Pick<Call, 'method' | 'path'>): {
  readonly policy: LedgerPolicy;
  readonly exempt: boolean;
} {
  if (path.startsWith('/oauth/')) return { policy: 'oauth', exempt: true };
  const budget = findRoute({ method, path })?.route.budget;
  const policy = budget === 'search' ? 'search_secondly' : 'ten_secondly';
  return { policy, exempt: budget === 'none' };
}

function unmarked(answer: Answer, accountId: string | null): Judged {
  return { answer, accountId, mark: null };
}

function unknownPath(): Answer {
  return refuse(404, 'OBJECT_NOT_FOUND', 'Unable to infer object type from the path.');
}

/** Recorded: 110 in 10,000 ms for an OAuth app (research/sync.md §2); that a 429 carries them too is assumed. */
function limitHeaders(max: number, left: number): Record<string, string> {
  return {
    'x-hubspot-ratelimit-max': String(max),
    'x-hubspot-ratelimit-remaining': String(Math.max(0, left)),
    'x-hubspot-ratelimit-interval-milliseconds': '10000',
  };
}

/** 415 for another content type is assumed. */
function refusalOfBody({ method, rawBody, body, header }: Incoming): Answer | null {
  if (!['POST', 'PATCH'].includes(method)) return null;
  if (rawBody !== '' && !(header('content-type') ?? '').startsWith('application/json')) {
    return refuse(415, 'VALIDATION_ERROR', 'Only application/json is accepted.');
  }
  return body === undefined ? invalid('Invalid input JSON') : null;
}
