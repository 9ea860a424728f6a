import type { Receipt, RecordRef } from '../../crm/records.ts';
import type { SweepFindings, SyncUnit } from '../port.ts';
import { KIND_NOUNS } from './kind-nouns.ts';
import { alreadyRead, NOTHING, type Walk } from './walk.ts';

/** More than this share missing at once looks like a fault of a list or a permission, not like people's work. */
const MOST_UNSEEN_SHARE = 0.05;
/** So few may go in any week by people's work, whatever their share: one of ten deals is 10 %. Not all of a kind, though. */
const FEW_UNSEEN = 5;
/** The cursor of the last step, when all ids were seen. No CRM's cursor is this word. */
const COMPARE = 'compare';

/**
 * All ids of a kind in the CRM against all of ours. The sweep itself deletes nothing: it marks what differs, and the
 * refresh asks for it by id, which settles it in both directions. So an id that a shifting list skipped costs one question
 * and no record.
 */
export const walkSweep: Walk = async ({ crm, store }, unit) => {
  if (unit.cursor === COMPARE)
    return alreadyRead(judge(unit, await store.compareSweep(unit)), null);
  if (crm.readIds === undefined || crm.can.listed?.includes(unit.kind) !== true)
    return { ends: [] };
  const { ids, next } = await crm.readIds(unit.kind, unit.cursor);
  return alreadyRead({ ...NOTHING, sighted: ids }, next ?? COMPARE);
};

function judge({ kind }: SyncUnit, { held, unseen, lacking }: SweepFindings) {
  const toRef = (id: string): RecordRef => ({ kind, id });
  if (isFault(held, unseen.length))
    return {
      ...NOTHING,
      again: lacking.map(toRef),
      receipts: [refusal(kind, { held, unseen: unseen.length })],
    };
  return { ...NOTHING, again: [...unseen, ...lacking].map(toRef) };
}

function isFault(held: number, unseen: number): boolean {
  const isAll = unseen > 0 && unseen === held;
  return isAll || unseen > Math.max(FEW_UNSEEN, held * MOST_UNSEEN_SHARE);
}

function refusal(
  kind: SyncUnit['kind'],
  { held, unseen }: { readonly held: number; readonly unseen: number },
): Receipt {
  const nouns = KIND_NOUNS[kind];
  return {
    kind,
    id: null,
    reason: `The weekly comparison did not find ${unseen} of ${held} ${nouns} in the CRM. That is more than 5 % at once, so nothing was deleted; please check that Attune may still see all ${nouns}.`,
  };
}
