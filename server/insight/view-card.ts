import type { Card } from '../../shared/card.ts';
import { AppError } from '../../shared/errors.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import { composeCard } from './compose-card.ts';
import type { CardRecord, CardRow, InsightStore } from './port.ts';

export interface CardView {
  readonly record: CardRecord;
  /** A key of `focus.choices`, or null for the focus rule. */
  readonly choice: string | null;
  readonly viewerUserId: string;
}

export type ViewCard = (tenantId: TenantId, view: CardView) => Promise<Card>;

/** An activity as the CRM's rights know it. */
export type Cited = Pick<CardRow['cited'][number], 'kind' | 'id'>;

export interface ViewCardTools {
  readonly store: Pick<InsightStore, 'loadCards' | 'recordExists'>;
  /** When this tenant was last read completely. */
  readonly syncedAt: (tenantId: TenantId) => Promise<Instant | null>;
  /** Of the cited records, those the viewer may open in the CRM. */
  readonly mayRead: (
    tenantId: TenantId,
    viewerUserId: string,
    cited: readonly Cited[],
  ) => Promise<readonly { readonly kind: string; readonly id: string }[]>;
  readonly clock: () => Date;
}

/** Opens a card: stored rows, the viewer's rights, the present moment. Throws `record_unknown` for a foreign id. */
export function createViewCard({ store, syncedAt, mayRead, clock }: ViewCardTools): ViewCard {
  return async (tenantId, { record, choice, viewerUserId }) => {
    const rows = await store.loadCards(tenantId, record);
    if (rows.length === 0 && !(await store.recordExists(tenantId, record)))
      throw unknownRecord(record);
    const allowed = await mayRead(tenantId, viewerUserId, distinctCited(rows));
    const keys = new Set(allowed.map(toKey));
    return composeCard({
      record,
      rows,
      choice,
      now: clock().toISOString(),
      readable: (cited) => keys.has(toKey(cited)),
      syncedAt: await syncedAt(tenantId),
    });
  };
}

function distinctCited(rows: readonly CardRow[]): readonly Cited[] {
  return [
    ...new Map(rows.flatMap(({ cited }) => cited).map((each) => [toKey(each), each])).values(),
  ];
}

function toKey({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

function unknownRecord({ kind, id }: CardRecord): AppError {
  return new AppError(
    'record_unknown',
    `Attune has not read ${kind} ${id} yet. A new record appears after the next change or the next night.`,
    { recovery: 'skip' },
  );
}
