import { DRIVERS, POLES, type Driver, type Pole } from '../../../shared/vocabulary.ts';

/** A driver with one of its poles. */
export interface Need {
  readonly driver: Driver;
  readonly pole: Pole;
}

/** In the order of the heads' outputs. */
export const NEEDS: readonly Need[] = DRIVERS.flatMap((driver) =>
  POLES.map((pole) => ({ driver, pole })),
);

/** After the needs the heads answer once more: whether what the sentence carries is said, or only implied. */
export const SAID = NEEDS.length;
export const OUTPUTS = NEEDS.length + 1;

export function indexOfNeed({ driver, pole }: Need): number {
  return NEEDS.findIndex((need) => need.driver === driver && need.pole === pole);
}
