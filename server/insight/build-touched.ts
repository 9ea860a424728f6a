import type { TenantId } from '../../shared/ids.ts';
import { buildCards } from './build-cards.ts';
import type { InsightStore, TouchedSubject } from './port.ts';

export interface BuildTools {
  readonly store: Pick<InsightStore, 'loadTouched' | 'loadDealFile' | 'saveCards'>;
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
  let cards = 0;
  for (const each of touched) cards += await buildSubject({ store, clock }, tenantId, each);
  return { cards, more: touched.length === SLICE };
}

async function buildSubject(
  { store, clock }: BuildTools,
  tenantId: TenantId,
  touched: TouchedSubject,
): Promise<number> {
  const file = await store.loadDealFile(tenantId, touched.subject);
  const rows = file === null ? [] : buildCards(file, clock().toISOString());
  await store.saveCards(tenantId, touched, rows);
  return rows.length;
}
