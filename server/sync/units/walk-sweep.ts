import type { Receipt, RecordRef } from '../../crm/records.ts';
import type { SweepFindings, SyncUnit } from '../port.ts';
import { KIND_NOUNS } from './kind-nouns.ts';
import { NOTHING, type Walk } from './walk.ts';

/** More than this share missing at once looks like a fault of a list or a permission, not like people's work. */
const MOST_UNSEEN_SHARE = 0.05;
/** The cursor of the last step, when all ids were seen. No CRM's cursor is this word. */
const COMPARE = 'compare';

/**
 * All ids of a kind in the CRM against all of ours. The sweep itself deletes nothing: it marks what differs, and the
 * refresh asks for it by id, which settles it in both directions. So an id that a shifting list skipped costs one question
 * and no record.
 */
export const walkSweep: Walk = async ({ crm, store }, unit) => {
  if (unit.cursor === COMPARE)
    return { page: judge(unit, await store.compareSweep(unit)), next: null };
  if (crm.readIds === undefined || crm.can.listed?.includes(unit.kind) !== true)
    return { ends: [] };
  const { ids, next } = await crm.readIds(unit.kind, unit.cursor);
  return { page: { ...NOTHING, sighted: ids }, next: next ?? COMPARE };
};

function judge({ kind }: SyncUnit, { held, unseen, lacking }: SweepFindings) {
  const toRef = (id: string): RecordRef => ({ kind, id });
  if (unseen.length > held * MOST_UNSEEN_SHARE)
    return {
      ...NOTHING,
      again: lacking.map(toRef),
      receipts: [refusal(kind, { held, unseen: unseen.length })],
    };
  return { ...NOTHING, again: [...unseen, ...lacking].map(toRef) };
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
