import { z } from 'zod';
import { toWrite } from '../http/scopes.ts';
import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import {
  detailOf,
  invalid,
  invalidProperties,
  messageOf,
  nothing,
  partly,
  toObject,
} from './answer.ts';
import type { Answer } from './answer.ts';
import { named, TYPE } from './call.ts';
import type { Route, Scene } from './call.ts';
import { absentError, liveRecord } from './serve-objects.ts';
import { alreadyExists } from './serve-writes.ts';
import { carryOut, CreateInput, plan, renderWritten, UpdateInput } from './write-draft.ts';
import type { Plan } from './write-draft.ts';

/**
 * Batches of up to 100 (research/hubspot.md §4.8). When each input carries its own `objectWriteTraceId`, good records are
 * written and bad ones told in a 207 (developers.hubspot.com/docs/api-reference/error-handling, "multi-status errors",
 * documented for create; the same for update and upsert is assumed). Otherwise one bad record refuses the whole batch.
 */

const CAP = 100;
const BATCH = `/crm/objects/2026-09/${TYPE}/batch`;
const scopes = ([type]: readonly string[]) => toWrite(named(type));

export const WRITE_BATCH_ROUTES: readonly Route[] = [
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/create$`), scopes },
    serve: (scene, { body }, [type]) => batchCreate(scene, named(type), body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/update$`), scopes },
    serve: (scene, { body }, [type]) => batchUpdate(scene, named(type), body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/upsert$`), scopes },
    serve: (scene, { body }, [type]) => batchUpsert(scene, named(type), body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${BATCH}/archive$`), scopes },
    serve: (scene, { body }, [type]) => batchArchive(scene, named(type), body),
  },
];

/** A batch as it was asked: its plans, and the ids of which HubSpot knows no record. */
interface Batch {
  readonly type: ObjectName;
  readonly plans: readonly Plan[];
  readonly absent: readonly string[];
  readonly status: 200 | 201;
  /** Upsert tells whether each record is new. */
  readonly tellsNew: boolean;
}

function batchCreate(scene: Scene, type: ObjectName, body: unknown): Answer {
  const inputs = parse(CreateInput, body);
  if (!Array.isArray(inputs)) return inputs;
  const plans = inputs.map((input) => plan(scene, { type, input, before: null }));
  return settle(scene, { type, plans, absent: [], status: 201, tellsNew: false });
}

function batchUpdate(scene: Scene, type: ObjectName, body: unknown): Answer {
  const inputs = parse(UpdateInput, body);
  if (!Array.isArray(inputs)) return inputs;
  const refusal = refusalOfIds(scene, type, inputs);
  if (refusal !== null) return refusal;
  const known = inputs.map((input) => ({ input, before: find(scene, type, input) }));
  const plans = known.flatMap(({ input, before }) =>
    before === null ? [] : [plan(scene, { type, input, before })],
  );
  const absent = known.filter(({ before }) => before === null).map(({ input }) => input.id);
  return settle(scene, { type, plans, absent, status: 200, tellsNew: false });
}

function batchUpsert(scene: Scene, type: ObjectName, body: unknown): Answer {
  const inputs = parse(UpdateInput, body);
  if (!Array.isArray(inputs)) return inputs;
  if (inputs.some(({ idProperty }) => idProperty === undefined)) {
    return invalid('idProperty is required for upsert.');
  }
  const refusal = refusalOfIds(scene, type, inputs);
  if (refusal !== null) return refusal;
  const plans = inputs.map((input) => {
    const { id, idProperty = '', properties } = input;
    const whole = { ...input, properties: { [idProperty]: id, ...properties } };
    return plan(scene, { type, input: whole, before: find(scene, type, input) });
  });
  return settle(scene, { type, plans, absent: [], status: 200, tellsNew: true });
}

function batchArchive({ portal, source }: Scene, type: ObjectName, body: unknown): Answer {
  const inputs = parse(z.strictObject({ id: z.string() }), body);
  if (!Array.isArray(inputs)) return inputs;
  for (const { id } of inputs) portal.account.archive(type, id, source);
  return nothing();
}

function parse<T>(input: z.ZodType<T>, body: unknown): T[] | Answer {
  const parsed = z.strictObject({ inputs: z.array(input).min(1) }).safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { inputs } = parsed.data;
  return inputs.length > CAP ? invalid(`No more than ${CAP} inputs in one request`) : inputs;
}

type Update = z.infer<typeof UpdateInput>;

/** Words of the first: segmentio/action-destinations#3957; of the second: community.hubspot.com, often reported. */
function refusalOfIds(
  { portal }: Scene,
  type: ObjectName,
  inputs: readonly Update[],
): Answer | null {
  const named = inputs.flatMap(({ idProperty }) => idProperty ?? []);
  const wrong = named.find((name) => portal.catalog.get(type, name)?.hasUniqueValue !== true);
  if (wrong !== undefined) {
    return invalid(
      `Unable to perform update/upsert by non-unique ${type} property ${wrong} in portal ID ${portal.accountId}`,
    );
  }
  const ids = inputs.map(({ id, idProperty = '' }) => `${idProperty} ${id}`);
  if (new Set(ids).size < ids.length) return invalid('Duplicate IDs found in batch input.');
  const isEmpty = inputs.some(({ properties }) => Object.keys(properties).length === 0);
  return isEmpty ? invalid('No properties found to update, please provide at least one.') : null;
}

function find(
  { portal }: Scene,
  type: ObjectName,
  { id, idProperty }: Update,
): HubSpotRecord | null {
  const found = idProperty === undefined ? id : portal.findUnique(type, idProperty, id);
  return found === null ? null : liveRecord(portal.account.store, type, found);
}

function settle(scene: Scene, batch: Batch): Answer {
  const bad = batch.plans.filter(
    ({ problems, conflict }) => problems.length > 0 || conflict !== null,
  );
  const isTraced = batch.plans.every(({ input }) => input.objectWriteTraceId !== undefined);
  if (bad.length > 0 && !isTraced) return refusalOfAll(batch.type, bad);
  const good = batch.plans.filter((each) => !bad.includes(each));
  const results = good.map((each) => ({
    ...renderWritten(carryOut(scene, batch.type, each), each),
    ...(batch.tellsNew ? { new: each.before === null } : {}),
  }));
  const errors = [
    ...bad.map((each) => errorOf(batch.type, each)),
    ...(batch.absent.length === 0 ? [] : [absentError(batch.type, batch.absent)]),
  ];
  const at = scene.now.toISOString();
  const whole = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
  if (errors.length === 0) return { status: batch.status, body: whole };
  return partly({ ...whole, numErrors: errors.length, errors });
}

function refusalOfAll(type: ObjectName, bad: readonly Plan[]): Answer {
  const problems = bad.flatMap((each) => each.problems);
  if (problems.length > 0) return invalidProperties(problems);
  return alreadyExists(type, bad[0]?.conflict ?? '');
}

/** `context.objectWriteTraceId` is documented; `context.id` beside it is assumed. */
function errorOf(type: ObjectName, { input, before, problems, conflict }: Plan): object {
  const trace = { objectWriteTraceId: [input.objectWriteTraceId] };
  const context = before === null ? trace : { ...trace, id: [before.id] };
  if (problems.length === 0) {
    const { body } = alreadyExists(type, conflict ?? '');
    return { ...toObject(body), context };
  }
  const message = messageOf(problems);
  const errors = problems.map(detailOf);
  return { status: 'error', category: 'VALIDATION_ERROR', message, context, errors };
}
