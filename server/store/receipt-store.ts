import type { TenantId } from '../../shared/ids.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export interface ReceiptLine {
  readonly kind: string;
  readonly recordId: string | null;
  readonly reason: string;
}

export interface ReceiptStore {
  /** What was skipped and why, the newest first. */
  list(tenantId: TenantId, limit: number): Promise<readonly ReceiptLine[]>;
}

export function createReceiptStore(inTenant: UnitOfWork): ReceiptStore {
  return {
    list: (tenantId, limit) =>
      inTenant(tenantId, ({ trx }) =>
        trx
          .selectFrom('receipt')
          .select(['kind', 'recordId', 'reason'])
          .where('tenantId', '=', tenantId)
          .orderBy('at', 'desc')
          .limit(limit)
          .execute(),
      ),
  };
}
