import { describe, expect, it } from '@jest/globals';
import { simulate, type Damage } from './simulate.ts';
import type { World } from './world.ts';

export const NO_DAMAGE: Damage = { stale: [], lost: [], left: [], doubled: [], unread: [] };

export interface Storms {
  /** "ids in text order". */
  readonly where: string;
  readonly first: number;
  readonly seeds: number;
}

/** Seeds from `first` on, in groups, so that a failure is told before all have run; it names its seed. */
export function describeStorms(
  worldOf: (seed: number) => World,
  { where, first, seeds }: Storms,
): void {
  describe(`the sync in ${seeds} storms, ${where}`, () => {
    const groups = Array.from({ length: seeds / GROUP }, (_, group) => first + group * GROUP);
    it.each(groups)(
      `leaves nothing stale, lost, doubled or unread from seed %i on`,
      async (from) => {
        for (let seed = from; seed < from + GROUP; seed += 1) {
          const damage = await simulate(worldOf(seed));
          expect({ seed, ...damage }).toEqual({ seed, ...NO_DAMAGE });
        }
      },
      GROUP_MS,
    );
  });
}

const GROUP = 50;
const GROUP_MS = 240_000;
