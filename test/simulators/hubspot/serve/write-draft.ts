import { z } from 'zod';
import { problemsOf } from '../portal/check-properties.ts';
import type { WriteProblem } from '../portal/check-properties.ts';
import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import { targetOf } from './association-types.ts';
import type { Scene } from './call.ts';
import { render } from './render.ts';
import { liveRecord } from './serve-objects.ts';

/** "ids and all values are strings" (research/hubspot.md §4.8). */
const Properties = z.record(z.string(), z.string());

const Association = z.strictObject({
  to: z.strictObject({ id: z.string() }),
  types: z
    .array(
      z.strictObject({
        associationCategory: z.literal('HUBSPOT_DEFINED'),
        associationTypeId: z.int(),
      }),
    )
    .min(1),
});

export const CreateInput = z.strictObject({
  properties: Properties,
  associations: z.array(Association).default([]),
  objectWriteTraceId: z.string().optional(),
});

export const UpdateInput = z.strictObject({
  id: z.string(),
  idProperty: z.string().optional(),
  properties: Properties,
  objectWriteTraceId: z.string().optional(),
});

/** What one input of a write comes to, before anything is written. */
export interface Plan {
  readonly input: z.infer<typeof UpdateInput> | z.infer<typeof CreateInput>;
  /** Null: a new record. */
  readonly before: HubSpotRecord | null;
  readonly problems: readonly WriteProblem[];
  /** The record that already has a value which must be unique. */
  readonly conflict: string | null;
}

export interface Wish {
  readonly type: ObjectName;
  readonly input: Plan['input'];
  readonly before: HubSpotRecord | null;
}

export function plan({ portal }: Scene, { type, input, before }: Wish): Plan {
  const draft = { type, properties: input.properties, before };
  const problems = [...problemsOf(portal, draft), ...problemsOfAssociations(portal, type, input)];
  return { input, before, problems, conflict: conflictOf(portal, draft) };
}

/** Writes what was planned without a problem. */
export function carryOut({ portal, source }: Scene, type: ObjectName, one: Plan): HubSpotRecord {
  const { properties } = one.input;
  const cleared = Object.entries(properties).map(([name, value]) => [
    name,
    value === '' ? null : value,
  ]);
  const id = one.before === null ? {} : { id: one.before.id };
  // fromEntries forgets that the keys are names and the values texts or null.
  const values = Object.fromEntries(cleared) as Record<string, string | null>;
  const record = portal.account.put({ type, ...id, properties: values, source });
  for (const { to, types } of associationsOf(one.input)) {
    const target = targetOf(type, types[0]?.associationTypeId ?? 0);
    if (target !== null) portal.account.associate(record, { type: target, id: to.id }, source);
  }
  return record;
}

/** What was written comes back beside the standard properties. */
export function renderWritten(record: HubSpotRecord, { input }: Plan): object {
  const trace =
    input.objectWriteTraceId === undefined ? {} : { objectWriteTraceId: input.objectWriteTraceId };
  return {
    ...render(record, { properties: Object.keys(input.properties), history: [] }),
    ...trace,
  };
}

function associationsOf(input: Plan['input']): z.infer<typeof CreateInput>['associations'] {
  return 'associations' in input ? input.associations : [];
}

/** The kind of check is documented, its words are assumed. */
function problemsOfAssociations(
  portal: Scene['portal'],
  type: ObjectName,
  input: Plan['input'],
): readonly WriteProblem[] {
  return associationsOf(input).flatMap(({ to, types }) =>
    types.flatMap(({ associationTypeId }): WriteProblem[] => {
      const target = targetOf(type, associationTypeId);
      const isRight = target !== null && liveRecord(portal.account.store, target, to.id) !== null;
      const message = `Association type ${associationTypeId} from ${type} to record ${to.id} is not valid.`;
      return isRight
        ? []
        : [{ code: 'INVALID_ASSOCIATION', message, propertyName: 'associations' }];
    }),
  );
}

function conflictOf(
  portal: Scene['portal'],
  {
    type,
    properties,
    before,
  }: { type: ObjectName; properties: Record<string, string>; before: HubSpotRecord | null },
): string | null {
  for (const [name, value] of Object.entries(properties)) {
    if (value === '' || portal.catalog.get(type, name)?.hasUniqueValue !== true) continue;
    const holder = portal.findUnique(type, name, value);
    if (holder !== null && holder !== before?.id) return holder;
  }
  return null;
}
