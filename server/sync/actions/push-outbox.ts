import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { Delivery, OutboxEntry, OutboxPayload, OutboxStore } from './port.ts';

export interface OutboxTools {
  readonly crm: Pick<CrmPort, 'createTask' | 'createNote' | 'writeFields'>;
  readonly store: OutboxStore;
  readonly clock: () => Date;
}

const SLICE = 20;

/**
 * Delivers what people asked for, one after the other. Killed between the CRM's answer and our commit it delivers again,
 * under the same key: one task, one note, the same field. Answers how many it settled; 0: nothing waits.
 */
export async function pushOutbox(tools: OutboxTools, tenantId: TenantId): Promise<number> {
  const pending = await tools.store.listPending(tenantId, SLICE);
  for (const entry of pending) {
    const delivered = await deliverUnlessRefused(tools.crm, entry);
    await tools.store.settle(tenantId, entry, { ...delivered, at: tools.clock().toISOString() });
  }
  return pending.length;
}

type Delivered = Omit<Delivery, 'at'>;

/** Of this record or this account's rules; limits, tokens and outages are thrown, and tried again by the queue. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'crm_rejected',
  'crm_not_found',
  'crm_forbidden',
  'not_available',
]);

async function deliverUnlessRefused(
  crm: OutboxTools['crm'],
  entry: OutboxEntry,
): Promise<Delivered> {
  try {
    return await deliver(crm, entry);
  } catch (error) {
    if (!(error instanceof AppError) || !REFUSALS.has(error.code)) throw error;
    return { crmId: null, receipt: { ...refOf(entry.payload), reason: error.message } };
  }
}

async function deliver(crm: OutboxTools['crm'], { key, payload }: OutboxEntry): Promise<Delivered> {
  if (payload.kind === 'task') return made(await crm.createTask?.({ ...payload.task, key }));
  if (payload.kind === 'note') return made(await crm.createNote?.({ ...payload.note, key }));
  return writeField(crm, payload);
}

/** Nothing: this CRM has no such door. */
function made(record: { readonly id: string } | undefined): Delivered {
  if (record === undefined) throw notAvailable();
  return { crmId: record.id, receipt: null };
}

async function writeField(
  crm: OutboxTools['crm'],
  { ref, doNotAnalyse }: Extract<OutboxPayload, { kind: 'field' }>,
): Promise<Delivered> {
  if (crm.writeFields === undefined) throw notAvailable();
  const values = { do_not_analyse: String(doNotAnalyse) };
  const [result] = await crm.writeFields([{ ref, values }]);
  const reason = result?.reason ?? null;
  return { crmId: null, receipt: reason === null ? null : { ...ref, reason } };
}

function refOf(payload: OutboxPayload) {
  return payload.kind === 'field' ? payload.ref : { kind: payload.kind, id: null };
}

function notAvailable(): AppError {
  return new AppError('not_available', 'This CRM takes nothing of ours.', { recovery: 'skip' });
}
