import { z } from 'zod';
import { invalid, ok, partly } from './answer.ts';
import type { Answer } from './answer.ts';
import type { ObjectName } from '../hubspot-record.ts';
import type { RecordStore } from '../record-store.ts';

/** `POST /crm/associations/2026-09/{from}/{to}/batch/read` (research/hubspot.md §4.3). */

const INPUT_CAP = 1000;
/** Targets told of one record at a time; more come by `after`. */
const PAGE_SIZE = 500;

const BatchRead = z.strictObject({
  inputs: z.array(z.strictObject({ id: z.string(), after: z.string().optional() })),
});

export function readAssociations(
  store: RecordStore,
  { from, to }: { readonly from: ObjectName; readonly to: ObjectName },
  body: unknown,
): Answer {
  const parsed = BatchRead.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { inputs } = parsed.data;
  if (inputs.length > INPUT_CAP) return invalid(`No more than ${INPUT_CAP} inputs in one request`);
  const told = inputs.map(({ id, after }) => {
    const targets = store.associated({ type: from, id }, to);
    return { id, targets, start: after === undefined ? 0 : Number(after) };
  });
  const results = told.filter(({ targets }) => targets.length > 0).map(toResult);
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

function toResult({ id, targets, start }: Told): unknown {
  const end = start + PAGE_SIZE;
  return {
    from: { id },
    to: targets.slice(start, end).map((target) => ({
      toObjectId: Number(target),
      associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: null }],
    })),
    ...(end < targets.length ? { paging: { next: { after: String(end) } } } : {}),
  };
}

interface Told {
  readonly id: string;
  readonly targets: readonly string[];
  readonly start: number;
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
