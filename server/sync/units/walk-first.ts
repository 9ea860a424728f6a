import { z } from 'zod';
import type { TenantId } from '../../../shared/ids.ts';
import { type CrmRecord, RECORD_KINDS, type RecordKind } from '../../crm/records.ts';
import { applyChanges, type ApplyTools, type ChangedRecords } from '../apply-changes.ts';
import { isSwitchedOff } from './switched-off.ts';
import { alreadyRead, NOTHING, type Walk, type WalkedPage } from './walk.ts';

/** As many as reps open on their first day; the long first load brings the rest. */
const MOST_DEALS = 100;
/** A step with its activities fits into a slice. */
const DEALS_A_STEP = 20;
/** Of each kind, the newest; the first load reads on from there. */
const MOST_A_KIND = 200;
/** What a step around deals usually takes; the rest of it is given back. */
const CALLS_A_STEP = 8;

/** A kind around twenty of the deals; null: the deals themselves. */
const Place = z.strictObject({
  dealIds: z.array(z.string()),
  at: z.int(),
  kind: z.enum(RECORD_KINDS).nullable().default(null),
});
type Place = z.infer<typeof Place>;

/**
 * The spearhead of a first load: the open deals that matter next, their people, and what was said around them, so that
 * cards stand within minutes while the long lists are still being read. It counts for nothing else: the first load reads
 * the same records again. In small steps, each of them kept: whoever is stopped goes on where it was.
 */
export const walkFirst: Walk = async (tools, { tenantId, to, cursor }) => {
  const { crm, settings } = tools;
  if (crm.readPressingDeals === undefined || crm.readAround === undefined) return { ends: [] };
  if (cursor !== null) return takeStep(tools, tenantId, Place.parse(JSON.parse(cursor)));
  const pipelineIds = settings?.pipelineIds ?? null;
  const dealIds = await crm.readPressingDeals({ pipelineIds, now: to, limit: MOST_DEALS });
  return alreadyRead(NOTHING, toCursor({ dealIds: [...dealIds], at: 0, kind: null }));
};

async function takeStep(tools: ApplyTools, tenantId: TenantId, place: Place): Promise<WalkedPage> {
  const { crm } = tools;
  const read = () => readStep(tools, place);
  const changed = await (place.kind === null || crm.reserve === undefined
    ? read()
    : crm.reserve(CALLS_A_STEP, read));
  return alreadyRead(await applyChanges(tools, tenantId, changed), toCursor(after(tools, place)));
}

async function readStep(tools: ApplyTools, { dealIds, at, kind }: Place): Promise<ChangedRecords> {
  if (kind === null) return readAll(tools, 'deal', dealIds);
  const found = await tools.crm.readAround?.(dealIds.slice(at, at + DEALS_A_STEP), [kind]);
  const newest = (found ?? []).slice(0, MOST_A_KIND).map(({ id }) => id);
  return readAll(tools, kind, newest);
}

/** People and firms stand before what they said is read; what is switched off is not asked for. */
function after(tools: ApplyTools, { dealIds, at, kind }: Place): Place {
  const kinds = (tools.crm.can.around ?? []).filter((each) => !isSwitchedOff(tools, each));
  const [first = null] = kinds;
  const next = kind === null ? first : kinds[kinds.indexOf(kind) + 1];
  if (next != null) return { dealIds, at, kind: next };
  return { dealIds, at: kind === null ? dealIds.length : at + DEALS_A_STEP, kind: first };
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

function toCursor(place: Place): string | null {
  return place.at < place.dealIds.length ? JSON.stringify(place) : null;
}
