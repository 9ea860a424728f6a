import { postDoNotAnalyse } from '../../../../shared/api/actions/post-do-not-analyse.ts';
import { postNote } from '../../../../shared/api/actions/post-note.ts';
import { postRefresh } from '../../../../shared/api/actions/post-refresh.ts';
import { postRelease } from '../../../../shared/api/actions/post-release.ts';
import { postSlotVerdict } from '../../../../shared/api/actions/post-slot-verdict.ts';
import { postTask } from '../../../../shared/api/actions/post-task.ts';
import { postVerdict } from '../../../../shared/api/post-verdict.ts';
import type { CreateQuestionsNote } from '../../../insight/actions/create-questions-note.ts';
import type { CreateStepTask } from '../../../insight/actions/create-step-task.ts';
import type { RefreshRecord } from '../../../insight/actions/refresh-record.ts';
import type { SilenceRecord } from '../../../insight/actions/silence-record.ts';
import type { SaveSlotVerdict, SaveVerdict } from '../../../insight/save-verdict.ts';
import type { Route } from '../../route.ts';
import { signedAction, type SignedActionTools } from '../../signed-action.ts';

export interface CardActionTools extends SignedActionTools {
  readonly saveVerdict: SaveVerdict;
  readonly saveSlotVerdict: SaveSlotVerdict;
  readonly createStepTask: CreateStepTask;
  readonly createQuestionsNote: CreateQuestionsNote;
  readonly silenceRecord: SilenceRecord;
  readonly releaseRecord: SilenceRecord;
  readonly refreshRecord: RefreshRecord;
}

/** Everything that a press on a card asks of the server. */
export function cardActionRoutes(tools: CardActionTools): readonly Route[] {
  return [
    signedAction(tools, postVerdict, async ({ tenantId, userId }, verdict) => {
      await tools.saveVerdict(tenantId, verdict, userId);
      return { saved: true as const };
    }),
    signedAction(tools, postSlotVerdict, async ({ tenantId, userId }, verdict) => {
      await tools.saveSlotVerdict(tenantId, verdict, userId);
      return { saved: true as const };
    }),
    signedAction(tools, postTask, ({ tenantId, userId }, wanted) =>
      tools.createStepTask(tenantId, wanted, userId),
    ),
    signedAction(tools, postNote, ({ tenantId, userId }, wanted) =>
      tools.createQuestionsNote(tenantId, wanted, userId),
    ),
    signedAction(tools, postRefresh, ({ tenantId, userId }, wanted) =>
      tools.refreshRecord(tenantId, wanted, userId),
    ),
    signedAction(tools, postDoNotAnalyse, async ({ tenantId, userId }, wanted) => {
      await tools.silenceRecord(tenantId, wanted, userId);
      return { silent: true as const };
    }),
    signedAction(tools, postRelease, async ({ tenantId, userId }, wanted) => {
      await tools.releaseRecord(tenantId, wanted, userId);
      return { silent: false as const };
    }),
  ];
}
