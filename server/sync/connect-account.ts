import type { TenantId } from '../../shared/ids.ts';
import type { CrmAuthorizer } from '../crm/port.ts';
import { toStoredTokens } from './access-token.ts';

export interface ConnectTools {
  readonly authorizer: CrmAuthorizer;
  readonly readerVersion: string;
  readonly clock: () => Date;
  readonly tenants: {
    ensureTenant(account: NewAccount): Promise<TenantId>;
    adoptReader(tenantId: TenantId, version: string): Promise<void>;
  };
  readonly connections: {
    connect(tenantId: TenantId, credentials: ReturnType<typeof toStoredTokens>): Promise<void>;
  };
}

interface NewAccount extends AccountNames {
  readonly vendor: 'hubspot';
  readonly accountId: string;
}

export interface AccountNames {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The end of an install or a reconnect: the CRM's code becomes tokens, the account becomes (or stays) a tenant. */
export async function connectAccount(
  { authorizer, tenants, connections, readerVersion, clock }: ConnectTools,
  code: string,
  names: AccountNames,
): Promise<TenantId> {
  const tokens = await authorizer.exchangeCode(code);
  const tenantId = await tenants.ensureTenant({
    vendor: 'hubspot',
    accountId: tokens.accountId,
    ...names,
  });
  await connections.connect(tenantId, toStoredTokens(tokens, clock()));
  await tenants.adoptReader(tenantId, readerVersion);
  return tenantId;
}
