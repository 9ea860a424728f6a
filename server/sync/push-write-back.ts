import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { CrmPort } from '../crm/port.ts';
import type { OwnValues, WriteResult } from '../crm/writes.ts';
import type { Receipt } from '../crm/records.ts';
import type { OwnFieldStore, SettledRecord, WaitingRecord, WrittenRef } from './port.ts';

export interface WriteBackTools {
  readonly crm: Pick<CrmPort, 'writeFields'>;
  readonly store: OwnFieldStore;
  /** In the order asked. */
  readonly compose: (
    tenantId: TenantId,
    refs: readonly WrittenRef[],
    now: Instant,
  ) => Promise<readonly OwnFields[]>;
  readonly clock: () => Date;
}

export interface OwnFields {
  /** What the fields of a record should say now; `updated_at` is added here. */
  readonly values: OwnValues;
  /** What decides whether that is worth a write: the same, but for what only grows older. */
  readonly gist: OwnValues;
}

/** Looked for at once, since finding what waits costs the database more than a call costs the CRM. */
const SLICE = 1_000;
/** Of one kind: one call of the CRM. */
const BATCH = 100;

const NOTHING: OwnFields = { values: {}, gist: {} };
/** Of fields that were never written: clearing them would be a call for nothing. */
const NOTHING_HASH = hashOf({});

/**
 * Brings our own fields in the CRM up to date, a hundred records at a time, and only those whose gist changed. Killed
 * between the CRM's answer and our commit it writes the same values again, which changes nothing. True when more waits.
 */
export async function pushWriteBack(tools: WriteBackTools, tenantId: TenantId): Promise<boolean> {
  const waiting = await tools.store.listWaiting(tenantId, SLICE);
  for (const ofKind of Map.groupBy(waiting, ({ ref }) => ref.kind).values()) {
    for (let start = 0; start < ofKind.length; start += BATCH)
      await pushBatch(tools, tenantId, ofKind.slice(start, start + BATCH));
  }
  return waiting.length === SLICE;
}

async function pushBatch(
  { crm, store, compose, clock }: WriteBackTools,
  tenantId: TenantId,
  waiting: readonly WaitingRecord[],
): Promise<void> {
  const at = clock().toISOString();
  const fields = await compose(
    tenantId,
    waiting.map(({ ref }) => ref),
    at,
  );
  const composed = waiting.map(({ ref, hash }, index): Composed => {
    const { values, gist } = fields[index] ?? NOTHING;
    return { ref, values, hash: hashOf(gist), knownHash: hash ?? NOTHING_HASH };
  });
  const changed = composed.filter(({ hash, knownHash }) => hash !== knownHash);
  const results = await write(crm, changed, at);
  const receipts = results.flatMap((result, index) => toReceipt(changed[index], result));
  await store.settle(tenantId, composed, { at, receipts });
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

/** A refused record is left alone until its gist changes; its receipt tells the admin why. */
function toReceipt(written: Composed | undefined, { reason }: WriteResult): readonly Receipt[] {
  if (written === undefined || reason === null) return [];
  return [{ ...written.ref, reason }];
}

/** Fields that say nothing do not count, so that a record without a card equals one that was never written. */
function hashOf(values: OwnValues): string {
  const said = Object.entries(values).filter(([, value]) => value !== null);
  return createHash('sha256').update(JSON.stringify(said.sort())).digest('hex');
}
