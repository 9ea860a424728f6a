import type { TenantId } from '../../../shared/ids.ts';

/** A record or an activity by the CRM's name of its kind. */
export interface Ref {
  readonly kind: string;
  readonly id: string;
}

/** Somebody of our side, as far as rights go. */
export interface Owner {
  readonly id: string;
  /** Who this is when they look at a card; null: nobody who signs in. */
  readonly userId: string | null;
  readonly teamIds: readonly string[];
}

export interface OwnedRef extends Ref {
  readonly ownerId: string | null;
}

/** What is held of who owns what. Implemented by store/actions/rights-store.ts. */
export interface RightsStore {
  /** The viewer as an owner, and every owner of these records; records that are not held are absent. */
  loadOwnership(tenantId: TenantId, viewerUserId: string, refs: readonly Ref[]): Promise<Ownership>;
  /** The deals that a person is in; of anything else, none. */
  listDealsOf(tenantId: TenantId, ref: Ref): Promise<readonly Ref[]>;
}

export interface Ownership {
  readonly owners: readonly Owner[];
  readonly owned: readonly OwnedRef[];
}
