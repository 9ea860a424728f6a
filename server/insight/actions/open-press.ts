import type { Card } from '../../../shared/card.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { PressedRecord } from '../port.ts';
import type { AssertMayAct } from '../rights/assert-may-act.ts';
import { choiceOf } from '../view/choices.ts';
import type { ViewCard } from '../view/view-card.ts';
import type { DeliveryTools } from './deliver-soon.ts';
import type { DeliveryStore } from './port.ts';

export interface PressTools extends DeliveryTools {
  readonly assertMayAct: AssertMayAct;
  readonly viewCard: ViewCard;
  readonly deliveries: DeliveryStore;
  readonly clock: () => Date;
}

/** Who pressed, on which record and with whom in focus. */
export interface Press {
  readonly wanted: Parameters<typeof choiceOf>[1] & {
    readonly recordKind: PressedRecord['kind'];
    readonly recordId: string;
  };
  readonly viewerUserId: string;
}

/** What a press is answered from. */
export interface OpenedPress {
  /** As the one who pressed sees it. */
  readonly card: Card;
  readonly ownerId: string | null;
  readonly now: Instant;
}

/** Throws AppError `not_permitted` for whoever may not act on the record. */
export async function openPress(
  tools: PressTools,
  tenantId: TenantId,
  { wanted, viewerUserId }: Press,
): Promise<OpenedPress> {
  const record: PressedRecord = { kind: wanted.recordKind, id: wanted.recordId };
  await tools.assertMayAct(tenantId, { record, viewerUserId });
  const choice = choiceOf(record, wanted);
  const card = await tools.viewCard(tenantId, { record, viewerUserId, choice });
  const now = tools.clock().toISOString();
  return { card, now, ownerId: await tools.deliveries.findOwnerId(tenantId, viewerUserId) };
}
