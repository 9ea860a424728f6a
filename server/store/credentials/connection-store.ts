import type { TenantId } from '../../../shared/ids.ts';
import type { ConnectionReason } from '../../../shared/vocabulary.ts';
import type { Holder } from '../presence.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import {
  disconnect,
  loadStatus,
  markReconnectNeeded,
  quotesHeldBack,
  type ConnectionStatus,
} from './connection-state.ts';
import type { CredentialCipher } from './credential-cipher.ts';
import { deferRefresh, leaseRefresh, type Renewal } from './refresh-lease.ts';
import {
  connect,
  load,
  saveRefreshed,
  type Credentials,
  type NewConnection,
  type StoredConnection,
} from './sealed-credentials.ts';

export interface ConnectionStore {
  /**
   * After an install or a reconnect: replaces what was there and makes the connection active. Where it was not active,
   * deletions may have been missed, and it counts as not reconciled.
   */
  connect(tenantId: TenantId, connection: NewConnection): Promise<void>;
  load(tenantId: TenantId): Promise<StoredConnection | null>;
  loadStatus(tenantId: TenantId): Promise<ConnectionStatus | null>;
  /** After a token refresh. False: someone else saved since `version` was read; load theirs. */
  saveRefreshed(tenantId: TenantId, version: number, credentials: Credentials): Promise<boolean>;
  /**
   * True for one caller at a time, for 45 seconds or until its process dies: only that one may refresh these
   * tokens.
   */
  leaseRefresh(tenantId: TenantId, renewal: Renewal): Promise<boolean>;
  /** After a refresh that failed and may succeed later: nobody tries again for so long. */
  deferRefresh(tenantId: TenantId, forMs: number): Promise<void>;
  /**
   * Until a person connects it again; only from active, so that the first reason stays. `version` given: only while the
   * tokens are still those, because a reconnect may have been faster. True when it changed anything.
   */
  markReconnectNeeded(
    tenantId: TenantId,
    reason: ConnectionReason,
    version?: number,
  ): Promise<boolean>;
  /** Wipes the credentials for good. */
  disconnect(tenantId: TenantId): Promise<void>;
  /**
   * True while nobody knows which of the stored words were deleted meanwhile: then no card shows a quote. It ends with
   * the first pass over the CRM's deletions that was begun after the reconnect and is through.
   */
  quotesHeldBack(tenantId: TenantId): Promise<boolean>;
}

export interface ConnectionStoreParts {
  readonly inTenant: UnitOfWork;
  readonly cipher: CredentialCipher;
  /** Missing where nobody attends: what is leased then ends with its time only. */
  readonly holder?: Holder;
}

export function createConnectionStore(parts: ConnectionStoreParts): ConnectionStore {
  const { inTenant, cipher, holder = () => null } = parts;
  return {
    connect: (tenantId, connection) =>
      inTenant(tenantId, (scope) => connect(scope, cipher, connection)),
    load: (tenantId) => inTenant(tenantId, (scope) => load(scope, cipher)),
    loadStatus: (tenantId) => inTenant(tenantId, loadStatus),
    saveRefreshed: (tenantId, version, credentials) =>
      inTenant(tenantId, (scope) => saveRefreshed(scope, cipher, { version, credentials })),
    leaseRefresh: (tenantId, renewal) =>
      inTenant(tenantId, (scope) => leaseRefresh(scope, renewal, holder)),
    deferRefresh: (tenantId, forMs) => inTenant(tenantId, (scope) => deferRefresh(scope, forMs)),
    markReconnectNeeded: (tenantId, reason, version) =>
      inTenant(tenantId, (scope) => markReconnectNeeded(scope, reason, version ?? null)),
    disconnect: (tenantId) => inTenant(tenantId, disconnect),
    quotesHeldBack: (tenantId) => inTenant(tenantId, quotesHeldBack),
  };
}
