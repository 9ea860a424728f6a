import type { CrmPort, RecordBatch } from '../../../server/crm/port.ts';
import { RECORD_KINDS, type CrmRecord } from '../../../server/crm/records.ts';
import type { ApplyTools } from '../../../server/sync/apply-changes.ts';
import type { Reader } from '../../../server/sync/read-activity-page.ts';
import type { TenantStores } from '../store.ts';

/** A CRM in memory behind our own port: it holds what the test puts in, and remembers what it was asked. */
export interface FakeCrm extends CrmPort {
  readonly asked: readonly string[];
}

export function fakeCrm(records: readonly CrmRecord[], more: Partial<CrmPort> = {}): FakeCrm {
  const asked: string[] = [];
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  return {
    vendor: 'hubspot',
    asked,
    can: {
      webhooks: true,
      propertyHistory: true,
      kinds: RECORD_KINDS,
      batchSize: 100,
      listed: ['company', 'contact', 'deal', 'email', 'note'],
      around: ['contact', 'email'],
    },
    readChanges: (kind) => {
      asked.push(`changes ${kind}`);
      return Promise.resolve({ records: of(kind), receipts: [], next: null });
    },
    readRecords: (kind, ids): Promise<RecordBatch> => {
      asked.push(`records ${kind} ${ids.join(' ')}`);
      const found = of(kind).filter((record) => ids.includes(record.id));
      const have = new Set(found.map(({ id }) => id));
      return Promise.resolve({
        records: found,
        receipts: [],
        missing: ids.filter((id) => !have.has(id)),
      });
    },
    readIds: (kind) => {
      asked.push(`ids ${kind}`);
      return Promise.resolve({ ids: of(kind).map(({ id }) => id), next: null });
    },
    readGone: () => Promise.resolve({ gone: [], next: null }),
    ...more,
  };
}

/** Finds nothing, which is all that these tests need of a reader. */
const SILENT: Reader = {
  version: 'silent-1',
  read: () => ({
    newText: '',
    readings: [],
    statements: [],
    topics: [],
    questions: 0,
    automatic: false,
    silence: 'no_need_named',
  }),
};

export function toolsOf(
  stores: TenantStores,
  crm: CrmPort,
  settings?: ApplyTools['settings'],
): ApplyTools {
  const tools = { crm, store: stores.sync, reader: SILENT };
  return settings === undefined ? tools : { ...tools, settings };
}
