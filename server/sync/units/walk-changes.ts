import { applyChanges } from '../apply-changes.ts';
import { partsSwitchedOff } from './switched-off.ts';
import type { Walk } from './walk.ts';

/** The records of the unit's window, read in memory. */
export const walkChanges: Walk = async (tools, unit) => {
  const window = { from: unit.from, to: unit.to };
  const {
    next,
    mergedAway = [],
    ...changed
  } = await tools.crm.readChanges(unit.kind, window, unit.cursor);
  const read = async () => {
    // Asked for by id, they answer as the record that swallowed them, and go.
    const merged = await tools.store.keepHeld(unit.tenantId, mergedAway);
    const receipts = [...changed.receipts, ...partsSwitchedOff(tools, unit)];
    const again = [...(changed.again ?? []), ...merged];
    return applyChanges(tools, unit.tenantId, { ...changed, receipts, again, gone: [] });
  };
  return { read, next };
};
