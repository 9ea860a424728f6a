import { AppError, type ErrorCode, type Recovery } from '../../../../shared/errors.ts';
import type { HubSpotCall, HubSpotClient } from '../../../../server/crm/hubspot/client.ts';
import { refusalToError } from '../../../../server/crm/hubspot/errors.ts';
import type { RecordKind } from '../../../../server/crm/records.ts';
import type { HubSpotRecord, ObjectName } from '../../../simulators/hubspot/hubspot-record.ts';
import { Portal } from '../../../simulators/hubspot/portal/portal.ts';
import { NO_LIMITS } from '../../../simulators/hubspot/rate-limits.ts';
import { SeededRandom } from '../../../simulators/hubspot/seeded-random.ts';
import type { Call } from '../../../simulators/hubspot/serve/call.ts';
import { findRoute } from '../../../simulators/hubspot/serve/route.ts';
import { A_PERSON, type Change } from '../../../simulators/hubspot/webhooks/change.ts';
import { EMPTY_ACCOUNT } from '../../../support/hubspot/open-hubspot.ts';
import type { MemoryStore } from './memory-store.ts';

/** Thrown where a process would have died: nothing after it happens. */
export class Crash extends Error {}

export interface Weather {
  readonly seed: number;
  /** Records of each type at the start. */
  readonly size: number;
  readonly idOrder: 'numeric' | 'text';
  /** The most records that a page holds, whatever was asked: short pages make long walks. */
  readonly page: number;
  /** Whether people edit, and things break, at every await. */
  readonly rough: boolean;
}

export const KIND_OF: Readonly<Partial<Record<ObjectName, RecordKind>>> = {
  contacts: 'contact',
  deals: 'deal',
  emails: 'email',
};
const TYPES = ['contacts', 'deals', 'emails'] as const;
type Simulated = (typeof TYPES)[number];

const START_MS = Date.parse('2026-11-20T01:00:00.000Z');
const HOUR_MS = 3_600_000;

/** A portal that people work in while it is read, over a way to it that breaks, on a clock that only calls move. */
export class World {
  readonly portal: Portal;
  readonly random: SeededRandom;
  rough: boolean;
  readonly #page: number;
  #nowMs = START_MS;
  #lastId = 90;
  #store: MemoryStore | null = null;

  constructor(weather: Weather) {
    this.random = new SeededRandom(weather.seed);
    this.#page = weather.page;
    this.rough = false;
    this.portal = new Portal(
      {
        ...EMPTY_ACCOUNT,
        accountId: '4242',
        limits: NO_LIMITS,
        clock: () => new Date(this.#nowMs),
        idOrder: weather.idOrder,
        searchLagMs: () => this.#searchLagMs(),
      },
      (change) => {
        this.#deliver(change);
      },
    );
    this.#populate(weather.size);
    this.rough = weather.rough;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  tell(store: MemoryStore): void {
    this.#store = store;
  }

  rest(hours: number): void {
    this.#nowMs += hours * HOUR_MS;
  }

  wait(milliseconds: number): void {
    this.#nowMs += milliseconds;
  }

  /** The minutes before a night, in which search still lags behind what people do. */
  bustle(): void {
    for (let act = 0; act < 12; act += 1) {
      this.#nowMs += this.random.int(0, 20_000);
      this.#someoneActs();
    }
  }

  live(type: ObjectName): readonly HubSpotRecord[] {
    return [...this.portal.account.store.listAfter(type, null, false)];
  }

  /** The way to HubSpot: each call takes time, meets edits, and may break before or after it was answered. */
  client(): HubSpotClient {
    return {
      call: async (call) => {
        await this.pass();
        this.#mayBreak(call);
        const answer = this.#answer(call);
        await this.pass();
        this.#mayBreak(call);
        return answer;
      },
      reserve: (_calls, work) => work(),
    };
  }

  /** A moment at which anything may happen. */
  async pass(): Promise<void> {
    await Promise.resolve();
    this.#nowMs += 20 + this.random.int(0, 300);
    if (!this.rough) return;
    if (this.random.chance(0.1)) this.#someoneActs();
    if (this.random.chance(0.006)) throw new Crash();
  }

  #answer(call: HubSpotCall): unknown {
    const route = { method: call.method, path: call.path };
    const match = findRoute(route);
    if (match === null) throw new Error(`The stand-in has no ${call.method} ${call.path}.`);
    const install = { accountId: '4242', refreshToken: '', scopes: [], userId: 1 };
    const scene = {
      ...{ portal: this.portal, install, now: new Date(this.#nowMs), source: A_PERSON },
      uninstall: () => undefined,
    };
    const question = { ...route, ...inShortPages(call, this.#page) };
    const { status, body } = match.route.serve(scene, question, match.parts);
    const name = `${call.method} ${call.path}`;
    const text = JSON.stringify(body);
    if (status >= 300) throw refusalToError({ status, body: text, retryAfter: null, call: name });
    return JSON.parse(text) as unknown;
  }

  #mayBreak({ path }: HubSpotCall): void {
    if (!this.rough || !this.random.chance(0.01)) return;
    const { code, recovery } = this.random.pick(BREAKS);
    throw new AppError(code, `The way to ${path} broke.`, { recovery, retryAfterMs: 1_000 });
  }

  /** Mostly a few seconds, often enough minutes (research/sync.md §1.5), never beyond the five that we wait. */
  #searchLagMs(): number {
    return this.random.chance(0.1) ? this.random.int(0, 280_000) : this.random.int(0, 8_000);
  }

  #populate(size: number): void {
    for (let count = 0; count < size; count += 1) {
      this.#nowMs += this.random.int(0, 5_000);
      for (const type of TYPES) this.#create(type);
    }
    this.#nowMs += HOUR_MS;
  }

  #someoneActs(): void {
    const type = this.random.pick(TYPES);
    const act = this.random.int(1, 100);
    if (act <= 56) this.#edit(type);
    else if (act <= 68) this.#create(type);
    else if (act <= 82) this.#delete(type);
    else if (act <= 90) this.#restore(type);
    else if (act <= 97) this.#merge();
    else this.#editMany(type);
  }

  #any(type: Simulated): HubSpotRecord | null {
    const all = this.live(type);
    return all.length === 0 ? null : (all[this.random.int(0, all.length - 1)] ?? null);
  }

  #create(type: Simulated): void {
    const contact = this.#any('contacts');
    const associations =
      type === 'emails' && contact !== null ? { contacts: [contact.id] } : undefined;
    this.portal.put({
      ...{ type, id: this.#newId(), properties: PROPERTIES[type](this.#nowMs) },
      ...(associations === undefined ? {} : { associations }),
    });
  }

  /** From 90 on, so that ids of several lengths meet: as text, "100" comes before "90". */
  #newId(): string {
    this.#lastId += this.random.int(1, 9);
    return String(this.#lastId);
  }

  #edit(type: Simulated): void {
    const record = this.#any(type);
    if (record !== null) this.#change(record);
  }

  #change(record: HubSpotRecord, at?: Date): void {
    const { type, id, associations = {} } = record;
    // Only the three types of TYPES are ever put into this portal.
    const properties = PROPERTIES[type as Simulated](this.#nowMs);
    this.portal.put({ type, id, properties, associations, ...(at === undefined ? {} : { at }) });
  }

  /** As an import or a workflow does it: all in one millisecond. */
  #editMany(type: Simulated): void {
    const at = new Date(this.#nowMs);
    for (const record of this.live(type)) this.#change(record, at);
  }

  #delete(type: Simulated): void {
    const record = this.#any(type);
    if (record !== null) this.portal.account.archive(type, record.id);
  }

  #restore(type: Simulated): void {
    const [record] = [...this.portal.account.store.listAfter(type, null, true)];
    if (record !== undefined) this.portal.account.restore(type, record.id);
  }

  #merge(): void {
    const [winner, loser] = [this.#any('contacts'), this.#any('contacts')];
    if (winner !== null && loser !== null)
      this.portal.account.merge('contacts', winner.id, loser.id);
  }

  /** A webhook, unless it is lost; some come twice. */
  #deliver({ type, id, what }: Change): void {
    const kind = KIND_OF[type];
    if (this.#store === null || kind === undefined || this.random.chance(0.3)) return;
    const times = this.random.chance(0.1) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      if (what === 'deletion') this.#store.obeyDeletion({ kind, id });
      else if (what === 'restore') this.#store.obeyRestore({ kind, id });
      else void this.#store.markDirty('tenant', [{ kind, id }]);
    }
  }
}

/** A page may be shorter than asked for and still have a next one. */
function inShortPages(
  { path, query, body }: HubSpotCall,
  most: number,
): Pick<Call, 'query' | 'body'> {
  const parameters = new URLSearchParams(query);
  if (parameters.has('limit'))
    parameters.set('limit', String(Math.min(most, Number(parameters.get('limit')))));
  const isSearch = path.endsWith('/search') && typeof body === 'object';
  return { query: parameters, body: isSearch ? { ...body, limit: most } : body };
}

/** A limit, an outage, a key that has just expired, half a body. */
const BREAKS: readonly [Break, ...Break[]] = [
  { code: 'crm_rate_limited', recovery: 'wait' },
  { code: 'crm_unavailable', recovery: 'retry' },
  { code: 'crm_unauthorized', recovery: 'retry' },
  { code: 'crm_unexpected_answer', recovery: 'retry' },
];

interface Break {
  readonly code: ErrorCode;
  readonly recovery: Recovery;
}

const PROPERTIES: Readonly<Record<Simulated, (nowMs: number) => Readonly<Record<string, string>>>> =
  {
    contacts: (nowMs) => ({ firstname: 'Dana', lastname: `At ${nowMs}` }),
    deals: (nowMs) => ({ dealname: `Deal at ${nowMs}`, pipeline: 'sales', dealstage: 'open' }),
    emails: (nowMs) => ({
      hs_timestamp: new Date(nowMs).toISOString(),
      hs_email_subject: `At ${nowMs}`,
      hs_email_text: 'We are still waiting.',
      hs_email_direction: 'INCOMING_EMAIL',
    }),
  };
