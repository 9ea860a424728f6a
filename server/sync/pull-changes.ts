import { applyChanges, type ApplyTools } from './apply-changes.ts';
import type { SyncUnit } from './port.ts';

export interface SliceLimits {
  /** A slice ends after the page that crosses this; another tenant's turn comes. */
  readonly sliceMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsedMs: () => number;
}

/**
 * Walks a unit's window page by page: HTTP and reading outside any transaction, then one transaction for rows and
 * cursor. Killed anywhere, it goes on from the last committed page. "lost" means another worker has taken the unit.
 */
export async function pullChanges(
  tools: ApplyTools,
  unit: SyncUnit,
  limits: SliceLimits,
): Promise<'done' | 'more' | 'lost'> {
  const until = limits.elapsedMs() + limits.sliceMs;
  let current = unit;
  while (!current.done) {
    const window = { from: current.from, to: current.to };
    const page = await tools.crm.readChanges(current.kind, window, current.cursor);
    const applied = await applyChanges(tools, current.tenantId, { ...page, gone: [] });
    const committed = await tools.store.commitPage(current, applied, page.next);
    if (!committed) return 'lost';
    current = {
      ...current,
      cursor: page.next,
      generation: current.generation + 1,
      done: page.next === null,
    };
    if (!current.done && limits.elapsedMs() >= until) return 'more';
  }
  return 'done';
}
