import { Readable } from 'node:stream';
import type { SalesforceCall, SalesforceClient } from '../../../../server/crm/salesforce/client.ts';
import { refusalToError } from '../../../../server/crm/salesforce/errors.ts';
import { openPort } from '../../../../server/crm/salesforce/index.ts';
import { API_PATH } from '../../../../server/crm/salesforce/objects.ts';
import type { CrmPort } from '../../../../server/crm/port.ts';
import type { RecordKind } from '../../../../server/crm/records.ts';
import { Org, type SalesforceRecord, type Value } from '../../../simulators/salesforce/org/org.ts';
import type { Answer } from '../../../simulators/salesforce/serve/answer.ts';
import { IngestJobs } from '../../../simulators/salesforce/serve/bulk/ingest-jobs.ts';
import { QueryJobs } from '../../../simulators/salesforce/serve/bulk/query-jobs.ts';
import type { Desk } from '../../../simulators/salesforce/serve/desk.ts';
import { OpenCursors } from '../../../simulators/salesforce/serve/open-cursor.ts';
import { serveApi } from '../../../simulators/salesforce/serve/serve-api.ts';
import { keyOf } from './memory-store.ts';
import { World, type Act, type Said, type Weather } from './world.ts';

const TYPES = ['Contact', 'Opportunity', 'EmailMessage'] as const;
type Simulated = (typeof TYPES)[number];
const KINDS: Readonly<Record<Simulated, RecordKind>> = {
  Contact: 'contact',
  Opportunity: 'deal',
  EmailMessage: 'email',
};

const HOUR_MS = 3_600_000;
/** A transaction may be committed minutes after the moment that its rows carry (research/salesforce.md §1.3). */
const LONGEST_COMMIT_MS = 280_000;

/** Whole seconds, so that many records share a moment; late commits; bins that are emptied; results that are forgotten. */
export class SalesforceWorld extends World {
  readonly #org: Org;
  readonly #desk: Desk;

  constructor(weather: Weather) {
    super(weather);
    this.#org = new Org({
      orgId: '00D000000000001AAA',
      clock: () => this.now(),
      commitLagMs: () => this.#commitLagMs(),
    });
    this.#desk = {
      ...{ org: this.#org, cursors: new OpenCursors(), hidden: new Set() },
      ...{ jobs: new QueryJobs(), ingest: new IngestJobs() },
      allowance: { used: 0, limit: Infinity },
      pageSize: weather.page,
    };
    this.#populate(weather.size);
    this.rough = weather.rough;
  }

  port(): CrmPort {
    const client: SalesforceClient = {
      call: (call) => this.travel(call.path, () => parsed(this.#answer(call))),
      stream: async (call, take) => {
        const { body, headers = {} } = await this.travel(call.path, () => this.#answer(call));
        return take(Readable.from([Buffer.from(String(body))]), (name) => headers[name] ?? null);
      },
      reserve: (_calls, work) => work(),
    };
    return openPort({ client, clock: () => this.now() });
  }

  living(): ReadonlyMap<string, Said> {
    return new Map(
      TYPES.flatMap((type) =>
        this.#live(type).map((record) => [
          keyOf({ kind: KINDS[type], id: record.Id }),
          {
            updatedAt: String(record['SystemModstamp']),
            words: String(record['Name'] ?? record['MessageDate']),
          },
        ]),
      ),
    );
  }

  protected act(act: Act): void {
    const type = this.random.pick(TYPES);
    const one = this.#any(type);
    const acts: Readonly<Record<Act, () => void>> = {
      edit: () => {
        if (one !== null) this.#org.put(type, { Id: one.Id, ...FIELDS[type](this.nowMs) });
      },
      create: () => {
        this.#create(type);
      },
      delete: () => {
        if (one !== null) this.#org.remove(type, one.Id, { hard: this.random.chance(0.3) });
      },
      restore: () => {
        this.#restore(type);
      },
      merge: () => {
        this.#merge();
      },
      edit_many: () => {
        for (const { Id } of this.#live(type))
          this.#org.put(type, { Id, ...FIELDS[type](this.nowMs) });
      },
    };
    acts[act]();
  }

  #answer({ method, path, query, body, csv }: SalesforceCall): Answer {
    if (this.rough && this.random.chance(0.3)) this.#desk.cursors.forgetAll();
    const incoming = {
      ...{ method, query: new URLSearchParams(query), header: () => undefined },
      path: path.startsWith('/services/') ? path : `${API_PATH}${path}`,
      rawBody: csv ?? JSON.stringify(body ?? null),
    };
    const answer = serveApi(this.#desk, incoming, null);
    if (answer.status < 300) return answer;
    throw refusalToError({
      ...{ status: answer.status, body: JSON.stringify(answer.body), retryAfter: null },
      call: `${method} ${path}`,
    });
  }

  #commitLagMs(): number {
    return this.rough && this.random.chance(0.1) ? this.random.int(0, LONGEST_COMMIT_MS) : 0;
  }

  #populate(size: number): void {
    for (let count = 0; count < size; count += 1) {
      this.wait(this.random.int(0, 5_000));
      for (const type of TYPES) this.#create(type);
    }
    this.wait(HOUR_MS);
  }

  #live(type: Simulated): readonly SalesforceRecord[] {
    return this.#org.rows(type, false);
  }

  #any(type: Simulated): SalesforceRecord | null {
    const all = this.#live(type);
    return all.length === 0 ? null : (all[this.random.int(0, all.length - 1)] ?? null);
  }

  #create(type: Simulated): void {
    const deal = type === 'EmailMessage' ? this.#any('Opportunity') : null;
    const link = deal === null ? {} : { RelatedToId: deal.Id };
    this.#org.put(type, { ...FIELDS[type](this.nowMs), ...link });
  }

  /** What was merged away does not come back. */
  #restore(type: Simulated): void {
    const gone = this.#org
      .rows(type, true)
      .find((row) => row['IsDeleted'] === true && row['MasterRecordId'] == null);
    if (gone !== undefined) this.#org.undelete(type, gone.Id);
  }

  #merge(): void {
    const [winner, loser] = [this.#any('Contact'), this.#any('Contact')];
    if (winner !== null && loser !== null && winner.Id !== loser.Id)
      this.#org.merge('Contact', winner.Id, [loser.Id]);
  }
}

function parsed({ body }: Answer): unknown {
  return body === undefined ? null : JSON.parse(JSON.stringify(body));
}

const FIELDS: Readonly<Record<Simulated, (nowMs: number) => Readonly<Record<string, Value>>>> = {
  Contact: (nowMs) => ({ FirstName: 'Dana', LastName: `At ${nowMs}` }),
  Opportunity: (nowMs) => ({ Name: `Deal at ${nowMs}`, StageName: 'Open' }),
  EmailMessage: (nowMs) => ({
    ...{ Subject: `At ${nowMs}`, TextBody: 'We are still waiting.', Incoming: true },
    MessageDate: new Date(nowMs).toISOString(),
  }),
};
