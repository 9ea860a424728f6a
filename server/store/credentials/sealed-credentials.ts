import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { ConnectionState } from '../../../shared/vocabulary.ts';
import type { TenantScope } from '../unit-of-work.ts';
import type { CredentialCipher, Sealed } from './credential-cipher.ts';

/** What the vendor's adapter needs to call the CRM, as it likes it; encrypted before it reaches the database. */
export type Credentials = Readonly<Record<string, unknown>>;

export interface StoredConnection {
  /** Null once wiped. */
  readonly credentials: Credentials | null;
  /** Moves by one with every saving. */
  readonly tokenVersion: number;
  readonly state: ConnectionState;
  /** The CRM called these tokens expired, whatever their own time says. */
  readonly ended: boolean;
}

/** After an install or a reconnect. */
export interface NewConnection {
  readonly credentials: Credentials;
  readonly installedBy: string | null;
  readonly grantedScopes: readonly string[];
  readonly at: Instant;
}

/** What a seal is bound to: a row copied to another tenant, or kept over a reconnect, does not open. */
function ownerOf(tenantId: TenantId, connectionId: string): string {
  return `${tenantId} ${connectionId}`;
}

function seal(
  cipher: CredentialCipher,
  owner: string,
  credentials: Credentials,
): Pick<Sealed, 'keyId' | 'ciphertext'> {
  return cipher.seal(JSON.stringify(credentials), owner);
}

export async function connect(
  { tenantId, trx }: TenantScope,
  cipher: CredentialCipher,
  { credentials, installedBy, grantedScopes, at }: NewConnection,
): Promise<void> {
  const connectionId = randomUUID();
  const { keyId, ciphertext } = seal(cipher, ownerOf(tenantId, connectionId), credentials);
  await sql`
    insert into connection as kept
      (tenant_id, connection_id, key_id, ciphertext, installed_by, granted_scopes, state_since,
       reconciled_at)
    values (${tenantId}, ${connectionId}, ${keyId}, ${ciphertext}, ${installedBy},
      ${grantedScopes}, ${at}, ${at})
    on conflict (tenant_id) do update
    set connection_id = excluded.connection_id, key_id = excluded.key_id,
      ciphertext = excluded.ciphertext, installed_by = excluded.installed_by,
      granted_scopes = excluded.granted_scopes, token_version = kept.token_version + 1,
      refresh_lease_until = null, state = 'active', state_reason = null,
      state_since = case when kept.state = 'active' then kept.state_since else excluded.state_since end,
      reconciled_at = case when kept.state = 'active' then kept.reconciled_at end
  `.execute(trx);
}

export async function load(
  { tenantId, trx }: TenantScope,
  cipher: CredentialCipher,
): Promise<StoredConnection | null> {
  const row = await trx
    .selectFrom('connection')
    .select(['connectionId', 'keyId', 'ciphertext', 'tokenVersion', 'endedVersion', 'state'])
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { connectionId, keyId, ciphertext, endedVersion, ...known } = row;
  const about = { ...known, ended: endedVersion === row.tokenVersion };
  if (keyId === null || ciphertext === null) return { credentials: null, ...about };
  const plain = cipher.open({ keyId, ciphertext }, ownerOf(tenantId, connectionId));
  // Only `seal` above writes the column, and GCM vouches for it.
  return { credentials: JSON.parse(plain) as Credentials, ...about };
}

interface Refreshed {
  readonly version: number;
  readonly credentials: Credentials;
}

/** Sealed with the current key, whichever sealed it before: that is how a key is rotated. */
export async function saveRefreshed(
  { tenantId, trx }: TenantScope,
  cipher: CredentialCipher,
  { version, credentials }: Refreshed,
): Promise<boolean> {
  const row = await trx
    .selectFrom('connection')
    .select('connectionId')
    .where('tenantId', '=', tenantId)
    .where('tokenVersion', '=', version)
    .where('state', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  await trx
    .updateTable('connection')
    .set({
      ...seal(cipher, ownerOf(tenantId, row.connectionId), credentials),
      tokenVersion: version + 1,
      refreshLeaseUntil: null,
    })
    .where('tenantId', '=', tenantId)
    .execute();
  return true;
}
