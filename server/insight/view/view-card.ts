import type { Card } from '../../../shared/card.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import { SILENT_CARD } from '../build-cards.ts';
import { composeCard } from '../compose-card.ts';
import type { CardRecord, CardRow, InsightStore } from '../port.ts';
import type { MayRead } from '../rights/may-read.ts';
import type { Ref } from '../rights/port.ts';
import { NO_PERMISSION } from './filter-readable.ts';
import { cutOff, type Halt } from './halt.ts';
import { findSilent } from './find-silent.ts';
import { unknownRecord } from './unknown-record.ts';

export interface CardView {
  readonly record: CardRecord;
  /** A key of `focus.choices`, or null for the focus rule. */
  readonly choice: string | null;
  readonly viewerUserId: string;
}

export type ViewCard = (tenantId: TenantId, view: CardView) => Promise<Card>;

export interface ViewCardTools {
  readonly store: Pick<InsightStore, 'loadCards' | 'loadReach' | 'recordExists' | 'isSilent'>;
  /** When this tenant was last read completely. */
  readonly syncedAt: (tenantId: TenantId) => Promise<Instant | null>;
  /** Of the cited records, those the viewer may open in the CRM. */
  readonly mayRead: MayRead;
  /** True after a reconnect, until deletions of the time without a connection are known: no words are shown. */
  readonly quotesHeldBack: (tenantId: TenantId) => Promise<boolean>;
  /** Why nothing more is read just now; null: it is. */
  readonly haltOf: (tenantId: TenantId) => Promise<Halt | null>;
  /** Whether the viewer administers the account, as far as we hold it: a card asks the CRM nothing. */
  readonly isKnownAdmin: (tenantId: TenantId, viewerUserId: string) => Promise<boolean>;
  /** Where an admin connects the account again. */
  readonly reconnectUrlOf: (tenantId: TenantId) => Promise<string>;
  readonly clock: () => Date;
}

interface Opened extends CardView {
  readonly rows: readonly CardRow[];
  readonly halt: Halt | null;
}

/** Opens a card: stored rows, the viewer's rights, the present moment. Throws `record_unknown` for a foreign id. */
export function createViewCard(tools: ViewCardTools): ViewCard {
  return async (tenantId, view) => {
    const [rows, halt] = await Promise.all([
      tools.store.loadCards(tenantId, view.record),
      tools.haltOf(tenantId),
    ]);
    const opened = { ...view, rows, halt };
    const card =
      (await inPlaceOf(tools, tenantId, opened)) ?? (await composed(tools, tenantId, opened));
    return card.kind === 'do_not_analyse' ? withRelease(tools, tenantId, { opened, card }) : card;
  };
}

async function composed(
  { store, syncedAt, mayRead, clock }: ViewCardTools,
  tenantId: TenantId,
  { record, rows, choice, viewerUserId, halt }: Opened,
): Promise<Card> {
  const refs = [...rows.flatMap(({ cited }) => cited), ...ownedBehind(record, rows)];
  const allowed = await mayRead(tenantId, viewerUserId, distinct(refs));
  const keys = new Set(allowed.map(toKey));
  const readable = (ref: Ref) => keys.has(toKey(ref));
  const open = rows.filter((row) => record.kind !== 'company' || ownersOf(row).some(readable));
  if (open.length < rows.length && open.length === 0) return NO_PERMISSION;
  const now = clock().toISOString();
  return composeCard({
    ...{ record, choice, now, readable, halt },
    rows: open,
    reaches: halt === null ? [] : await store.loadReach(tenantId, open),
    syncedAt: await syncedAt(tenantId),
  });
}

/** A company's deals may be many reps' deals: who may open neither deal nor person does not even read its name here. */
function ownedBehind({ kind }: CardRecord, rows: readonly CardRow[]): readonly Ref[] {
  return kind === 'company' ? rows.flatMap(ownersOf) : [];
}

function ownersOf({ dealId, personId }: CardRow): readonly Ref[] {
  const person = { kind: 'contact', id: personId };
  return dealId === null ? [person] : [{ kind: 'deal', id: dealId }, person];
}

/** A card that says why there are no words, where there may be none. */
async function inPlaceOf(
  tools: ViewCardTools,
  tenantId: TenantId,
  { record, rows, halt, viewerUserId }: Opened,
): Promise<Card | null> {
  const { store, quotesHeldBack } = tools;
  if (rows.length === 0) {
    if (!(await store.recordExists(tenantId, record))) throw unknownRecord(record);
    if (await store.isSilent(tenantId, record)) return SILENT_CARD;
  }
  if (halt?.kind === 'reconnect_needed') return cutOffFor(tools, tenantId, viewerUserId);
  return rows.length > 0 && (await quotesHeldBack(tenantId)) ? HELD_BACK : null;
}

async function cutOffFor(
  { isKnownAdmin, reconnectUrlOf }: ViewCardTools,
  tenantId: TenantId,
  viewerUserId: string,
): Promise<Card> {
  const isAdmin = await isKnownAdmin(tenantId, viewerUserId);
  return cutOff(isAdmin ? await reconnectUrlOf(tenantId) : null);
}

interface Silent {
  readonly opened: Opened;
  readonly card: Extract<Card, { readonly kind: 'do_not_analyse' | 'no_permission' }>;
}

/** Anyone may silence; an admin sees the way back. */
async function withRelease(
  { store, isKnownAdmin }: ViewCardTools,
  tenantId: TenantId,
  { opened, card }: Silent,
): Promise<Card> {
  if (!(await isKnownAdmin(tenantId, opened.viewerUserId))) return card;
  const release = await findSilent(opened, (record) => store.isSilent(tenantId, record));
  return release === null ? card : { ...card, release };
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
  paused: 'reconciling',
};

function distinct(refs: readonly Ref[]): readonly Ref[] {
  return [...new Map(refs.map((each) => [toKey(each), each])).values()];
}

function toKey({ kind, id }: Ref): string {
  return `${kind}/${id}`;
}
