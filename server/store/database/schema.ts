import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { ConnectionReason, ConnectionState } from '../../../shared/vocabulary.ts';
import type { UnitPhase } from '../../sync/port.ts';

/**
 * The tables that the typed query builder reaches; columns as in migrations/, in camel case. The wide tables of CRM
 * records and readings are written and read by whole statements in apply-page/ and deal-file/.
 */
export interface Database {
  readonly tenant: TenantTable;
  readonly connection: ConnectionTable;
  readonly tenantDirectory: TenantDirectoryTable;
  readonly dueWork: DueWorkTable;
  readonly night: NightTable;
  readonly syncUnit: SyncUnitTable;
  readonly receipt: ReceiptTable;
  readonly dirtyRecord: DirtyRecordTable;
  readonly verdict: VerdictTable;
}

interface TenantTable {
  readonly tenantId: string;
  readonly vendor: string;
  readonly accountId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly ownDomains: readonly string[] | null;
  readonly readerVersion: string | null;
  readonly callShare: number | null;
}

interface ConnectionTable {
  readonly tenantId: string;
  readonly connectionId: string;
  readonly keyId: string | null;
  readonly ciphertext: Buffer | null;
  readonly tokenVersion: Generated<number>;
  readonly refreshLeaseUntil: Instant | null;
  readonly endedVersion: number | null;
  readonly state: Generated<ConnectionState>;
  readonly stateSince: Generated<Instant>;
  readonly stateReason: ConnectionReason | null;
  readonly installedBy: string | null;
  readonly grantedScopes: Generated<readonly string[]>;
  readonly reconciledAt: Instant | null;
}

interface TenantDirectoryTable {
  readonly vendor: string;
  readonly accountId: string;
  readonly tenantId: string;
}

interface DueWorkTable {
  readonly workId: string;
  readonly tenantId: string;
  readonly kind: string;
  readonly dueAt: Instant;
  readonly attempts: Generated<number>;
  readonly leaseId: string | null;
  readonly leaseUntil: Instant | null;
  readonly servedAt: Instant | null;
}

interface NightTable {
  readonly tenantId: string;
  readonly id: string;
  readonly phase: 'reading' | 'building' | 'finished';
  readonly records: Generated<number>;
  readonly activities: Generated<number>;
  readonly readings: Generated<number>;
  readonly cards: Generated<number>;
  readonly apiCalls: number | null;
  readonly callsBefore: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: 'complete' | 'partial' | 'reconnect_needed' | null;
}

interface SyncUnitTable {
  readonly tenantId: string;
  readonly workId: string;
  readonly nightId: string;
  readonly kind: string;
  readonly phase: Generated<UnitPhase>;
  readonly complete: Generated<boolean>;
  readonly windowFrom: Instant | null;
  readonly windowTo: Instant;
  readonly cursor: string | null;
  readonly generation: Generated<number>;
  readonly done: Generated<boolean>;
}

interface ReceiptTable {
  readonly tenantId: string;
  readonly nightId: string | null;
  readonly kind: string;
  readonly recordId: string | null;
  readonly reason: string;
  readonly at: ColumnType<Instant, never, never>;
}

interface DirtyRecordTable {
  readonly tenantId: string;
  readonly kind: string;
  readonly id: string;
  readonly markedAt: Instant;
}

interface VerdictTable {
  readonly tenantId: string;
  readonly dealId: string | null;
  readonly personId: string;
  /** Null: the verdict is on an entry of a slot. */
  readonly driver: string | null;
  readonly slot: string | null;
  readonly entryId: string | null;
  readonly verdict: 'right' | 'not_right';
  readonly givenBy: string;
  readonly at: Instant;
}
