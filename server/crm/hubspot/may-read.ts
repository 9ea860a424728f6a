import type { OwnerRecord, RecordRef } from '../records.ts';
import type { HubSpotClient } from './client.ts';
import { readAllOwners } from './reading/directory.ts';
import { isObjectKind } from './objects.ts';
import type { ObjectKind } from './objects.ts';
import { readOwnerIds } from './reading/batch-read.ts';

export interface Viewing {
  readonly viewerUserId: string;
  readonly refs: readonly RecordRef[];
}

/**
 * HubSpot's interface does not tell who may open a record, so a rule of our own stands in: a viewer may read what they
 * own and what an owner of one of their teams owns. Everything else, the ownerless included, is not known and means no.
 * Costs one call for the owners and one for each kind and hundred records.
 */
export async function mayRead(
  client: HubSpotClient,
  viewing: Viewing,
): Promise<readonly RecordRef[]> {
  if (viewing.refs.length === 0) return [];
  const owners = await readAllOwners(client);
  const readable = readableOwnerIds(owners, viewing.viewerUserId);
  if (readable.size === 0) return [];
  const allowed = new Set<string>();
  for (const [kind, ids] of idsByKind(viewing.refs)) {
    const ownerIds = await readOwnerIds(client, kind, ids);
    for (const [id, ownerId] of ownerIds) {
      if (readable.has(ownerId)) allowed.add(keyOf({ kind, id }));
    }
  }
  return viewing.refs.filter((ref) => allowed.has(keyOf(ref)));
}

function readableOwnerIds(owners: readonly OwnerRecord[], userId: string): ReadonlySet<string> {
  const present = owners.filter((owner) => !owner.archived);
  const self = present.filter((owner) => owner.userId === userId);
  const teams = new Set(self.flatMap((owner) => owner.teamIds));
  const mates = present.filter((owner) => owner.teamIds.some((team) => teams.has(team)));
  return new Set([...self, ...mates].map((owner) => owner.id));
}

function idsByKind(refs: readonly RecordRef[]): ReadonlyMap<ObjectKind, readonly string[]> {
  const groups = new Map<ObjectKind, string[]>();
  for (const { kind, id } of refs) {
    if (!isObjectKind(kind)) continue;
    const ids = groups.get(kind) ?? [];
    if (!ids.includes(id)) groups.set(kind, [...ids, id]);
  }
  return groups;
}

function keyOf({ kind, id }: RecordRef): string {
  return `${kind} ${id}`;
}
