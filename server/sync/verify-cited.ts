import type { Instant, TenantId } from '../../shared/ids.ts';
import type { CrmCapabilities } from '../crm/port.ts';
import { isActivityKind } from '../crm/records.ts';
import type { SyncStore } from './port.ts';

/**
 * What a rep is about to rely on is asked for by id, so that a deletion is noticed even where its notice was lost and no
 * list told of it: the refresh reads the marked activities by batch, confirms those that are there, and takes the claims
 * of those that are not. Answers how many there are.
 */
export async function markCitedSoon(
  store: Pick<SyncStore, 'listCitedSoon' | 'markDirty'>,
  tenantId: TenantId,
  now: Instant,
): Promise<number> {
  const cited = await store.listCitedSoon(tenantId, now);
  await store.markDirty(tenantId, cited);
  return cited.length;
}

/**
 * Of some kinds the CRM tells no deletions at all, so nothing but asking confirms what is cited of them. Answers how many
 * were marked.
 */
export async function markCitedUnlisted(
  store: Pick<SyncStore, 'listCitedOf' | 'markDirty'>,
  tenantId: TenantId,
  { kinds, listed = [] }: Pick<CrmCapabilities, 'kinds' | 'listed'>,
): Promise<number> {
  const unlisted = kinds.filter((kind) => isActivityKind(kind) && !listed.includes(kind));
  const cited = await store.listCitedOf(tenantId, unlisted);
  await store.markDirty(tenantId, cited);
  return cited.length;
}
