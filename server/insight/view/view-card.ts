import type { Card } from '../../../shared/card.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import { SILENT_CARD } from '../build-cards.ts';
import { composeCard } from '../compose-card.ts';
import { CUT_OFF, type Halt } from './halt.ts';
import type { CardRecord, CardRow, InsightStore } from '../port.ts';
import type { MayRead } from '../rights/may-read.ts';
import type { Ref } from '../rights/port.ts';
import { unknownRecord } from './unknown-record.ts';

export interface CardView {
  readonly record: CardRecord;
  /** A key of `focus.choices`, or null for the focus rule. */
  readonly choice: string | null;
  readonly viewerUserId: string;
}

export type ViewCard = (tenantId: TenantId, view: CardView) => Promise<Card>;

export interface ViewCardTools {
  readonly store: Pick<InsightStore, 'loadCards' | 'recordExists' | 'isSilent'>;
  /** When this tenant was last read completely. */
  readonly syncedAt: (tenantId: TenantId) => Promise<Instant | null>;
  /** Of the cited records, those the viewer may open in the CRM. */
  readonly mayRead: MayRead;
  /** True after a reconnect, until deletions of the time without a connection are known: no words are shown. */
  readonly quotesHeldBack: (tenantId: TenantId) => Promise<boolean>;
  /** Why nothing more is read just now; null: it is. */
  readonly haltOf: (tenantId: TenantId) => Promise<Halt | null>;
  readonly clock: () => Date;
}

/** Opens a card: stored rows, the viewer's rights, the present moment. Throws `record_unknown` for a foreign id. */
export function createViewCard(tools: ViewCardTools): ViewCard {
  const { store, syncedAt, mayRead, haltOf, clock } = tools;
  return async (tenantId, { record, choice, viewerUserId }) => {
    const rows = await store.loadCards(tenantId, record);
    const instead = await inPlaceOf(tools, tenantId, { record, rows });
    if (instead !== null) return instead;
    const halt = await haltOf(tenantId);
    if (halt?.kind === 'reconnect_needed') return CUT_OFF;
    const allowed = await mayRead(tenantId, viewerUserId, distinctCited(rows));
    const keys = new Set(allowed.map(toKey));
    return composeCard({
      record,
      rows,
      choice,
      now: clock().toISOString(),
      readable: (cited) => keys.has(toKey(cited)),
      syncedAt: await syncedAt(tenantId),
      halt,
    });
  };
}

/** A card that says why there are no words, where there may be none. */
async function inPlaceOf(
  { store, quotesHeldBack }: ViewCardTools,
  tenantId: TenantId,
  { record, rows }: { readonly record: CardRecord; readonly rows: readonly CardRow[] },
): Promise<Card | null> {
  if (rows.length > 0) return (await quotesHeldBack(tenantId)) ? HELD_BACK : null;
  if (!(await store.recordExists(tenantId, record))) throw unknownRecord(record);
  return (await store.isSilent(tenantId, record)) ? SILENT_CARD : null;
}

const HELD_BACK: Card = {
  kind: 'empty',
  focus: null,
  text: [
    'This account was reconnected. Attune first checks what was deleted meanwhile; then its cards come back.',
  ],
  ask: null,
  stage: null,
  coverage: null,
};

function distinctCited(rows: readonly CardRow[]): readonly Ref[] {
  return [
    ...new Map(rows.flatMap(({ cited }) => cited).map((each) => [toKey(each), each])).values(),
  ];
}

function toKey({ kind, id }: Ref): string {
  return `${kind}/${id}`;
}
