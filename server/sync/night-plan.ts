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

/** What a night does next: read these units, or turn to the cards. */
export type NightStep<Unit extends PlannedUnit> =
  { readonly step: 'read'; readonly units: readonly Unit[] } | { readonly step: 'build' };

/** Pure transition over the night's units: the first group that is not done, without what is done in it. */
export function planNight<Unit extends PlannedUnit>(units: readonly Unit[]): NightStep<Unit> {
  for (const group of NIGHT_GROUPS) {
    const waiting = units.filter(({ kind, done }) => !done && group.includes(kind));
    if (waiting.length > 0) return { step: 'read', units: waiting };
  }
  return { step: 'build' };
}
