import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { Receipt } from '../../crm/records.ts';
import type { ConnectionNews, WriteResult } from '../../crm/writes.ts';
import type { InsightJobStore, OrgInsightStore } from '../port.ts';
import {
  composeWaiting,
  hashOf,
  saysSomethingElse,
  type ComposeInsights,
  type Composed,
} from './compose-waiting.ts';
import { pushByJob } from './push-by-job.ts';

export interface InsightTools {
  readonly crm: Pick<
    CrmPort,
    'writeInsights' | 'writeConnection' | 'openInsightJob' | 'readInsightJob'
  >;
  readonly store: OrgInsightStore;
  readonly jobs: InsightJobStore;
  readonly compose: ComposeInsights;
  /** How the account is doing, as its cards should know. */
  readonly newsOf: (tenantId: TenantId) => Promise<ConnectionNews>;
  readonly clock: () => Date;
}

/** Composed, written and settled together: one call of the CRM. */
const SLICE = 200;

/**
 * Brings our own records in the CRM up to date: only those that say something else than before, and what there is nothing
 * to say of any more goes; very many go by a job. Killed between the CRM's answer and our commit it writes the same again, which changes nothing.
 * True when more waits.
 */
export async function pushInsights(tools: InsightTools, tenantId: TenantId): Promise<boolean> {
  const { crm, store, compose, clock } = tools;
  if (await pushByJob(tools, tenantId)) return true;
  const waiting = await store.listWaiting(tenantId, SLICE);
  if (waiting.length === 0) {
    await tellNews(tools, tenantId);
    return false;
  }
  const at = clock().toISOString();
  const composed = await composeWaiting(compose, { tenantId, now: at }, waiting);
  const changed = composed.filter(saysSomethingElse);
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
