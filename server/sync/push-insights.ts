import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { CrmPort } from '../crm/port.ts';
import type { Receipt } from '../crm/records.ts';
import type { InsightValues } from '../../shared/insight-payload.ts';
import type { ConnectionNews, InsightRef, WriteResult } from '../crm/writes.ts';
import type { OrgInsightStore, SettledInsight, WaitingInsight } from './port.ts';

export interface InsightTools {
  readonly crm: Pick<CrmPort, 'writeInsights' | 'writeConnection'>;
  readonly store: OrgInsightStore;
  /** In the order asked; null: there is nothing to say of that record. */
  readonly compose: (
    tenantId: TenantId,
    refs: readonly InsightRef[],
    now: Instant,
  ) => Promise<readonly (InsightValues | null)[]>;
  /** How the account is doing, as its cards should know. */
  readonly newsOf: (tenantId: TenantId) => Promise<ConnectionNews>;
  readonly clock: () => Date;
}

/** Composed, written and settled together: one call of the CRM. */
const SLICE = 200;
const NOTHING_HASH = hashOf(null);

/**
 * Brings our own records in the CRM up to date: only those that say something else than before, and what there is nothing
 * to say of any more goes. Killed between the CRM's answer and our commit it writes the same again, which changes nothing.
 * True when more waits.
 */
export async function pushInsights(tools: InsightTools, tenantId: TenantId): Promise<boolean> {
  const { crm, store, compose, clock } = tools;
  const waiting = await store.listWaiting(tenantId, SLICE);
  if (waiting.length === 0) {
    await tellNews(tools, tenantId);
    return false;
  }
  const at = clock().toISOString();
  const refs = waiting.map(({ ref }) => ref);
  const composed = toComposed(waiting, await compose(tenantId, refs, at));
  const changed = composed.filter(({ hash, knownHash }) => hash !== knownHash);
  const results = await write(crm, changed);
  const receipts = results.flatMap((result, index) => toReceipt(changed[index], result));
  await store.settle(tenantId, composed, { at, receipts });
  // Once more, to see that nothing is left, and to tell of it.
  return true;
}

/** A call only when there is news. */
async function tellNews(
  { crm, store, newsOf, clock }: InsightTools,
  tenantId: TenantId,
): Promise<void> {
  const news = await newsOf(tenantId);
  const hash = hashOf(news);
  if (crm.writeConnection === undefined || hash === (await store.loadConnection(tenantId))) return;
  await crm.writeConnection(news);
  await store.saveConnection(tenantId, { hash, at: clock().toISOString() });
}

interface Composed extends SettledInsight {
  readonly values: InsightValues | null;
  readonly knownHash: string;
}

function toComposed(
  waiting: readonly WaitingInsight[],
  values: readonly (InsightValues | null)[],
): readonly Composed[] {
  return waiting.map(({ ref, hash }, index) => {
    const value = values[index] ?? null;
    const knownHash = hash ?? NOTHING_HASH;
    return { ref, values: value, hash: hashOf(value), knownHash, hasCard: value !== null };
  });
}

async function write(
  crm: InsightTools['crm'],
  changed: readonly Composed[],
): Promise<readonly WriteResult[]> {
  if (changed.length === 0) return [];
  if (crm.writeInsights === undefined) {
    throw new AppError('not_available', 'This CRM has no records of ours.', { recovery: 'skip' });
  }
  return crm.writeInsights(changed.map(({ ref, values }) => ({ ref, values })));
}

/** A refused record is left alone until it has something else to say; its receipt tells the admin why. */
function toReceipt(written: Composed | undefined, { reason }: WriteResult): readonly Receipt[] {
  if (written === undefined || reason === null) return [];
  return [{ ...written.ref, reason }];
}

/** When it was composed is no news. */
function hashOf(values: InsightValues | ConnectionNews | null): string {
  const said = values === null ? null : { ...values, generatedAt: undefined };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
