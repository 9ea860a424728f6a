import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { OwnField } from '../../writes.ts';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS } from '../objects.ts';
import {
  GROUP,
  KEYS,
  OWN_PROPERTIES,
  type Keyed,
  type PropertyDefinition,
} from './own-properties.ts';

type Owner = 'deals' | 'contacts' | Keyed;

const Listed = z.object({ results: z.array(z.object({ name: z.string() })) });

/** Makes the group and the properties that are missing; a human's changes to ours stay. */
export async function setUpProperties(
  client: HubSpotClient,
  fields: readonly OwnField[],
): Promise<void> {
  const wanted = fields.map((field) => OWN_PROPERTIES[field]);
  for (const owner of ['deals', 'contacts'] as const) await ensure(client, owner, wanted);
  await setUpKey(client, 'tasks').catch(unlessForbidden);
}

/** Where tasks may not be written, cards offer none; the rest of the set-up stands. */
function unlessForbidden(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'crm_forbidden') throw error;
}

/** The key by which a task or note is created once. */
export async function setUpKey(client: HubSpotClient, owner: Keyed): Promise<void> {
  await ensure(client, owner, [KEYS[owner]]);
}

/** With its calls set aside, so that it is not stopped after the question each time it begins. */
function ensure(
  client: HubSpotClient,
  owner: Owner,
  wanted: readonly PropertyDefinition[],
): Promise<void> {
  return client.reserve(2 + wanted.length, () => createMissing(client, owner, wanted));
}

async function createMissing(
  client: HubSpotClient,
  owner: Owner,
  wanted: readonly PropertyDefinition[],
): Promise<void> {
  const known = await listNames(client, owner);
  const missing = wanted.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  await createOnce(client, `${pathOf(owner)}/groups`, GROUP);
  for (const property of missing) {
    await createOnce(client, pathOf(owner), { ...property, groupName: GROUP.name });
  }
}

async function listNames(client: HubSpotClient, owner: Owner): Promise<ReadonlySet<string>> {
  const path = pathOf(owner);
  const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path });
  const listed = Listed.safeParse(answer);
  if (!listed.success) throw unexpectedAnswer(`GET ${path}`, 'has a form we do not know');
  return new Set(listed.data.results.map(({ name }) => name));
}

/** 409: another process, or an earlier attempt of ours, has made it. */
async function createOnce(client: HubSpotClient, path: string, body: object): Promise<void> {
  try {
    await client.call({ policy: 'ten_secondly', method: 'POST', path, body });
  } catch (error) {
    const exists = error instanceof AppError && error.code === 'crm_rejected';
    if (!exists || error.recovery !== 'skip') throw error;
  }
}

function pathOf(owner: Owner): string {
  return `/crm/properties/${API_VERSIONS.properties}/${owner}`;
}
