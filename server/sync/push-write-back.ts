import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { CrmPort, OwnValues, WriteResult } from '../crm/port.ts';
import type { Receipt } from '../crm/records.ts';
import type { OwnFieldStore, SettledRecord, WrittenRef } from './port.ts';

export interface WriteBackTools {
  readonly crm: Pick<CrmPort, 'writeFields'>;
  readonly store: OwnFieldStore;
  /** What the fields of a record should say now; `updated_at` is added here. */
  readonly compose: (tenantId: TenantId, ref: WrittenRef, now: Instant) => Promise<OwnValues>;
  readonly clock: () => Date;
}

/** One call of the CRM takes a hundred. */
const SLICE = 100;

/** Of fields that were never written: clearing them would be a call for nothing. */
const NOTHING_HASH = hashOf({});

/**
 * Brings our own fields in the CRM up to date, a hundred records at a time, and only those whose values changed. Killed
 * between the CRM's answer and our commit it writes the same values again, which changes nothing. True when more waits.
 */
export async function pushWriteBack(tools: WriteBackTools, tenantId: TenantId): Promise<boolean> {
  const at = tools.clock().toISOString();
  const waiting = await tools.store.listWaiting(tenantId, SLICE);
  const composed: Composed[] = [];
  for (const { ref, hash } of waiting) {
    const values = await tools.compose(tenantId, ref, at);
    composed.push({ ref, values, hash: hashOf(values), knownHash: hash ?? NOTHING_HASH });
  }
  const changed = composed.filter(({ hash, knownHash }) => hash !== knownHash);
  const results = await write(tools.crm, changed, at);
  const receipts = results.flatMap((result, index) => toReceipt(changed[index], result));
  await tools.store.settle(tenantId, composed, { at, receipts });
  return waiting.length === SLICE;
}

interface Composed extends SettledRecord {
  readonly values: OwnValues;
  readonly knownHash: string;
}

async function write(
  crm: WriteBackTools['crm'],
  changed: readonly Composed[],
  now: Instant,
): Promise<readonly WriteResult[]> {
  if (changed.length === 0) return [];
  if (crm.writeFields === undefined) {
    throw new AppError('not_available', 'This CRM takes no fields of ours.', { recovery: 'skip' });
  }
  return crm.writeFields(
    changed.map(({ ref, values }) => ({ ref, values: { ...values, updated_at: now } })),
  );
}

/** A refused record is left alone until its values change; its receipt tells the admin why. */
function toReceipt(written: Composed | undefined, { reason }: WriteResult): readonly Receipt[] {
  if (written === undefined || reason === null) return [];
  return [{ ...written.ref, reason }];
}

/** Fields that say nothing do not count, so that a record without a card equals one that was never written. */
function hashOf(values: OwnValues): string {
  const said = Object.entries(values).filter(([, value]) => value !== null);
  return createHash('sha256').update(JSON.stringify(said.sort())).digest('hex');
}
