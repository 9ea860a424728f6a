import type { TenantId } from '../../shared/ids.ts';
import type { RecordBatch } from '../crm/port.ts';
import { isActivityKind, type RecordKind, type RecordRef } from '../crm/records.ts';
import { applyChanges, type ApplyTools } from './apply-changes.ts';
import type { DirtyRecord } from './port.ts';
import { isSwitchedOff } from './units/switched-off.ts';

const BATCH_LIMIT = 500;

/**
 * Reads again what a webhook marked or what an older reader read, in the CRM's own words, by batch. People and deals
 * come before activities. What is switched off loses its mark without a call. Returns how many records it settled; 0
 * means nothing is marked.
 */
export async function refreshRecords(tools: ApplyTools, tenantId: TenantId): Promise<number> {
  const dirty = await tools.store.loadDirtyRecords(tenantId, BATCH_LIMIT);
  for (const [kind, marks] of groupByKind(dirty)) {
    if (isSwitchedOff(tools, kind)) {
      await tools.store.clearDirtyRecords(tenantId, marks);
      continue;
    }
    for (let at = 0; at < marks.length; at += tools.crm.can.batchSize) {
      await refreshBatch(tools, tenantId, {
        kind,
        marks: marks.slice(at, at + tools.crm.can.batchSize),
      });
    }
  }
  return dirty.length;
}

async function refreshBatch(
  tools: ApplyTools,
  tenantId: TenantId,
  { kind, marks }: { kind: RecordKind; marks: readonly DirtyRecord[] },
): Promise<void> {
  const batch: RecordBatch = await tools.crm.readRecords(
    kind,
    marks.map(({ ref }) => ref.id),
  );
  const toRef = (id: string): RecordRef => ({ kind, id });
  const page = await applyChanges(tools, tenantId, {
    records: batch.records,
    receipts: batch.receipts,
    gone: batch.missing.map(toRef),
    merged: (batch.merged ?? []).map(toRef),
    again: (batch.postponed ?? []).map(toRef),
  });
  await tools.store.commitRefresh(tenantId, page);
  await tools.store.clearDirtyRecords(tenantId, marks);
}

function groupByKind(
  dirty: readonly DirtyRecord[],
): readonly (readonly [RecordKind, readonly DirtyRecord[]])[] {
  const groups = Map.groupBy(dirty, ({ ref }) => ref.kind);
  return [...groups].sort(([a], [b]) => Number(isActivityKind(a)) - Number(isActivityKind(b)));
}
