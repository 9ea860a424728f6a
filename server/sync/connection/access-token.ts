import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { ConnectionReason, ConnectionState } from '../../../shared/vocabulary.ts';
import type { CrmAuthorizer, CrmTokens } from '../../crm/authorizer.ts';

/** A token is renewed this long before it ends, and up to a minute earlier: not every account at the same moment. */
const MARGIN_MS = 5 * 60_000;
const JITTER_MS = 60_000;
/** With less left than this, a call might meet an expired token. */
const USABLE_MS = 30_000;
/** While another worker renews: a renewal takes about that long. */
const RENEWAL_MS = 300;
/** After a renewal that failed: longer while the old token still serves. */
const REST_MS = { usable: 15_000, ended: 2_000 } as const;

export const StoredTokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAtMs: z.number(),
  /** Where this account's calls go, for CRMs whose accounts have an address each. */
  apiOrigin: z.string().optional(),
});
export type StoredTokens = z.infer<typeof StoredTokens>;

/** What tokens need of the store. Implemented by store/credentials/connection-store.ts. */
export interface ConnectionLedger {
  load(tenantId: TenantId): Promise<{
    readonly credentials: Readonly<Record<string, unknown>> | null;
    readonly tokenVersion: number;
    readonly state: ConnectionState;
    readonly ended: boolean;
  } | null>;
  saveRefreshed(tenantId: TenantId, version: number, credentials: StoredTokens): Promise<boolean>;
  leaseRefresh(
    tenantId: TenantId,
    renewal: { readonly version: number; readonly ended: boolean },
  ): Promise<boolean>;
  deferRefresh(tenantId: TenantId, forMs: number): Promise<void>;
  markReconnectNeeded(
    tenantId: TenantId,
    reason: ConnectionReason,
    version?: number,
  ): Promise<boolean>;
}

export interface AccessTokenTools {
  readonly connections: ConnectionLedger;
  readonly authorizer: Pick<CrmAuthorizer, 'refresh'>;
  readonly clock: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
}

export function toStoredTokens(tokens: CrmTokens, now: Date): StoredTokens {
  const { accessToken, refreshToken, expiresInSeconds, apiOrigin } = tokens;
  const expiresAtMs = now.getTime() + expiresInSeconds * 1000;
  return { accessToken, refreshToken, expiresAtMs, ...(apiOrigin ? { apiOrigin } : {}) };
}

/** Throws `reauthorize` when the account has no connection that could be used. */
export async function loadTokens(
  { connections }: Pick<AccessTokenTools, 'connections'>,
  tenantId: TenantId,
): Promise<{ readonly tokens: StoredTokens; readonly version: number; readonly ended: boolean }> {
  const connection = await connections.load(tenantId);
  const tokens = StoredTokens.safeParse(connection?.credentials);
  if (connection?.state === 'active' && tokens.success)
    return { tokens: tokens.data, version: connection.tokenVersion, ended: connection.ended };
  throw new AppError(
    'crm_unauthorized',
    `Tenant ${tenantId} has no usable connection. An admin must connect it again.`,
    { recovery: 'reauthorize' },
  );
}

/**
 * A tenant's valid access token. One worker on all machines renews it, by a lease on its row; the others go on with the
 * old one while it lasts, and are told to `wait` when it does not: nobody sleeps. Throws `reauthorize` when there is no
 * connection or the CRM no longer accepts it, which is then remembered, so that it is asked once. `refused` is a token
 * that the CRM says has expired: it counts as ended, whatever we knew of it, and from now on for everybody.
 */
export async function loadAccess(
  tools: AccessTokenTools,
  tenantId: TenantId,
  refused?: string,
): Promise<StoredTokens> {
  const { tokens, version, ...known } = await loadTokens(tools, tenantId);
  const ended = known.ended || tokens.accessToken === refused;
  const leftMs = ended ? 0 : tokens.expiresAtMs - tools.clock().getTime();
  if (leftMs > MARGIN_MS + tools.random() * JITTER_MS) return tokens;
  if (await tools.connections.leaseRefresh(tenantId, { version, ended }))
    return renew(tools, tenantId, { tokens, version, usable: leftMs > USABLE_MS });
  if (leftMs > USABLE_MS) return tokens;
  throw renewedElsewhere(tenantId);
}

/** The token alone, where every account's API answers at one address. */
export async function loadAccessToken(
  tools: AccessTokenTools,
  tenantId: TenantId,
  refused?: string,
): Promise<string> {
  return (await loadAccess(tools, tenantId, refused)).accessToken;
}

/**
 * What becomes of a connection whose key the CRM refused, other than because it had expired. True: it no longer works,
 * which is now remembered. False: it was connected again, or renewed, while the CRM answered, and has another key.
 */
export async function refuseToken(
  { connections }: Pick<AccessTokenTools, 'connections'>,
  tenantId: TenantId,
  refused: string,
): Promise<boolean> {
  const connection = await connections.load(tenantId);
  if (connection?.state !== 'active') return true;
  const tokens = StoredTokens.safeParse(connection.credentials);
  if (tokens.data?.accessToken !== refused) return false;
  return connections.markReconnectNeeded(tenantId, 'access_refused', connection.tokenVersion);
}

interface Renewal {
  readonly tokens: StoredTokens;
  readonly version: number;
  /** The old token would do for now. */
  readonly usable: boolean;
}

async function renew(
  tools: AccessTokenTools,
  tenantId: TenantId,
  renewal: Renewal,
): Promise<StoredTokens> {
  const { connections, authorizer, clock } = tools;
  const { tokens, version } = renewal;
  let renewed: StoredTokens;
  try {
    const { refreshToken, apiOrigin } = tokens;
    const known = apiOrigin === undefined ? undefined : { apiOrigin };
    renewed = toStoredTokens(await authorizer.refresh(refreshToken, known), clock());
  } catch (error) {
    return settleRefusal(tools, tenantId, { ...renewal, error });
  }
  // Not ours any more: the account was connected again, or disconnected, while the CRM answered.
  if (!(await connections.saveRefreshed(tenantId, version, renewed)))
    throw renewedElsewhere(tenantId);
  return renewed;
}

/** Only the CRM's own no ends a connection; anything else is tried again, by whoever comes after a short rest. */
async function settleRefusal(
  { connections }: AccessTokenTools,
  tenantId: TenantId,
  { tokens, version, usable, error }: Renewal & { readonly error: unknown },
): Promise<StoredTokens> {
  if (!(error instanceof AppError) || error.recovery !== 'reauthorize') {
    await connections.deferRefresh(tenantId, REST_MS[usable ? 'usable' : 'ended']);
    if (usable && error instanceof AppError && error.recovery !== 'abort') return tokens;
    throw error;
  }
  if (await connections.markReconnectNeeded(tenantId, 'token_refused', version)) throw error;
  throw renewedElsewhere(tenantId);
}

function renewedElsewhere(tenantId: TenantId): AppError {
  return new AppError(
    'crm_unavailable',
    `The access token of tenant ${tenantId} is being renewed by another worker.`,
    { recovery: 'wait', retryAfterMs: RENEWAL_MS },
  );
}
