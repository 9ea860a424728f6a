import type { PostNoteBody, PostNoteResponse } from '../../../shared/api/actions/post-note.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { composeNote } from './compose-note.ts';
import { deliverSoon } from './deliver-soon.ts';
import { openPress, type PressTools } from './open-press.ts';
import type { NoteStore } from './port.ts';

export interface QuestionsNoteTools extends PressTools {
  readonly deliveries: NoteStore;
}

export type CreateQuestionsNote = (
  tenantId: TenantId,
  wanted: PostNoteBody,
  viewerUserId: string,
) => Promise<PostNoteResponse>;

/** As a step becomes a task: saved before it is sent, and sent under a key of its own. */
export function createQuestionsNote(tools: QuestionsNoteTools): CreateQuestionsNote {
  return async (tenantId, wanted, viewerUserId) => {
    const opened = await openPress(tools, tenantId, { wanted, viewerUserId });
    const note = composeNote({ tenantId, wanted, ...opened });
    await tools.deliveries.putNote(tenantId, note, opened.now);
    return deliverSoon(tools, tenantId, { key: note.key, noun: 'note' });
  };
}
