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
 * anywhere, it goes on from the last committed page. "lost" means another worker has taken the unit. A page of changes is
 * fetched while the one before it is read and committed, since a list waits for nothing but its own last answer.
 */
export async function pullChanges(
  tools: ApplyTools,
  unit: SyncUnit,
  limits: SliceLimits,
): Promise<'done' | 'more' | 'lost'> {
  const until = limits.elapsedMs() + limits.sliceMs;
  const isOver = (): boolean => limits.elapsedMs() >= until;
  let current = unit;
  let ahead: Promise<WalkedPage> | null = null;
  try {
    while (!current.done) {
      const walked = await (ahead ?? fetchPage(tools, current));
      const following = after(current, walked);
      ahead = isOver() ? null : fetchAhead(tools, following);
      if (!(await commit(tools, current, walked))) return 'lost';
      current = following;
      if (ahead === null && isOver()) break;
    }
    return current.done ? 'done' : 'more';
  } finally {
    // Nothing of ours goes on after the slice has ended.
    await Promise.allSettled([ahead]);
  }
}

/** The unit as it stands when this page is committed. */
function after(unit: SyncUnit, walked: WalkedPage): SyncUnit {
  const cursor = 'ends' in walked ? null : walked.next;
  return { ...unit, cursor, generation: unit.generation + 1, done: cursor === null };
}

/** Null: there is none, or what it asks for depends on what is committed first. A failure is heard when it is wanted. */
function fetchAhead(tools: ApplyTools, unit: SyncUnit): Promise<WalkedPage> | null {
  if (unit.done || unit.phase !== 'changes') return null;
  const page = fetchPage(tools, unit);
  page.catch(() => undefined);
  return page;
}

async function fetchPage(tools: ApplyTools, unit: SyncUnit): Promise<WalkedPage> {
  if (isSwitchedOff(tools, unit.kind)) return { ends: [switchedOff(unit.kind)] };
  try {
    return await WALKS[unit.phase](tools, unit);
  } catch (error) {
    return { ends: [receiptOfRefusal(error, unit)] };
  }
}

/** False when another worker moved the unit. */
async function commit(tools: ApplyTools, unit: SyncUnit, walked: WalkedPage): Promise<boolean> {
  if ('ends' in walked) return tools.store.endUnit(unit, walked.ends);
  return tools.store.commitPage(unit, await walked.read(), walked.next);
}
