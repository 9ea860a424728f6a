import type { ApplyTools } from './apply-changes.ts';
import type { SyncUnit, UnitPhase } from './port.ts';
import { receiptOfRefusal } from './units/not-allowed.ts';
import { isSwitchedOff, switchedOff } from './units/switched-off.ts';
import type { Walk, WalkedPage } from './units/walk.ts';
import { walkChanges } from './units/walk-changes.ts';
import { walkFirst } from './units/walk-first.ts';
import { walkGone } from './units/walk-gone.ts';
import { walkSweep } from './units/walk-sweep.ts';

export interface SliceLimits {
  /** A slice ends after the page that crosses this; another tenant's turn comes. */
  readonly sliceMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsedMs: () => number;
}

const WALKS: Readonly<Record<UnitPhase, Walk>> = {
  first: walkFirst,
  changes: walkChanges,
  gone: walkGone,
  sweep: walkSweep,
};

/**
 * Walks a unit page by page: HTTP and reading outside any transaction, then one transaction for rows and cursor. Killed
 * anywhere, it goes on from the last committed page. "lost" means another worker has taken the unit.
 */
export async function pullChanges(
  tools: ApplyTools,
  unit: SyncUnit,
  limits: SliceLimits,
): Promise<'done' | 'more' | 'lost'> {
  const until = limits.elapsedMs() + limits.sliceMs;
  let current = unit;
  while (!current.done) {
    const moved = await takePage(tools, current);
    if (moved === null) return 'lost';
    current = moved;
    if (!current.done && limits.elapsedMs() >= until) return 'more';
  }
  return 'done';
}

/** The unit as it stands after one page; null when another worker moved it. */
async function takePage(tools: ApplyTools, unit: SyncUnit): Promise<SyncUnit | null> {
  const walked = isSwitchedOff(tools, unit.kind)
    ? { ends: [switchedOff(unit.kind)] }
    : await walk(tools, unit);
  const next = 'ends' in walked ? null : walked.next;
  const committed =
    'ends' in walked
      ? await tools.store.endUnit(unit, walked.ends)
      : await tools.store.commitPage(unit, walked.page, walked.next);
  if (!committed) return null;
  return { ...unit, cursor: next, generation: unit.generation + 1, done: next === null };
}

async function walk(tools: ApplyTools, unit: SyncUnit): Promise<WalkedPage> {
  try {
    return await WALKS[unit.phase](tools, unit);
  } catch (error) {
    return { ends: [receiptOfRefusal(error, unit)] };
  }
}
