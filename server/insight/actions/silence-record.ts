import type { PostDoNotAnalyseBody } from '../../../shared/api/actions/post-do-not-analyse.ts';
import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { buildTouched, type BuildTools } from '../build-touched.ts';
import type { AssertMayAct } from '../rights/assert-may-act.ts';
import type { SilenceStore } from './port.ts';

export interface SilenceTools extends BuildTools {
  readonly assertMayAct: AssertMayAct;
  readonly silences: SilenceStore;
  /** Builds what is left to build, and writes the CRM's own field, in its own time. */
  readonly ring: (tenantId: TenantId) => Promise<void>;
}

export type SilenceRecord = (
  tenantId: TenantId,
  wanted: PostDoNotAnalyseBody,
  userId: string,
) => Promise<void>;

/** Holds before the answer goes out: every card that spoke of the record is gone or built anew. */
export function createSilenceRecord(tools: SilenceTools): SilenceRecord {
  return async (tenantId, { recordKind, recordId }, userId) => {
    const record = { kind: recordKind, id: recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId: userId });
    const at = tools.clock().toISOString();
    await tools.silences.silence(tenantId, record, { by: userId, at });
    await buildTouched(tools, tenantId);
    await tools.ring(tenantId);
  };
}

export interface ReleaseTools extends Pick<SilenceTools, 'silences' | 'ring' | 'clock'> {
  readonly mayAdminister: (tenantId: TenantId, userId: string) => Promise<boolean>;
}

/** Anyone may silence; to be heard again takes an admin. Throws AppError `not_permitted`. */
export function createReleaseRecord(tools: ReleaseTools): SilenceRecord {
  return async (tenantId, { recordKind, recordId }, userId) => {
    if (!(await tools.mayAdminister(tenantId, userId))) {
      throw new AppError(
        'not_permitted',
        'Only an admin of this account can let Attune read this record again.',
        { recovery: 'skip' },
      );
    }
    const record = { kind: recordKind, id: recordId };
    await tools.silences.release(tenantId, record, tools.clock().toISOString());
    await tools.ring(tenantId);
  };
}
