import type { PostSlotVerdictBody } from '../../shared/api/actions/post-slot-verdict.ts';
import type { PostVerdictBody } from '../../shared/api/post-verdict.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import { buildTouched, type BuildTools } from './build-touched.ts';
import type { CardSubject, InsightStore, PressedRecord } from './port.ts';
import type { AssertMayAct } from './rights/assert-may-act.ts';
import { unknownRecord } from './view/unknown-record.ts';

interface Given {
  readonly givenBy: string;
  readonly at: Instant;
}

export interface SaveVerdictTools extends BuildTools {
  readonly store: BuildTools['store'] & Pick<InsightStore, 'loadCards'>;
  readonly assertMayAct: AssertMayAct;
  readonly verdicts: {
    save(
      tenantId: TenantId,
      verdict: Omit<PostVerdictBody, 'recordKind' | 'recordId'> & Given,
    ): Promise<void>;
    saveSlot(
      tenantId: TenantId,
      verdict: Omit<PostSlotVerdictBody, 'recordKind' | 'recordId'> & Given,
    ): Promise<void>;
  };
}

export type SaveVerdict = (
  tenantId: TenantId,
  verdict: PostVerdictBody,
  viewerUserId: string,
) => Promise<void>;

export type SaveSlotVerdict = (
  tenantId: TenantId,
  verdict: PostSlotVerdictBody,
  viewerUserId: string,
) => Promise<void>;

/** Keeps the rep's verdict; the card that was judged has changed before the answer goes out. */
export function createSaveVerdict(tools: SaveVerdictTools): SaveVerdict {
  return judging(tools, (...kept) => tools.verdicts.save(...kept));
}

/** The same for an entry under the five questions: what is not right is gone from every part of the card. */
export function createSaveSlotVerdict(tools: SaveVerdictTools): SaveSlotVerdict {
  return judging(tools, (...kept) => tools.verdicts.saveSlot(...kept));
}

type Pressed = CardSubject & {
  readonly recordKind: PressedRecord['kind'];
  readonly recordId: string;
};
type Keep<Body> = (
  tenantId: TenantId,
  verdict: Omit<Body, 'recordKind' | 'recordId'> & Given,
) => Promise<void>;

function judging<Body extends Pressed>(tools: SaveVerdictTools, keep: Keep<Body>) {
  return async (tenantId: TenantId, pressed: Body, viewerUserId: string): Promise<void> => {
    const { recordKind, recordId, ...verdict } = pressed;
    const record = { kind: recordKind, id: recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId });
    await assertSpeaksOf(tools, tenantId, { record, judged: pressed });
    const at = tools.clock().toISOString();
    await keep(tenantId, { ...verdict, givenBy: viewerUserId, at });
    await buildTouched(tools, tenantId);
  };
}

interface Judged {
  readonly record: PressedRecord;
  readonly judged: CardSubject;
}

/** A right to one record is none to another that the request names besides. */
async function assertSpeaksOf(
  { store }: SaveVerdictTools,
  tenantId: TenantId,
  { record, judged }: Judged,
): Promise<void> {
  const rows = await store.loadCards(tenantId, record);
  const isJudged = ({ dealId, personId }: CardSubject) =>
    dealId === judged.dealId && personId === judged.personId;
  if (!rows.some(isJudged)) throw unknownRecord(record);
}
