import type { TenantId } from '../../shared/ids.ts';
import { buildCards } from './build-cards.ts';
import type { InsightStore } from './port.ts';

export interface BuildTools {
  readonly store: Pick<InsightStore, 'loadTouched' | 'loadDealFiles' | 'saveCards'>;
  readonly clock: () => Date;
}

const SLICE = 50;

/**
 * Builds the cards of touched subjects, in their turn, one slice a call. A subject that is touched again
 * while it is being built keeps its newer mark. Answers what it built and whether anything is left.
 */
export async function buildTouched(
  { store, clock }: BuildTools,
  tenantId: TenantId,
  which: 'open' | 'all' = 'all',
): Promise<{ readonly cards: number; readonly more: boolean }> {
  const touched = await store.loadTouched(tenantId, SLICE, which);
  if (touched.length === 0) return { cards: 0, more: false };
  const files = await store.loadDealFiles(
    tenantId,
    touched.map(({ subject }) => subject),
  );
  const now = clock().toISOString();
  const built = touched.map((each, index) => {
    const file = files[index] ?? null;
    return { ...each, rows: file === null ? [] : buildCards(file, now) };
  });
  await store.saveCards(tenantId, built);
  const cards = built.reduce((sum, { rows }) => sum + rows.length, 0);
  return { cards, more: touched.length === SLICE };
}
