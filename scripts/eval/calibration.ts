import type { Reading } from '../../server/inference/reading.ts';
import type { ActivityKind, Driver } from '../../shared/vocabulary.ts';
import type { GoldItem } from './gold-items-of.ts';
import { matchItem } from './match-item.ts';

/** One claim: how likely the engine held it to be right, and whether it was. */
interface Claim {
  readonly kind: ActivityKind;
  readonly driver: Driver;
  readonly likelihood: number;
  readonly isRight: boolean;
}

export interface Calibration {
  readonly claims: number;
  /**
   * Expected calibration error, 0 to 1: by how much likelihood and share of right claims differ, over ten equal steps of
   * likelihood, by how many claims stand in each (Naeini, Cooper and Hauskrecht 2015). Null without claims.
   */
  readonly error: number | null;
}

const STEPS = 10;

export interface Calibrations {
  readonly all: Calibration;
  readonly byKind: ReadonlyMap<ActivityKind, Calibration>;
  readonly byDriver: ReadonlyMap<Driver, Calibration>;
}

/** Over all claims, for each kind of source and for each driver that has any. */
export function calibrationOf(
  items: readonly GoldItem[],
  found: ReadonlyMap<string, readonly Reading[]>,
): Calibrations {
  const claims = items.flatMap((item) => claimsOf(item, found.get(item.id) ?? []));
  return {
    all: errorOf(claims),
    byKind: errorsBy(claims, ({ kind }) => kind),
    byDriver: errorsBy(claims, ({ driver }) => driver),
  };
}

function errorsBy<Key>(
  claims: readonly Claim[],
  keyOf: (claim: Claim) => Key,
): ReadonlyMap<Key, Calibration> {
  const groups = Map.groupBy(claims, keyOf);
  return new Map([...groups].map(([key, own]) => [key, errorOf(own)] as const));
}

function claimsOf(item: GoldItem, readings: readonly Reading[]): readonly Claim[] {
  const { wrong } = matchItem(item, readings);
  return readings.map((reading) => ({
    kind: item.input.kind,
    driver: reading.driver,
    likelihood: reading.likelihood,
    isRight: !wrong.includes(reading),
  }));
}

function errorOf(claims: readonly Claim[]): Calibration {
  const steps = Map.groupBy(claims, ({ likelihood }) =>
    Math.min(STEPS - 1, Math.floor(likelihood * STEPS)),
  );
  const off = [...steps.values()].map((step) => {
    const right = step.filter(({ isRight }) => isRight).length;
    return Math.abs(right - step.reduce((sum, { likelihood }) => sum + likelihood, 0));
  });
  const error = off.reduce((sum, each) => sum + each, 0) / claims.length;
  return { claims: claims.length, error: claims.length === 0 ? null : error };
}
