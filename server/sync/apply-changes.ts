import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { TenantSettings } from '../../shared/settings.ts';
import type { CrmPort } from '../crm/port.ts';
import {
  isActivity,
  type ActivityRecord,
  type CrmRecord,
  type RecordRef,
  type SubjectRecord,
} from '../crm/records.ts';
import type { AppliedPage, Surroundings, SurroundingsQuery, SyncStore } from './port.ts';
import { readActivityPage, type Reader } from './read-activity-page.ts';

export interface ApplyTools {
  readonly crm: CrmPort;
  readonly store: SyncStore;
  readonly reader: Reader;
  /** What the admin decided; absent: everything is read. */
  readonly settings?: Pick<TenantSettings, 'notRead' | 'pipelineIds'>;
}

export interface ChangedRecords extends Pick<
  AppliedPage,
  'receipts' | 'gone' | 'merged' | 'again'
> {
  readonly records: readonly CrmRecord[];
}

/** Polling, webhooks and sweeps share this: records of the CRM in, one committable page out. */
export async function applyChanges(
  tools: ApplyTools,
  tenantId: TenantId,
  changed: ChangedRecords,
): Promise<AppliedPage> {
  const live = changed.records.filter(({ archived }) => !archived);
  const activities = live.filter(isActivity);
  const around = await surround(tools, tenantId, activities);
  return {
    subjects: live.filter(isSubject),
    activities: await readActivityPage(activities, around, tools.reader),
    gone: [...changed.gone, ...changed.records.filter(({ archived }) => archived).map(toRef)],
    receipts: changed.receipts,
    merged: changed.merged ?? [],
    again: changed.again ?? [],
  };
}

async function surround(
  tools: ApplyTools,
  tenantId: TenantId,
  activities: readonly ActivityRecord[],
): Promise<Surroundings> {
  const around = await loadAround(tools, tenantId, activities);
  const { settings } = tools;
  return settings === undefined ? around : { ...around, pipelineIds: settings.pipelineIds };
}

/** A contact or deal that an activity names may be younger than this window: it is fetched before the reading. */
async function loadAround(
  { crm, store }: ApplyTools,
  tenantId: TenantId,
  activities: readonly ActivityRecord[],
): Promise<Surroundings> {
  const query = toQuery(activities);
  const around = await store.loadSurroundings(tenantId, query);
  const contacts = await fetchUnknown(crm, 'contact', unknown(query.contactIds, around.persons));
  const deals = await fetchUnknown(crm, 'deal', unknown(query.dealIds, around.deals));
  if (contacts.length + deals.length === 0) return around;
  const subjects = [...contacts, ...deals];
  await store.commitRefresh(tenantId, { subjects, activities: [], gone: [], receipts: [] });
  return store.loadSurroundings(tenantId, query);
}

async function fetchUnknown(
  crm: CrmPort,
  kind: 'contact' | 'deal',
  ids: readonly string[],
): Promise<readonly SubjectRecord[]> {
  const found: SubjectRecord[] = [];
  for (let at = 0; at < ids.length; at += crm.can.batchSize) {
    const records = await readAllowed(crm, kind, ids.slice(at, at + crm.can.batchSize));
    found.push(...records.filter(isSubject).filter(({ archived }) => !archived));
  }
  return found;
}

/** Where people or deals may not be read, their own unit says so; what was said is read without them. */
async function readAllowed(
  crm: CrmPort,
  kind: 'contact' | 'deal',
  ids: readonly string[],
): Promise<readonly CrmRecord[]> {
  try {
    return (await crm.readRecords(kind, ids)).records;
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_forbidden') return [];
    throw error;
  }
}

function toQuery(activities: readonly ActivityRecord[]): SurroundingsQuery {
  const distinct = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value): value is string => value !== null && value !== '')),
  ];
  return {
    contactIds: distinct(activities.flatMap(({ contactIds }) => contactIds)),
    emails: distinct(
      activities.flatMap(({ participants }) =>
        participants.map(({ email }) => email?.toLowerCase() ?? null),
      ),
    ),
    dealIds: distinct(activities.flatMap(({ dealIds }) => dealIds)),
    threadIds: distinct(activities.map(({ threadId }) => threadId)),
  };
}

function unknown(
  ids: readonly string[],
  known: readonly { readonly id: string }[],
): readonly string[] {
  const have = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !have.has(id));
}

function isSubject(record: CrmRecord): record is SubjectRecord {
  return !isActivity(record);
}

function toRef({ kind, id }: CrmRecord): RecordRef {
  return { kind, id };
}
