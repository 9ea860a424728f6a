import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { NewWriting } from '../../writes.ts';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS, OBJECT_TYPES } from '../objects.ts';
import { KEYS, type Keyed } from './own-properties.ts';
import { setUpKey } from './set-up-properties.ts';

export interface OnceWritten extends NewWriting {
  readonly object: Keyed;
  readonly properties: Readonly<Record<string, string>>;
}

const Upserted = z.object({ results: z.array(z.object({ id: z.coerce.string() })).min(1) });

/** Two upserts, and what makes the key in between. */
const CALLS_WITH_KEY = 5;

/**
 * An activity by upsert on our unique key, then its links: every step can be repeated, so that an answer that got lost
 * makes no second one. Assumed, not tried on a live portal: activities take a unique property of an app, as other
 * objects do. An account that has no such property says so by refusing; then it is made. All calls are set aside first:
 * where a busy account gives one call at a time, an attempt that begins anew after each would never end.
 */
export function upsertOnce(
  client: HubSpotClient,
  written: OnceWritten,
): Promise<{ readonly id: string }> {
  const calls = CALLS_WITH_KEY + written.about.length;
  return client.reserve(calls, () => upsertAndLink(client, written));
}

async function upsertAndLink(
  client: HubSpotClient,
  written: OnceWritten,
): Promise<{ readonly id: string }> {
  const id = await upsertWithKey(client, written);
  for (const { kind, id: recordId } of written.about) {
    const to = `${OBJECT_TYPES[kind].name}/${encodeURIComponent(recordId)}`;
    const path = `${pathOf(written)}/${encodeURIComponent(id)}/associations/default/${to}`;
    await client.call({ policy: 'ten_secondly', method: 'PUT', path });
  }
  return { id };
}

async function upsertWithKey(client: HubSpotClient, written: OnceWritten): Promise<string> {
  try {
    return await upsert(client, written);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'crm_rejected') throw error;
    await setUpKey(client, written.object);
    return upsert(client, written);
  }
}

async function upsert(client: HubSpotClient, written: OnceWritten): Promise<string> {
  const path = `${pathOf(written)}/batch/upsert`;
  const answer = await client.call({
    policy: 'ten_secondly',
    method: 'POST',
    path,
    body: { inputs: [toInput(written)] },
  });
  const [first] = Upserted.safeParse(answer).data?.results ?? [];
  if (first === undefined)
    throw unexpectedAnswer(`POST ${path}`, `names none of the ${written.object}`);
  return first.id;
}

function toInput({ object, key, ownerId, properties }: OnceWritten) {
  const { name } = KEYS[object];
  const owner = ownerId === null ? {} : { hubspot_owner_id: ownerId };
  return { id: key, idProperty: name, properties: { [name]: key, ...properties, ...owner } };
}

function pathOf({ object }: OnceWritten): string {
  return `/crm/objects/${API_VERSIONS.objects}/${object}`;
}
