import type { HubSpotCall, HubSpotClient } from '../../../../server/crm/hubspot/client.ts';
import { refusalToError } from '../../../../server/crm/hubspot/errors.ts';
import { openPort } from '../../../../server/crm/hubspot/index.ts';
import type { CrmPort } from '../../../../server/crm/port.ts';
import type { RecordKind } from '../../../../server/crm/records.ts';
import type { HubSpotRecord, ObjectName } from '../../../simulators/hubspot/hubspot-record.ts';
import { Portal } from '../../../simulators/hubspot/portal/portal.ts';
import { NO_LIMITS } from '../../../simulators/hubspot/rate-limits.ts';
import type { Call } from '../../../simulators/hubspot/serve/call.ts';
import { findRoute } from '../../../simulators/hubspot/serve/route.ts';
import { A_PERSON, type Change } from '../../../simulators/hubspot/webhooks/change.ts';
import { EMPTY_ACCOUNT } from '../../../support/hubspot/open-hubspot.ts';
import { keyOf } from './memory-store.ts';
import { World, type Act, type Said, type Weather } from './world.ts';

export interface HubSpotWeather extends Weather {
  readonly idOrder: 'numeric' | 'text';
}

const TYPES = ['contacts', 'deals', 'emails'] as const;
type Simulated = (typeof TYPES)[number];
const KINDS: Readonly<Record<Simulated, RecordKind>> = {
  contacts: 'contact',
  deals: 'deal',
  emails: 'email',
};

const HOUR_MS = 3_600_000;

export class HubSpotWorld extends World {
  readonly #portal: Portal;
  readonly #page: number;
  #lastId = 90;

  constructor(weather: HubSpotWeather) {
    super(weather);
    this.#page = weather.page;
    this.#portal = new Portal(
      {
        ...EMPTY_ACCOUNT,
        accountId: '4242',
        limits: NO_LIMITS,
        clock: () => this.now(),
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

  port(): CrmPort {
    const no = () => Promise.resolve(false);
    const client: HubSpotClient = {
      call: (call) => this.travel(call.path, () => this.#answer(call)),
      reserve: (_calls, work) => work(),
    };
    return openPort({ client, wantsTranscripts: no, wantsResponses: no });
  }

  living(): ReadonlyMap<string, Said> {
    return new Map(
      TYPES.flatMap((type) =>
        this.#live(type).map((record) => {
          const { id, updatedAt } = record;
          return [keyOf({ kind: KINDS[type], id }), { updatedAt, words: wordsOf(record) }] as const;
        }),
      ),
    );
  }

  protected act(act: Act): void {
    const type = this.random.pick(TYPES);
    const acts: Readonly<Record<Act, () => void>> = {
      edit: () => {
        this.#edit(type);
      },
      create: () => {
        this.#create(type);
      },
      delete: () => {
        const record = this.#any(type);
        if (record !== null) this.#portal.account.archive(type, record.id);
      },
      restore: () => {
        const [record] = [...this.#portal.account.store.listAfter(type, null, true)];
        if (record !== undefined) this.#portal.account.restore(type, record.id);
      },
      merge: () => {
        const [winner, loser] = [this.#any('contacts'), this.#any('contacts')];
        if (winner !== null && loser !== null)
          this.#portal.account.merge('contacts', winner.id, loser.id);
      },
      edit_many: () => {
        this.#editMany(type);
      },
    };
    acts[act]();
  }

  #answer(call: HubSpotCall): unknown {
    const route = { method: call.method, path: call.path };
    const match = findRoute(route);
    if (match === null) throw new Error(`The stand-in has no ${call.method} ${call.path}.`);
    const install = { accountId: '4242', refreshToken: '', scopes: [], userId: 1 };
    const scene = {
      ...{ portal: this.#portal, install, now: this.now(), source: A_PERSON },
      uninstall: () => undefined,
    };
    const question = { ...route, ...inShortPages(call, this.#page) };
    const { status, body } = match.route.serve(scene, question, match.parts);
    const name = `${call.method} ${call.path}`;
    const text = JSON.stringify(body);
    if (status >= 300) throw refusalToError({ status, body: text, retryAfter: null, call: name });
    return JSON.parse(text) as unknown;
  }

  /** Mostly a few seconds, often enough minutes (research/sync.md §1.5), never beyond the five that we wait. */
  #searchLagMs(): number {
    return this.random.chance(0.1) ? this.random.int(0, 280_000) : this.random.int(0, 8_000);
  }

  #populate(size: number): void {
    for (let count = 0; count < size; count += 1) {
      this.wait(this.random.int(0, 5_000));
      for (const type of TYPES) this.#create(type);
    }
    this.wait(HOUR_MS);
  }

  #live(type: ObjectName): readonly HubSpotRecord[] {
    return [...this.#portal.account.store.listAfter(type, null, false)];
  }

  #any(type: Simulated): HubSpotRecord | null {
    const all = this.#live(type);
    return all.length === 0 ? null : (all[this.random.int(0, all.length - 1)] ?? null);
  }

  #create(type: Simulated): void {
    const contact = this.#any('contacts');
    const associations =
      type === 'emails' && contact !== null ? { contacts: [contact.id] } : undefined;
    this.#portal.put({
      ...{ type, id: this.#newId(), properties: PROPERTIES[type](this.nowMs) },
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
    const properties = PROPERTIES[type as Simulated](this.nowMs);
    this.#portal.put({ type, id, properties, associations, ...(at === undefined ? {} : { at }) });
  }

  /** As an import or a workflow does it: all in one millisecond. */
  #editMany(type: Simulated): void {
    const at = this.now();
    for (const record of this.#live(type)) this.#change(record, at);
  }

  /** A webhook, unless it is lost; some come twice. */
  #deliver({ type, id, what }: Change): void {
    // Of the portal's types only the simulated ones have a kind here.
    const kind = (KINDS as Readonly<Partial<Record<ObjectName, RecordKind>>>)[type];
    if (this.store === null || kind === undefined || this.random.chance(0.3)) return;
    const times = this.random.chance(0.1) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      if (what === 'deletion') this.store.obeyDeletion({ kind, id });
      else if (what === 'restore') this.store.obeyRestore({ kind, id });
      else void this.store.markDirty('tenant', [{ kind, id }]);
    }
  }
}

function wordsOf({ properties }: HubSpotRecord): string | null {
  const { firstname, lastname, dealname, hs_timestamp: at } = properties;
  return firstname == null ? (dealname ?? at ?? null) : `${firstname} ${lastname ?? ''}`;
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
