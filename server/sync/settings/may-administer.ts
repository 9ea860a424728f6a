import { AppError } from '../../../shared/errors.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { CrmDirectory } from '../../crm/port.ts';

export interface MayAdministerTools {
  readonly clock: () => Date;
  readonly connections: {
    loadStatus(tenantId: TenantId): Promise<{ readonly installedBy: string | null } | null>;
  };
  /** So that cards, which ask the CRM nothing, know it, too. */
  readonly admins: {
    remember(
      tenantId: TenantId,
      userId: string,
      seen: { readonly isAdmin: boolean; readonly at: Instant },
    ): Promise<void>;
  };
  readonly directoryOf: (tenantId: TenantId) => Pick<CrmDirectory, 'readUser'>;
}

export type MayAdminister = (tenantId: TenantId, userId: string) => Promise<boolean>;

const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 1_000;

/**
 * Whether a user may see and change an account's settings: who installed Attune, and the CRM's super admins, until the
 * console has roles. What the CRM says of a user is believed for five minutes.
 */
export function createMayAdminister(tools: MayAdministerTools): MayAdminister {
  const known = new Map<string, { readonly is: boolean; readonly untilMs: number }>();
  return async (tenantId, userId) => {
    const status = await tools.connections.loadStatus(tenantId);
    if (status !== null && status.installedBy === userId) return true;
    const key = `${tenantId} ${userId}`;
    const nowMs = tools.clock().getTime();
    const found = known.get(key);
    if (found !== undefined && nowMs < found.untilMs) return found.is;
    const is = await isSuperAdmin(tools, tenantId, userId);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, { is, untilMs: nowMs + REMEMBERED_MS });
    return is;
  };
}

/** Who cannot be asked about is no admin. A CRM that is only busy is asked again: its error goes on. */
async function isSuperAdmin(
  { directoryOf, admins, clock }: MayAdministerTools,
  tenantId: TenantId,
  userId: string,
): Promise<boolean> {
  try {
    const isAdmin = (await directoryOf(tenantId).readUser(userId))?.superAdmin ?? false;
    await admins.remember(tenantId, userId, { isAdmin, at: clock().toISOString() });
    return isAdmin;
  } catch (error) {
    if (error instanceof AppError && !PASSING.has(error.recovery)) return false;
    throw error;
  }
}

const PASSING: ReadonlySet<AppError['recovery']> = new Set(['retry', 'wait']);
