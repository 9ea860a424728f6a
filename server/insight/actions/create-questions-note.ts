import type { PostNoteBody, PostNoteResponse } from '../../../shared/api/actions/post-note.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { PressedRecord } from '../port.ts';
import type { AssertMayAct } from '../rights/assert-may-act.ts';
import { choiceOf } from '../view/choices.ts';
import type { ViewCard } from '../view/view-card.ts';
import { composeNote } from './compose-note.ts';
import { deliverSoon, type DeliveryTools } from './deliver-soon.ts';
import type { NoteStore } from './port.ts';

export interface QuestionsNoteTools extends DeliveryTools {
  readonly assertMayAct: AssertMayAct;
  readonly viewCard: ViewCard;
  readonly deliveries: NoteStore;
  readonly clock: () => Date;
}

export type CreateQuestionsNote = (
  tenantId: TenantId,
  wanted: PostNoteBody,
  viewerUserId: string,
) => Promise<PostNoteResponse>;

/** As a step becomes a task: saved before it is sent, and sent under a key of its own. */
export function createQuestionsNote(tools: QuestionsNoteTools): CreateQuestionsNote {
  const { deliveries } = tools;
  return async (tenantId, wanted, viewerUserId) => {
    const record: PressedRecord = { kind: wanted.recordKind, id: wanted.recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId });
    const choice = choiceOf(record, wanted);
    const card = await tools.viewCard(tenantId, { record, viewerUserId, choice });
    const now = tools.clock().toISOString();
    const ownerId = await deliveries.findOwnerId(tenantId, viewerUserId);
    const note = composeNote({ tenantId, wanted, card, ownerId, now });
    await deliveries.putNote(tenantId, note, now);
    return deliverSoon(tools, tenantId, { key: note.key, noun: 'note' });
  };
}
