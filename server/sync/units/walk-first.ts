import { z } from 'zod';
import type { TenantId } from '../../../shared/ids.ts';
import type { CrmRecord, RecordKind, RecordRef, SubjectRecord } from '../../crm/records.ts';
import { isActivity, isActivityKind } from '../../crm/records.ts';
import { applyChanges, type ApplyTools, type ChangedRecords } from '../apply-changes.ts';
import { isSwitchedOff } from './switched-off.ts';
import { alreadyRead, NOTHING, type Walk, type WalkedPage } from './walk.ts';

/** As many as reps open on their first day; the long first load brings the rest. */
const MOST_DEALS = 100;
/** A step with its people and activities fits into a slice. */
const DEALS_A_STEP = 20;
/** Of each kind, the newest; the first load reads on from there. */
const MOST_A_KIND = 200;
/** What a step of deals usually takes; the rest of it is given back. */
const CALLS_A_STEP = 60;

const Place = z.strictObject({ dealIds: z.array(z.string()), at: z.int() });
type Place = z.infer<typeof Place>;

/**
 * The spearhead of a first load: the open deals that matter next, their people, and what was said around them, so that
 * cards stand within minutes while the long lists are still being read. It counts for nothing else: the first load reads
 * the same records again.
 */
export const walkFirst: Walk = async (tools, { tenantId, to, cursor }) => {
  const { crm, settings } = tools;
  if (crm.readPressingDeals === undefined || crm.readAround === undefined) return { ends: [] };
  if (cursor !== null) {
    const read = () => readAroundDeals(tools, tenantId, Place.parse(JSON.parse(cursor)));
    return crm.reserve === undefined ? read() : crm.reserve(CALLS_A_STEP, read);
  }
  const pipelineIds = settings?.pipelineIds ?? null;
  const dealIds = await crm.readPressingDeals({ pipelineIds, now: to, limit: MOST_DEALS });
  const page = await applyChanges(tools, tenantId, await readAll(tools, 'deal', dealIds));
  return alreadyRead(page, placeAfter({ dealIds: [...dealIds], at: 0 }));
};

async function readAroundDeals(
  tools: ApplyTools,
  tenantId: TenantId,
  { dealIds, at }: Place,
): Promise<WalkedPage> {
  const end = at + DEALS_A_STEP;
  const refs = (await tools.crm.readAround?.(dealIds.slice(at, end))) ?? [];
  const byKind = Map.groupBy(refs, ({ kind }) => kind);
  const kinds = [...byKind.keys()].filter((kind) => !isSwitchedOff(tools, kind));
  await commitSubjects(
    tools,
    tenantId,
    await readKinds(tools, byKind, kinds.filter(isSubjectKind)),
  );
  const activities = await readKinds(tools, byKind, kinds.filter(isActivityKind));
  const page = await applyChanges(tools, tenantId, activities);
  return alreadyRead(page, placeAfter({ dealIds, at: end }));
}

/** People and firms stand before what they said is read. */
async function commitSubjects(
  { store }: ApplyTools,
  tenantId: TenantId,
  { records, receipts, gone }: ChangedRecords,
): Promise<void> {
  const subjects = records.filter(isSubject).filter(({ archived }) => !archived);
  await store.commitRefresh(tenantId, { ...NOTHING, subjects, receipts, gone });
}

async function readKinds(
  tools: ApplyTools,
  byKind: ReadonlyMap<RecordKind, readonly RecordRef[]>,
  kinds: readonly RecordKind[],
): Promise<ChangedRecords> {
  const read: ChangedRecords[] = [];
  for (const kind of kinds) {
    const newest = (byKind.get(kind) ?? []).slice(0, MOST_A_KIND);
    read.push(
      await readAll(
        tools,
        kind,
        newest.map(({ id }) => id),
      ),
    );
  }
  return {
    records: read.flatMap(({ records }) => records),
    receipts: read.flatMap(({ receipts }) => receipts),
    gone: read.flatMap(({ gone }) => gone),
  };
}

async function readAll(
  { crm }: ApplyTools,
  kind: RecordKind,
  ids: readonly string[],
): Promise<ChangedRecords> {
  const records: CrmRecord[] = [];
  const receipts: ChangedRecords['receipts'][number][] = [];
  for (let at = 0; at < ids.length; at += crm.can.batchSize) {
    const batch = await crm.readRecords(kind, ids.slice(at, at + crm.can.batchSize));
    records.push(...batch.records);
    receipts.push(...batch.receipts);
  }
  return { records, receipts, gone: [] };
}

function placeAfter({ dealIds, at }: Place): string | null {
  return at < dealIds.length ? JSON.stringify({ dealIds, at }) : null;
}

function isSubjectKind(kind: RecordKind): boolean {
  return !isActivityKind(kind);
}

function isSubject(record: CrmRecord): record is SubjectRecord {
  return !isActivity(record);
}
