import { sql } from 'kysely';
import type { TenantId } from '../../../shared/ids.ts';
import type { CredentialCipher } from './credential-cipher.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';

/** What the vendor's adapter needs to call the CRM, as it likes it; encrypted before it reaches the database. */
export type Credentials = Readonly<Record<string, unknown>>;

export interface StoredConnection {
  readonly credentials: Credentials;
  /** Moves by one with every saving. */
  readonly tokenVersion: number;
  readonly state: 'active' | 'paused';
}

export interface ConnectionStore {
  /** After an install or a reconnect: replaces what was there and makes the connection active. */
  connect(tenantId: TenantId, credentials: Credentials): Promise<void>;
  load(tenantId: TenantId): Promise<StoredConnection | null>;
  /** After a token refresh. False: someone else saved since `version` was read; load theirs. */
  saveRefreshed(tenantId: TenantId, version: number, credentials: Credentials): Promise<boolean>;
  /** True for one caller at a time and 30 seconds: only that one may refresh the token. */
  leaseRefresh(tenantId: TenantId): Promise<boolean>;
  /** Until a person reconnects it. */
  pause(tenantId: TenantId): Promise<void>;
}

export interface ConnectionStoreParts {
  readonly inTenant: UnitOfWork;
  readonly cipher: CredentialCipher;
}

export function createConnectionStore({ inTenant, cipher }: ConnectionStoreParts): ConnectionStore {
  const seal = (tenantId: TenantId, credentials: Credentials) =>
    cipher.seal(JSON.stringify(credentials), tenantId);
  return {
    connect: (tenantId, credentials) =>
      inTenant(tenantId, (scope) => upsert(scope, seal(tenantId, credentials))),
    load: (tenantId) => inTenant(tenantId, (scope) => load(scope, cipher)),
    saveRefreshed: (tenantId, version, credentials) =>
      inTenant(tenantId, (scope) => saveAt(scope, version, seal(tenantId, credentials))),
    leaseRefresh: (tenantId) => inTenant(tenantId, leaseRefresh),
    pause: (tenantId) => inTenant(tenantId, pause),
  };
}

type Sealed = ReturnType<CredentialCipher['seal']>;

async function upsert({ tenantId, trx }: TenantScope, sealed: Sealed): Promise<void> {
  await trx
    .insertInto('connection')
    .values({ tenantId, ...sealed })
    .onConflict((conflict) =>
      conflict.column('tenantId').doUpdateSet({
        ...sealed,
        state: 'active',
        tokenVersion: sql`connection.token_version + 1`,
        refreshLeaseUntil: null,
      }),
    )
    .execute();
}

async function load(
  { tenantId, trx }: TenantScope,
  cipher: CredentialCipher,
): Promise<StoredConnection | null> {
  const row = await trx
    .selectFrom('connection')
    .select(['keyId', 'ciphertext', 'tokenVersion', 'state'])
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) return null;
  // Only `seal` above writes the column, and GCM vouches for it.
  const credentials = JSON.parse(cipher.open(row, tenantId)) as Credentials;
  return { credentials, tokenVersion: row.tokenVersion, state: row.state };
}

async function saveAt(
  { tenantId, trx }: TenantScope,
  version: number,
  sealed: Sealed,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connection')
    .set({ ...sealed, tokenVersion: version + 1, refreshLeaseUntil: null })
    .where('tenantId', '=', tenantId)
    .where('tokenVersion', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function leaseRefresh({ tenantId, trx }: TenantScope): Promise<boolean> {
  const { rows } = await sql`
    update connection set refresh_lease_until = clock_timestamp() + interval '30 seconds'
    where tenant_id = ${tenantId}
      and coalesce(refresh_lease_until < clock_timestamp(), true)
    returning 1
  `.execute(trx);
  return rows.length === 1;
}

async function pause({ tenantId, trx }: TenantScope): Promise<void> {
  await trx
    .updateTable('connection')
    .set({ state: 'paused' })
    .where('tenantId', '=', tenantId)
    .execute();
}
