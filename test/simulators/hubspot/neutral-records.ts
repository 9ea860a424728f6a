import type { CrmRecord } from '../../../server/crm/records.ts';
import { mapIn } from '../../../server/crm/hubspot/map-in.ts';
import { OBJECT_KINDS, OBJECT_TYPES } from '../../../server/crm/hubspot/objects.ts';
import { isReceipt, parseRecord } from '../../../server/crm/hubspot/reading/raw-record.ts';
import type { HubSpotRecord, ObjectName } from './hubspot-record.ts';
import { render } from './serve/render.ts';

/**
 * Generated records as the adapter would hand them over, without the way through HTTP: the same rendering, parsing and
 * mapping. Only associations that the record itself tells are known.
 */
export function* neutralRecords(records: Iterable<HubSpotRecord>): Iterable<CrmRecord> {
  for (const record of records) yield neutralRecord(record);
}

const KIND_OF = new Map(OBJECT_KINDS.map((kind) => [OBJECT_TYPES[kind].name, kind]));

function neutralRecord(record: HubSpotRecord): CrmRecord {
  const kind = KIND_OF.get(record.type);
  if (kind === undefined) throw new Error(`No kind for ${record.type}.`);
  const { properties, history } = OBJECT_TYPES[kind];
  const raw = parseRecord(kind, render(record, { properties, history }));
  if (isReceipt(raw)) throw new Error(raw.reason);
  // Object.entries widens the keys of a partial record to string.
  const told = Object.entries(record.associations ?? {}) as [ObjectName, readonly string[]][];
  const { record: mapped, receipt } = mapIn(kind, { ...raw, associations: new Map(told) });
  if (mapped === null) throw new Error(receipt?.reason ?? `${kind} ${record.id} was lost.`);
  return mapped;
}
