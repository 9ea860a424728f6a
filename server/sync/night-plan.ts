import { ACTIVITY_KINDS } from '../../shared/vocabulary.ts';
import type { RecordKind } from '../crm/records.ts';

/**
 * The order of a night. A group starts when every unit of the one before is done, because an activity can only be
 * understood when its people and deals are known. Kinds inside a group run side by side.
 */
export const NIGHT_GROUPS: readonly (readonly RecordKind[])[] = [
  ['owner', 'pipeline'],
  ['company', 'contact'],
  ['deal', 'lead'],
  ACTIVITY_KINDS,
];

export interface PlannedUnit {
  readonly kind: RecordKind;
  readonly done: boolean;
}

/** What a night does next: open these kinds, wait for those still running, or turn to the cards. */
export type NightStep =
  | { readonly step: 'open'; readonly kinds: readonly RecordKind[] }
  | { readonly step: 'wait' }
  | { readonly step: 'insight' };

/** Pure transition over the night's units; repeating it never opens a kind twice. */
export function planNight(
  units: readonly PlannedUnit[],
  readable: readonly RecordKind[],
): NightStep {
  const opened = new Set(units.map(({ kind }) => kind));
  if (units.some(({ done }) => !done)) return { step: 'wait' };
  for (const group of NIGHT_GROUPS) {
    const kinds = group.filter((kind) => readable.includes(kind) && !opened.has(kind));
    if (kinds.length > 0) return { step: 'open', kinds };
  }
  return { step: 'insight' };
}
