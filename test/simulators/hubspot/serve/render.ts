import { changedProperty } from '../hubspot-record.ts';
import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import { allProperties } from '../record-store.ts';
import type { RecordStore } from '../record-store.ts';

/** Inline associations stop here and go on by the associations API; the number is assumed. */
const INLINE_ASSOCIATIONS = 100;

export interface Wanted {
  readonly properties: readonly string[];
  readonly history: readonly string[];
}

/** Asked properties that are empty come as null; the three standard ones always come. */
export function render(record: HubSpotRecord, { properties, history }: Wanted): object {
  if (record.served !== undefined) return record.served;
  const known = allProperties(record);
  const names = ['hs_object_id', 'createdate', changedProperty(record.type), ...properties];
  return {
    id: record.id,
    properties: Object.fromEntries(names.map((name) => [name, known[name] ?? null])),
    ...(history.length > 0 ? { propertiesWithHistory: pastValues(record, history) } : {}),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archived ?? false,
    ...(record.archivedAt === undefined ? {} : { archivedAt: record.archivedAt }),
  };
}

function pastValues(record: HubSpotRecord, names: readonly string[]): object {
  const of = (name: string): unknown[] =>
    (record.history?.[name] ?? []).map((past) => ({ ...past, sourceType: 'CRM_UI' }));
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}

/** Each id comes twice, labelled and unlabelled (seen in Estuary's recordings). */
export function inlineAssociations(
  store: RecordStore,
  record: HubSpotRecord,
  names: readonly string[],
): object {
  const told = names.flatMap((name) => {
    // An unknown associated type simply has no targets.
    const ids = store.associated(record, name as ObjectName);
    if (ids.length === 0) return [];
    const shown = ids.slice(0, INLINE_ASSOCIATIONS);
    const results = shown.flatMap((id) => [
      { id, type: `${record.type}_to_${name}` },
      { id, type: `${record.type}_to_${name}_unlabeled` },
    ]);
    const paging = ids.length > shown.length ? { paging: { next: { after: shown.at(-1) } } } : {};
    return [[name, { results, ...paging }] as const];
  });
  return told.length === 0 ? {} : { associations: Object.fromEntries(told) };
}
