import type { PostVerdictBody } from '../../shared/api/post-verdict.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import { buildTouched, type BuildTools } from './build-touched.ts';
import type { AssertMayAct } from './rights/assert-may-act.ts';

export interface SaveVerdictTools extends BuildTools {
  readonly assertMayAct: AssertMayAct;
  readonly verdicts: {
    save(
      tenantId: TenantId,
      verdict: Pick<PostVerdictBody, 'dealId' | 'personId' | 'driver' | 'verdict'> & {
        readonly givenBy: string;
        readonly at: Instant;
      },
    ): Promise<void>;
  };
}

export type SaveVerdict = (
  tenantId: TenantId,
  verdict: PostVerdictBody,
  viewerUserId: string,
) => Promise<void>;

/** Keeps the rep's verdict; the card that was judged has changed before the answer goes out. */
export function createSaveVerdict(tools: SaveVerdictTools): SaveVerdict {
  return async (tenantId, given, viewerUserId) => {
    const { recordKind, recordId, dealId, personId, driver, verdict } = given;
    const record = { kind: recordKind, id: recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId });
    const at = tools.clock().toISOString();
    await tools.verdicts.save(tenantId, {
      dealId,
      personId,
      driver,
      verdict,
      givenBy: viewerUserId,
      at,
    });
    await buildTouched(tools, tenantId);
  };
}
