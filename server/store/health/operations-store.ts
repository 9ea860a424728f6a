import { type Kysely, sql } from 'kysely';
import type { ConnectionState } from '../../../shared/vocabulary.ts';
import { asAppError } from '../database/database-error.ts';
import type { Database } from '../database/schema.ts';

/** All tenants at once, as numbers: for whoever runs Attune. */
export interface OperationFigures {
  readonly tenants: Readonly<Record<ConnectionState, number>>;
  /** Tenants whose last night ended in the last 24 hours as *partial*. */
  readonly partialNights: number;
  /** Seconds that the oldest due work has waited for a worker; 0: none waits. */
  readonly oldestDueSeconds: number;
  /** The same of notices that webhooks brought. */
  readonly inboxLagSeconds: number;
}

export interface OperationsStore {
  /** Throws AppError `database_unavailable`. */
  loadFigures(): Promise<OperationFigures>;
}

interface Row {
  readonly active: number;
  readonly reconnectNeeded: number;
  readonly disconnected: number;
  readonly partialNights: number;
  readonly oldestDueSeconds: number;
  readonly inboxLagSeconds: number;
}

/** Works as the role `attune_dispatcher`, which sees states and times and no tenant's rows. */
export function createOperationsStore(dispatcher: Kysely<Database>): OperationsStore {
  return {
    async loadFigures() {
      const [row] = await load(dispatcher);
      const { active = 0, reconnectNeeded = 0, disconnected = 0, ...rest } = row ?? {};
      return {
        tenants: { active, reconnect_needed: reconnectNeeded, disconnected },
        ...{ partialNights: 0, oldestDueSeconds: 0, inboxLagSeconds: 0, ...rest },
      };
    },
  };
}

async function load(dispatcher: Kysely<Database>): Promise<readonly Row[]> {
  const waited = sql`coalesce(greatest(0, extract(epoch from clock_timestamp() - min(due_at))), 0)::float8`;
  try {
    const { rows } = await sql<Row>`
      select * from (
        select count(*) filter (where connection_state = 'active')::int as active,
          count(*) filter (where connection_state = 'reconnect_needed')::int as reconnect_needed,
          count(*) filter (where connection_state = 'disconnected')::int as disconnected,
          count(*) filter (where night_outcome = 'partial'
            and night_finished_at > clock_timestamp() - interval '24 hours')::int as partial_nights
        from tenant_directory
      ) as tenants, (
        select ${waited} as oldest_due_seconds from due_work
        where due_at <= clock_timestamp() and coalesce(lease_until, '-infinity') <= clock_timestamp()
      ) as due, (
        select ${waited} as inbox_lag_seconds from due_work
        where kind = 'settle_inbox' and due_at <= clock_timestamp()
      ) as inbox
    `.execute(dispatcher);
    return rows;
  } catch (error) {
    throw asAppError(error);
  }
}
