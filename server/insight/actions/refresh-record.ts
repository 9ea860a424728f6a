import type {
  PostRefreshBody,
  PostRefreshResponse,
} from '../../../shared/api/actions/post-refresh.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { AssertMayAct } from '../rights/assert-may-act.ts';
import type { RefreshStore } from './port.ts';

export interface RefreshRecordTools {
  readonly assertMayAct: AssertMayAct;
  readonly refreshes: RefreshStore;
  readonly ring: (tenantId: TenantId) => Promise<void>;
  readonly clock: () => Date;
}

export type RefreshRecord = (
  tenantId: TenantId,
  wanted: PostRefreshBody,
  viewerUserId: string,
) => Promise<PostRefreshResponse>;

const PAUSE_MS = 60_000;

/** Once a minute for each record: an impatient press must not use up the account's calls. */
export function createRefreshRecord(tools: RefreshRecordTools): RefreshRecord {
  return async (tenantId, { recordKind, recordId }, viewerUserId) => {
    const record = { kind: recordKind, id: recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId });
    const asked = { at: tools.clock().toISOString(), pauseMs: PAUSE_MS };
    const { started, at } = await tools.refreshes.begin(tenantId, record, asked);
    if (started) await tools.ring(tenantId);
    const againAt = new Date(Date.parse(at) + PAUSE_MS).toISOString();
    return { state: started ? 'started' : 'too_soon', againAt };
  };
}
