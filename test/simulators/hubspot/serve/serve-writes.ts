import { z } from 'zod';
import { toWrite } from '../http/scopes.ts';
import type { ObjectName } from '../hubspot-record.ts';
import {
  created,
  invalid,
  invalidProperties,
  nothing,
  notFound,
  ok,
  refuse,
  toObject,
} from './answer.ts';
import type { Answer } from './answer.ts';
import { ID, named, TYPE } from './call.ts';
import type { Route, Scene } from './call.ts';
import { liveRecord } from './serve-objects.ts';
import { carryOut, CreateInput, plan, renderWritten, UpdateInput } from './write-draft.ts';
import type { Plan } from './write-draft.ts';

/** One record at a time: create, change, archive; merging and privacy deletion (research/hubspot.md §4.1, §4.8). */

const OBJECTS = `/crm/objects/2026-09/${TYPE}`;
const scopes = ([type]: readonly string[]) => toWrite(named(type));

export const WRITE_ROUTES: readonly Route[] = [
  {
    ...{ method: 'POST', path: new RegExp(`^${OBJECTS}$`), scopes },
    serve: (scene, { body }, [type]) => createObject(scene, named(type), body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${OBJECTS}/merge$`), scopes },
    serve: (scene, { body }, [type]) => mergeObjects(scene, named(type), body),
  },
  {
    ...{ method: 'POST', path: /^\/crm\/objects\/2026-09\/(contacts)\/gdpr-delete$/, scopes },
    serve: (scene, { body }) => gdprDelete(scene, body),
  },
  {
    ...{ method: 'PATCH', path: new RegExp(`^${OBJECTS}/${ID}$`), scopes },
    serve: (scene, call, [type, id]) => {
      const idProperty = call.query.get('idProperty');
      const input = {
        id: decodeURIComponent(id ?? ''),
        ...(idProperty === null ? {} : { idProperty }),
      };
      return changeObject(scene, named(type), { ...input, ...toObject(call.body) });
    },
  },
  {
    ...{ method: 'DELETE', path: new RegExp(`^${OBJECTS}/${ID}$`), scopes },
    // Whether HubSpot tells an unknown id apart here is unknown: assumed not.
    serve: ({ portal, source }, _call, [type, id = '']) => {
      portal.account.archive(named(type), id, source);
      return nothing();
    },
  },
];

function createObject(scene: Scene, type: ObjectName, body: unknown): Answer {
  const parsed = CreateInput.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const planned = plan(scene, { type, input: parsed.data, before: null });
  return (
    refusalOf(type, planned) ?? created(renderWritten(carryOut(scene, type, planned), planned))
  );
}

function changeObject(scene: Scene, type: ObjectName, input: unknown): Answer {
  const parsed = UpdateInput.safeParse(input);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { id, idProperty, properties } = parsed.data;
  // hubspot-api-ruby#121.
  if (Object.keys(properties).length === 0) {
    return invalid('No properties found to update, please provide at least one.');
  }
  const found = idProperty === undefined ? id : scene.portal.findUnique(type, idProperty, id);
  const before = found === null ? null : liveRecord(scene.portal.account.store, type, found);
  if (before === null) return notFound();
  const planned = plan(scene, { type, input: parsed.data, before });
  return refusalOf(type, planned) ?? ok(renderWritten(carryOut(scene, type, planned), planned));
}

function refusalOf(type: ObjectName, { problems, conflict }: Plan): Answer | null {
  if (problems.length > 0) return invalidProperties(problems);
  return conflict === null ? null : alreadyExists(type, conflict);
}

/** Recorded for contacts: hubspot-api-nodejs#545. */
export function alreadyExists(type: ObjectName, id: string): Answer {
  const noun = type.slice(0, 1).toUpperCase() + type.slice(1, -1);
  return refuse(409, 'CONFLICT', `${noun} already exists. Existing ID: ${id}`);
}

const Merge = z.strictObject({ primaryObjectId: z.string(), objectIdToMerge: z.string() });

function mergeObjects({ portal }: Scene, type: ObjectName, body: unknown): Answer {
  const parsed = Merge.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { primaryObjectId, objectIdToMerge } = parsed.data;
  const merged = portal.account.merge(type, primaryObjectId, objectIdToMerge);
  if (merged === null) return notFound();
  const { id, properties, createdAt, updatedAt } = merged;
  return ok({ id, properties, createdAt, updatedAt, archived: false });
}

const GdprDelete = z.strictObject({ objectId: z.string(), idProperty: z.string().optional() });

function gdprDelete({ portal, source }: Scene, body: unknown): Answer {
  const parsed = GdprDelete.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { objectId, idProperty } = parsed.data;
  const id =
    idProperty === undefined ? objectId : portal.findUnique('contacts', idProperty, objectId);
  if (id !== null) portal.account.gdprDelete(id, source);
  return nothing();
}
