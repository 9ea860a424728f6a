import { createHash } from 'node:crypto';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { ConnectionNews, InsightRef } from '../../crm/writes.ts';
import type { SettledInsight, WaitingInsight } from '../port.ts';

/** In the order asked; null: there is nothing to say of that record. */
export type ComposeInsights = (
  tenantId: TenantId,
  refs: readonly InsightRef[],
  now: Instant,
) => Promise<readonly (InsightValues | null)[]>;

export interface Composed extends SettledInsight {
  readonly values: InsightValues | null;
  readonly knownHash: string;
}

export interface Moment {
  readonly tenantId: TenantId;
  readonly now: Instant;
}

/** What each of these records would say now, with the hash of what it says. */
export async function composeWaiting(
  compose: ComposeInsights,
  { tenantId, now }: Moment,
  waiting: readonly WaitingInsight[],
): Promise<readonly Composed[]> {
  const refs = waiting.map(({ ref }) => ref);
  const values = await compose(tenantId, refs, now);
  return waiting.map(({ ref, hash }, index) => {
    const value = values[index] ?? null;
    const knownHash = hash ?? NOTHING_HASH;
    return { ref, values: value, hash: hashOf(value), knownHash, hasCard: value !== null };
  });
}

export function saysSomethingElse({ hash, knownHash }: Composed): boolean {
  return hash !== knownHash;
}

/** When it was composed is no news. */
export function hashOf(values: InsightValues | ConnectionNews | null): string {
  const said = values === null ? null : { ...values, generatedAt: undefined };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

const NOTHING_HASH = hashOf(null);
