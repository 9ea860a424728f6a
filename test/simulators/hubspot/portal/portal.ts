import { Account } from '../hubspot-account.ts';
import type { Edit } from '../hubspot-account.ts';
import type {
  HubSpotAccount,
  HubSpotForm,
  HubSpotRecord,
  HubSpotThread,
  HubSpotUser,
  ObjectName,
} from '../hubspot-record.ts';
import { RateLimits } from '../rate-limits.ts';
import type { Limits } from '../rate-limits.ts';
import type { Change } from '../webhooks/change.ts';
import { PropertyCatalog } from './property-catalog.ts';
import type { IdOrder } from './record-shelf.ts';
import { UniqueIndex } from './unique-index.ts';

/** A rule that an admin made: a property that every record needs, or one record that may not be changed. */
export interface PortalRule {
  readonly type: ObjectName;
  readonly requires?: string;
  readonly refusesId?: string;
  readonly message?: string;
}

export interface PortalSettings extends HubSpotAccount {
  readonly clock: () => Date;
  readonly accountId: string;
  readonly limits: Limits;
  readonly idOrder?: IdOrder;
  readonly searchLagMs?: (record: HubSpotRecord) => number;
}

/** One HubSpot account as it stands: records, properties, users, rules and what is left of its limits. */
export class Portal {
  readonly accountId: string;
  readonly timeZone: string;
  readonly account: Account;
  readonly catalog = new PropertyCatalog();
  readonly limits: RateLimits;
  readonly users: Map<string, HubSpotUser>;
  readonly threads: Map<string, HubSpotThread>;
  readonly forms: Map<string, HubSpotForm>;
  rules: readonly PortalRule[] = [];
  readonly #unique = new Map<string, UniqueIndex>();
  readonly #days: Intl.DateTimeFormat;

  constructor(settings: PortalSettings, onChange: (change: Change) => void) {
    const { clock, idOrder = 'numeric', searchLagMs = () => 0 } = settings;
    this.accountId = settings.accountId;
    this.timeZone = settings.timeZone ?? 'UTC';
    this.limits = new RateLimits(settings.limits);
    this.#days = new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone, dateStyle: 'short' });
    const users = settings.users ?? settings.owners.map(userOf);
    this.threads = new Map((settings.threads ?? []).map((thread) => [thread.id, thread]));
    this.forms = new Map((settings.forms ?? []).map((form) => [form.id, form]));
    this.users = new Map(users.map((user) => [user.id, user]));
    this.account = new Account(withNamesLearnt(settings, this.catalog), {
      ...{ clock, idOrder, searchLagMs, onChange },
    });
  }

  /** As a person in HubSpot does it, who may have made a new property first. */
  put(edit: Edit): HubSpotRecord {
    this.catalog.learn(edit);
    return this.account.put(edit);
  }

  /** The day in the account's own zone, whose change is its midnight. */
  dayOf(now: Date): string {
    return this.#days.format(now);
  }

  findUnique(type: ObjectName, property: string, value: string): string | null {
    const key = `${type} ${property}`;
    const index = this.#unique.get(key) ?? new UniqueIndex(this.account.store, type, property);
    this.#unique.set(key, index);
    return index.find(value);
  }
}

function withNamesLearnt(content: HubSpotAccount, catalog: PropertyCatalog): HubSpotAccount {
  for (const source of content.sources ?? [])
    if (source.count > 0) catalog.learn(source.recordAt(0));
  return { ...content, records: learning(content.records, catalog) };
}

function* learning(
  records: Iterable<HubSpotRecord>,
  catalog: PropertyCatalog,
): Iterable<HubSpotRecord> {
  for (const record of records) {
    catalog.learn(record);
    yield record;
  }
}

function userOf(owner: HubSpotAccount['owners'][number]): HubSpotUser {
  const team = owner.teams.find(({ primary }) => primary);
  return {
    id: String(owner.userId),
    email: owner.email,
    roleIds: [],
    ...(team === undefined ? {} : { primaryTeamId: team.id }),
    superAdmin: false,
  };
}
