import type { TenantId } from '../../../shared/ids.ts';
import type { Ownership, Ref, RightsStore } from './port.ts';

/**
 * The CRM does not tell who may open a record, so a rule of our own stands in: a viewer may read what they own and what
 * an owner of one of their teams owns. Everything else, the ownerless included, is not known and means no.
 */
export function readableOf(viewerUserId: string, { owners, owned }: Ownership): readonly Ref[] {
  const self = owners.filter(({ userId }) => userId === viewerUserId);
  const teams = new Set(self.flatMap(({ teamIds }) => teamIds));
  const mates = owners.filter(({ teamIds }) => teamIds.some((id) => teams.has(id)));
  const readable = new Set([...self, ...mates].map(({ id }) => id));
  return owned.filter(({ ownerId }) => ownerId !== null && readable.has(ownerId));
}

/** Of `refs`, those that the viewer may open. */
export type MayRead = (
  tenantId: TenantId,
  viewerUserId: string,
  refs: readonly Ref[],
) => Promise<readonly Ref[]>;

/** By what we hold: no call of the CRM. */
export function createMayRead({ loadOwnership }: Pick<RightsStore, 'loadOwnership'>): MayRead {
  return async (tenantId, viewerUserId, refs) => {
    if (refs.length === 0) return [];
    return readableOf(viewerUserId, await loadOwnership(tenantId, viewerUserId, refs));
  };
}
