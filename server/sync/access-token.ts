import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { CrmAuthorizer, CrmTokens } from '../crm/port.ts';

/** A token is renewed this long before it ends, so that no call meets an expired one. */
const MARGIN_MS = 5 * 60_000;
const LEASE_PAUSE_MS = 250;
const LEASE_TRIES = 40;

const StoredTokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAtMs: z.number(),
});
type StoredTokens = z.infer<typeof StoredTokens>;

/** What tokens need of the store. Implemented by store/connection-store.ts. */
export interface ConnectionLedger {
  load(tenantId: TenantId): Promise<{
    readonly credentials: Readonly<Record<string, unknown>>;
    readonly tokenVersion: number;
  } | null>;
  saveRefreshed(tenantId: TenantId, version: number, credentials: StoredTokens): Promise<boolean>;
  leaseRefresh(tenantId: TenantId): Promise<boolean>;
}

export interface AccessTokenTools {
  readonly connections: ConnectionLedger;
  readonly authorizer: CrmAuthorizer;
  readonly clock: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

export function toStoredTokens(tokens: CrmTokens, now: Date): StoredTokens {
  const { accessToken, refreshToken, expiresInSeconds } = tokens;
  return { accessToken, refreshToken, expiresAtMs: now.getTime() + expiresInSeconds * 1000 };
}

/**
 * A tenant's valid access token. One process at a time renews it, by a lease on its row; the others wait for the new
 * one. Throws `reauthorize` when there is no connection or the CRM no longer accepts it.
 */
export async function loadAccessToken(
  tools: AccessTokenTools,
  tenantId: TenantId,
): Promise<string> {
  for (let attempt = 0; attempt < LEASE_TRIES; attempt += 1) {
    const { tokens, version } = await loadTokens(tools, tenantId);
    if (tokens.expiresAtMs - MARGIN_MS > tools.clock().getTime()) return tokens.accessToken;
    if (await tools.connections.leaseRefresh(tenantId))
      return refresh(tools, tenantId, { tokens, version });
    await tools.sleep(LEASE_PAUSE_MS);
  }
  throw new AppError(
    'crm_unavailable',
    `The access token of tenant ${tenantId} is being renewed for too long.`,
    {
      recovery: 'retry',
    },
  );
}

async function refresh(
  { connections, authorizer, clock }: AccessTokenTools,
  tenantId: TenantId,
  { tokens, version }: { tokens: StoredTokens; version: number },
): Promise<string> {
  const renewed = toStoredTokens(await authorizer.refresh(tokens.refreshToken), clock());
  await connections.saveRefreshed(tenantId, version, renewed);
  return renewed.accessToken;
}

async function loadTokens({ connections }: AccessTokenTools, tenantId: TenantId) {
  const connection = await connections.load(tenantId);
  const tokens = StoredTokens.safeParse(connection?.credentials);
  if (connection !== null && tokens.success)
    return { tokens: tokens.data, version: connection.tokenVersion };
  throw new AppError(
    'crm_unauthorized',
    `Tenant ${tenantId} has no usable connection. An admin must connect it again.`,
    {
      recovery: 'reauthorize',
    },
  );
}
