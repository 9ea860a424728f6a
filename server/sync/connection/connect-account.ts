import { AppError } from '../../../shared/errors.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { Vendor } from '../../../shared/vocabulary.ts';
import type { CrmAuthorizer, CrmGrant, CrmTokens } from '../../crm/authorizer.ts';
import type { CrmDirectory, CrmFeature } from '../../crm/port.ts';
import { toStoredTokens, type StoredTokens } from './access-token.ts';
import { preflight, type Preflight } from './preflight.ts';

export interface ConnectTools {
  readonly vendor: Vendor;
  readonly authorizer: CrmAuthorizer;
  /** With a token that nobody has stored yet. */
  readonly directoryOf: (tokens: CrmTokens) => CrmDirectory;
  readonly features: readonly CrmFeature[];
  readonly readerVersion: string;
  readonly clock: () => Date;
  readonly tenants: {
    findTenant(account: {
      readonly vendor: Vendor;
      readonly accountId: string;
    }): Promise<TenantId | null>;
    ensureTenant(account: NewAccount): Promise<TenantId>;
    adoptReader(tenantId: TenantId, version: string): Promise<void>;
  };
  readonly connections: {
    connect(tenantId: TenantId, connection: ConnectionToStore): Promise<void>;
  };
  /** Rung after every install and reconnect; a failure is reported, and does not undo the connection. */
  readonly afterConnect: readonly AfterConnect[];
  readonly report: (error: unknown) => void;
}

/** For example: set up our own fields, wake parked work. Must be repeatable. */
export type AfterConnect = (tenantId: TenantId) => Promise<void>;

interface NewAccount extends AccountNames {
  readonly vendor: Vendor;
  readonly accountId: string;
}

export interface AccountNames {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
}

export interface ConnectionToStore {
  readonly credentials: StoredTokens;
  readonly installedBy: string | null;
  readonly grantedScopes: readonly string[];
  readonly at: Instant;
}

export interface ConnectRequest {
  readonly code: string;
  readonly codeVerifier: string;
  /** A reconnect is for this account and no other; null: an install. */
  readonly accountId: string | null;
}

/** Everything but `connected` leaves what was stored as it was. */
export type ConnectResult =
  | {
      readonly kind: 'connected';
      readonly tenantId: TenantId;
      readonly accountId: string;
      /** The account had been connected before. */
      readonly again: boolean;
      readonly accountName: string;
      readonly webOrigin: string | null;
      readonly preflight: Preflight;
    }
  | { readonly kind: 'other_account'; readonly accountId: string; readonly wanted: string }
  | { readonly kind: 'scopes_missing'; readonly preflight: Preflight };

/** The end of an install or a reconnect: the CRM's code becomes tokens, the account becomes (or stays) a tenant. */
export async function connectAccount(
  tools: ConnectTools,
  request: ConnectRequest,
): Promise<ConnectResult> {
  const tokens = await tools.authorizer.exchangeCode(request.code, request.codeVerifier);
  const grant = await tools.authorizer.introspect(tokens.accessToken);
  if (grant.accountId !== tokens.accountId) throw twoAccounts(tokens, grant);
  const wanted = request.accountId;
  if (wanted !== null && wanted !== grant.accountId)
    return { kind: 'other_account', accountId: grant.accountId, wanted };
  const found = preflight(tools.features, { granted: grant.scopes, probes: [] });
  if (!found.connectable) return { kind: 'scopes_missing', preflight: found };
  return connect(tools, { tokens, grant, found });
}

interface Granted {
  readonly tokens: CrmTokens;
  readonly grant: CrmGrant;
  readonly found: Preflight;
}

async function connect(
  tools: ConnectTools,
  { tokens, grant, found }: Granted,
): Promise<ConnectResult> {
  const { vendor, tenants } = tools;
  const { timeZone, webOrigin, ...details } = await tools.directoryOf(tokens).readAccount();
  const account = { vendor, accountId: grant.accountId };
  const again = (await tenants.findTenant(account)) !== null;
  const name = grant.accountName ?? details.name ?? `Account ${grant.accountId}`;
  const tenantId = await tenants.ensureTenant({ ...account, name, timeZone });
  await storeConnection(tools, tenantId, { tokens, grant });
  return {
    kind: 'connected',
    ...{ tenantId, again, webOrigin },
    accountId: grant.accountId,
    accountName: name,
    preflight: found,
  };
}

async function storeConnection(
  { connections, tenants, clock, readerVersion, afterConnect, report }: ConnectTools,
  tenantId: TenantId,
  { tokens, grant }: Pick<Granted, 'tokens' | 'grant'>,
): Promise<void> {
  const now = clock();
  await connections.connect(tenantId, {
    credentials: toStoredTokens(tokens, now),
    installedBy: grant.userId ?? tokens.userId,
    grantedScopes: grant.scopes,
    at: now.toISOString(),
  });
  await tenants.adoptReader(tenantId, readerVersion);
  for (const ring of afterConnect) await ring(tenantId).catch(report);
}

function twoAccounts(tokens: CrmTokens, grant: CrmGrant): AppError {
  return new AppError(
    'crm_unexpected_answer',
    `The CRM gave a key of account ${tokens.accountId}, and says it is one of account ${grant.accountId}.`,
    { recovery: 'abort' },
  );
}
