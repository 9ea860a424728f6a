import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { CrmAuthorizer } from '../../crm/authorizer.ts';
import { loadAccessToken, loadTokens, type AccessTokenTools } from './access-token.ts';

export interface DisconnectTools extends AccessTokenTools {
  readonly authorizer: Pick<CrmAuthorizer, 'refresh' | 'uninstall' | 'revoke'>;
  readonly connections: AccessTokenTools['connections'] & {
    /** Wipes the credentials. */
    disconnect(tenantId: TenantId): Promise<void>;
  };
  /** The tenant's work rests until the account is connected again. */
  readonly parkWork: (tenantId: TenantId) => Promise<void>;
}

/**
 * Ends a connection, at an admin's wish: our app leaves the CRM account, the key is revoked and wiped, and work rests.
 * What was read stays until its retention ends or it is erased, and no card shows it. Repeatable. Throws `retry` or `wait`
 * when the CRM cannot be reached, with nothing changed: a key that is wiped too early could never be given back.
 */
export async function disconnectAccount(tools: DisconnectTools, tenantId: TenantId): Promise<void> {
  await leaveAccount(tools, tenantId);
  await tools.connections.disconnect(tenantId);
  await tools.parkWork(tenantId);
}

async function leaveAccount(tools: DisconnectTools, tenantId: TenantId): Promise<void> {
  try {
    const accessToken = await loadAccessToken(tools, tenantId);
    // Read after it, for a renewal may have changed it.
    const { tokens } = await loadTokens(tools, tenantId);
    await unlessGone(tools.authorizer.uninstall(accessToken));
    await unlessGone(tools.authorizer.revoke(tokens.refreshToken));
  } catch (error) {
    if (!isKeyless(error)) throw error;
  }
}

/** No key, one that is not accepted, or one that nobody can open: there is nothing to give back. */
function isKeyless(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return error.recovery === 'reauthorize' || error.code === 'secret_unreadable';
}

/** The CRM's no means that what we would end has ended. */
async function unlessGone(ending: Promise<void>): Promise<void> {
  try {
    await ending;
  } catch (error) {
    if (!(error instanceof AppError) || error.recovery === 'retry' || error.recovery === 'wait')
      throw error;
  }
}
