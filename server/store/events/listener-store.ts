import { randomUUID } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { TenantId } from '../../../shared/ids.ts';
import { asAppError } from '../database/database-error.ts';
import type { Database } from '../database/schema.ts';
import { type Holder, PRESENT_WORKERS } from '../presence.ts';

/** Which orgs want their change events heard, and which worker hears them. */
export interface ListenerStore {
  /** By the org's id in either of its lengths. False: no such org is connected here. */
  want(orgId: string, wanted: boolean): Promise<boolean>;
  /**
   * The accounts that are this process's to listen to for so long: those it has, and at most `more` that nobody listens
   * to. An account that is missing is no longer ours.
   */
  lease(lease: { readonly forMs: number; readonly more: number }): Promise<readonly TenantId[]>;
  /** For others at once. */
  letGo(): Promise<void>;
}

/** Salesforce's pages show ids by fifteen characters, its interfaces by eighteen; the last three repeat the others. */
const ID_LENGTH = 15;

/** Works as the role `attune_dispatcher`, as work does. */
export function createListenerStore(dispatcher: Kysely<Database>, holder: Holder): ListenerStore {
  const leaseId = randomUUID();
  const run = async <R>(statement: RawBuilder<R>): Promise<readonly R[]> => {
    try {
      return (await statement.execute(dispatcher)).rows;
    } catch (error) {
      throw asAppError(error);
    }
  };
  return {
    want: async (orgId, wanted) => {
      const rows = await run(sql`
        update tenant_directory set wants_events = ${wanted}
        where vendor = 'salesforce' and left(account_id, ${ID_LENGTH}) = left(${orgId}, ${ID_LENGTH})
        returning 1`);
      return rows.length > 0;
    },
    lease: async ({ forMs, more }) => {
      const rows = await run(lease({ leaseId, holder: holder(), forMs, more }));
      return rows.map(({ tenantId }) => tenantId);
    },
    letGo: async () => {
      await run(sql`
        update tenant_directory
        set events_lease_id = null, events_lease_until = null, events_holder = null
        where events_lease_id = ${leaseId}`);
    },
  };
}

interface Lease {
  readonly leaseId: string;
  readonly holder: number | null;
  readonly forMs: number;
  readonly more: number;
}

/** A lease of a worker that is seen to be dead is free at once, as in work (docs/decisions/0016). */
const isFree = sql`(coalesce(events_lease_until < clock_timestamp(), true)
  or events_holder is not null and events_holder <> all(${PRESENT_WORKERS}))`;

function lease({ leaseId, holder, forMs, more }: Lease) {
  const isOurs = sql`coalesce(events_lease_id = ${leaseId}, false)`;
  const wanted = sql`wants_events and connection_state = 'active'`;
  return sql<{ readonly tenantId: TenantId }>`
    update tenant_directory
    set events_lease_id = ${leaseId}, events_holder = ${holder},
      events_lease_until = clock_timestamp() + ${forMs}::float8 * interval '1 ms'
    where ${wanted} and ${isOurs} or tenant_id in (
      select tenant_id from tenant_directory where ${wanted} and not ${isOurs} and ${isFree}
      order by tenant_id limit ${more} for update skip locked)
    returning tenant_id`;
}
