import { AppError } from '../../../shared/errors.ts';
import type { CrmPort } from '../port.ts';
import type { RecordKind } from '../records.ts';
import { createClient, type SalesforceOptions } from './client.ts';
import { isObjectKind, OBJECT_TYPES, type ObjectKind } from './objects.ts';
import { readChanges, readPipelineById, readPipelineChanges, readRecords } from './read.ts';
import { countRecords, readGone, readIds } from './reading/list-ids.ts';
import { writeInsights } from './writing/write-insights.ts';
import { createFieldBook, type FieldBook } from './reading/readable-fields.ts';

/** Ids of one query, whose text is part of an address. */
const BATCH = 200;

export interface SalesforceReading extends SalesforceOptions {
  /** What is known of the org's fields; the port's own when absent. */
  readonly fields?: FieldBook;
  readonly clock: () => Date;
}

/** Salesforce behind the CRM door. Keeps nothing between calls but which fields the org has, and retries nothing. */
export function createSalesforce(options: SalesforceReading): CrmPort {
  const { fields = createFieldBook(), clock } = options;
  const asking = { client: createClient(options), fields };
  return {
    vendor: 'salesforce',
    can: {
      webhooks: false,
      propertyHistory: true,
      kinds: [...objectKinds(), 'pipeline'],
      batchSize: BATCH,
      listed: objectKinds().filter((kind) => kind !== 'owner'),
    },
    readChanges: async (kind, window, cursor) =>
      kind === 'pipeline'
        ? readPipelineChanges(asking)
        : readChanges(asking, { kind: asObjectKind(kind), window, cursor }),
    readRecords: async (kind, ids) =>
      kind === 'pipeline'
        ? readPipelineById(asking, ids)
        : readRecords(asking, asObjectKind(kind), ids),
    readGone: async (kind, cursor) =>
      readGone(asking, { kind: asObjectKind(kind), now: clock() }, cursor),
    readIds: async (kind, cursor) => readIds(asking, asObjectKind(kind), cursor),
    countRecords: (kind) =>
      isObjectKind(kind) ? countRecords(asking, kind) : Promise.resolve(null),
    writeInsights: (writes) => writeInsights(asking.client, writes),
  };
}

function objectKinds(): readonly ObjectKind[] {
  // Object.keys forgets the keys' names; OBJECT_TYPES is a constant with exactly these.
  return Object.keys(OBJECT_TYPES) as readonly ObjectKind[];
}

function asObjectKind(kind: RecordKind): ObjectKind {
  if (isObjectKind(kind)) return kind;
  throw new AppError('not_available', `Salesforce has no records of the kind ${kind}.`, {
    recovery: 'skip',
  });
}
