import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { InsightStore, PressedRecord } from '../port.ts';
import { unknownRecord } from '../view/unknown-record.ts';
import { createMayRead } from './may-read.ts';
import type { RightsStore } from './port.ts';

/** Who pressed a button, on which open record. */
export interface Acting {
  readonly record: PressedRecord;
  readonly viewerUserId: string;
}

export type AssertMayAct = (tenantId: TenantId, acting: Acting) => Promise<void>;

/**
 * A person is acted on by whoever may read them or a deal they are in: one rep owns the deal, another the contact, and
 * the card is about both. Throws AppError `not_permitted`, or `record_unknown` for a record that is not held.
 */
export function createAssertMayAct(
  rights: RightsStore,
  { recordExists }: Pick<InsightStore, 'recordExists'>,
): AssertMayAct {
  const mayRead = createMayRead(rights);
  return async (tenantId, { record, viewerUserId }) => {
    const deals = await rights.listDealsOf(tenantId, record);
    const allowed = await mayRead(tenantId, viewerUserId, [record, ...deals]);
    if (allowed.length > 0) return;
    if (!(await recordExists(tenantId, record))) throw unknownRecord(record);
    throw new AppError(
      'not_permitted',
      'This record belongs to a colleague outside your teams, so nothing was changed.',
      { recovery: 'skip' },
    );
  };
}
