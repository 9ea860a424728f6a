import { z } from 'zod';
import { toRead, toWrite } from '../http/scopes.ts';
import type { ObjectName } from '../hubspot-record.ts';
import type { RecordStore } from '../record-store.ts';
import { defaultTypeId, targetOf } from './association-types.ts';
import { invalid, nothing, ok, partly } from './answer.ts';
import type { Answer } from './answer.ts';
import { ID, named, TYPE } from './call.ts';
import type { Route, Scene } from './call.ts';
import { liveRecord } from './serve-objects.ts';

/** `/crm/associations/2026-09/{from}/{to}/batch/…` and the default association (research/hubspot.md §4.1, §4.3). */

const READ_CAP = 1_000;
/** Documented for v4: developers.hubspot.com, associations, "limits"; assumed to hold on. */
const WRITE_CAP = 2_000;
/** Targets told of one record at a time; more come by `after`. */
const PAGE_SIZE = 500;

const BATCH = `/crm/associations/2026-09/${TYPE}/${TYPE}/batch`;

/** Each end's own scope; assumed, the reference names the object's scopes without saying which end. */
const readScopes = ([from, to]: readonly string[]) => [
  ...toRead(named(from)),
  ...toRead(named(to)),
];
const writeScopes = ([from]: readonly string[]) => toWrite(named(from));

export const ASSOCIATION_ROUTES: readonly Route[] = [
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/read$`), scopes: readScopes, budget: 'none' },
    serve: ({ portal }, { body }, [from, to]) =>
      readAssociations(portal.account.store, { from: named(from), to: named(to) }, body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/create$`), budget: 'none' },
    scopes: writeScopes,
    serve: (scene, { body }, [from, to]) =>
      writeAssociations(scene, { ...ends(from, to), how: 'create' }, body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/associate/default$`), budget: 'none' },
    scopes: writeScopes,
    serve: (scene, { body }, [from, to]) =>
      writeAssociations(scene, { ...ends(from, to), how: 'default' }, body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/archive$`), budget: 'none' },
    scopes: writeScopes,
    serve: (scene, { body }, [from, to]) => archiveAssociations(scene, ends(from, to), body),
  },
  {
    method: 'PUT',
    path: new RegExp(`^/crm/objects/2026-09/${TYPE}/${ID}/associations/default/${TYPE}/${ID}$`),
    scopes: ([from]) => writeScopes([from ?? '']),
    serve: (scene, _call, [from, fromId = '', to, toId = '']) =>
      putDefault(scene, ends(from, to), { fromId, toId }),
  },
];

interface Ends {
  readonly from: ObjectName;
  readonly to: ObjectName;
}

function ends(from: string | undefined, to: string | undefined): Ends {
  return { from: named(from), to: named(to) };
}

const BatchRead = z.strictObject({
  inputs: z.array(z.strictObject({ id: z.string(), after: z.string().optional() })),
});

function readAssociations(store: RecordStore, { from, to }: Ends, body: unknown): Answer {
  const parsed = BatchRead.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { inputs } = parsed.data;
  if (inputs.length > READ_CAP) return invalid(`No more than ${READ_CAP} inputs in one request`);
  const told = inputs.map(({ id, after }) => {
    const targets = store.associated({ type: from, id }, to);
    return { id, targets, start: after === undefined ? 0 : Number(after) };
  });
  const typeId = defaultTypeId(from, to);
  const results = told
    .filter(({ targets }) => targets.length > 0)
    .map((each) => toResult(each, typeId));
  const without = told.filter(({ targets }) => targets.length === 0);
  return without.length === 0
    ? ok({ status: 'COMPLETE', results })
    : partly({
        status: 'COMPLETE',
        results,
        numErrors: without.length,
        errors: without.map(({ id }) => noneFound(from, to, id)),
      });
}

interface Told {
  readonly id: string;
  readonly targets: readonly string[];
  readonly start: number;
}

function toResult({ id, targets, start }: Told, typeId: number): unknown {
  const end = start + PAGE_SIZE;
  return {
    from: { id },
    to: targets.slice(start, end).map((target) => ({
      toObjectId: Number(target),
      associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId, label: null }],
    })),
    ...(end < targets.length ? { paging: { next: { after: String(end) } } } : {}),
  };
}

/** Having none is told as an error inside a 207: developers.hubspot.com, associations v4, "batch read". */
function noneFound(from: ObjectName, to: ObjectName, id: string): unknown {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to} is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
  };
}

const End = z.strictObject({ id: z.string() });
const LabelledType = z.strictObject({
  associationCategory: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED']),
  associationTypeId: z.int(),
});
const BatchWrite = z.strictObject({
  inputs: z
    .array(z.strictObject({ from: End, to: End, types: z.array(LabelledType).min(1).optional() }))
    .max(WRITE_CAP),
});

function writeAssociations(
  { portal, source }: Scene,
  { from, to, how }: Ends & { readonly how: 'create' | 'default' },
  body: unknown,
): Answer {
  const parsed = BatchWrite.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { inputs } = parsed.data;
  if (how === 'create') {
    const types = inputs.flatMap((input) => input.types ?? [null]);
    const isRight = types.every((each) => each !== null && leadsTo(from, to, each));
    if (!isRight) return invalid('One or more association types are invalid for these objects.');
  }
  const { account } = portal;
  const isThere = inputs.every(
    (input) =>
      liveRecord(account.store, from, input.from.id) && liveRecord(account.store, to, input.to.id),
  );
  if (!isThere) return invalid('One or more records of this batch do not exist.');
  for (const { from: one, to: other } of inputs)
    account.associate({ type: from, id: one.id }, { type: to, id: other.id }, source);
  return { status: 201, body: { status: 'COMPLETE', results: inputs } };
}

function leadsTo(from: ObjectName, to: ObjectName, type: z.infer<typeof LabelledType>): boolean {
  return (
    type.associationCategory !== 'HUBSPOT_DEFINED' || targetOf(from, type.associationTypeId) === to
  );
}

const BatchArchive = z.strictObject({
  inputs: z.array(z.strictObject({ from: End, to: z.array(End) })).max(WRITE_CAP),
});

function archiveAssociations({ portal, source }: Scene, { from, to }: Ends, body: unknown): Answer {
  const parsed = BatchArchive.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  for (const { from: one, to: others } of parsed.data.inputs) {
    for (const { id } of others)
      portal.account.dissociate({ type: from, id: one.id }, { type: to, id }, source);
  }
  return nothing();
}

function putDefault(
  { portal, source }: Scene,
  { from, to }: Ends,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Answer {
  const { account } = portal;
  const isThere =
    liveRecord(account.store, from, fromId) !== null &&
    liveRecord(account.store, to, toId) !== null;
  if (!isThere) return invalid('One of the two records does not exist.');
  account.associate({ type: from, id: fromId }, { type: to, id: toId }, source);
  const associationSpec = {
    associationCategory: 'HUBSPOT_DEFINED',
    associationTypeId: defaultTypeId(from, to),
  };
  const result = { from: { id: fromId }, to: { id: toId }, associationSpec };
  return ok({ status: 'COMPLETE', results: [result] });
}
