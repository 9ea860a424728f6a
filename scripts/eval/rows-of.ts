import type { Score } from './score-readings.ts';

/** A row of the bench form that every measuring command prints. */
export interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly yardstick: number | null;
  readonly ratio: number | null;
  readonly target: string | null;
  readonly holds: boolean;
}

/** A wrong claim costs more than a missing one: precision and quiet are held, recall only told. */
const FLOORS: Readonly<Record<string, number>> = {
  precision: 0.75,
  quietKept: 0.85,
  quoteIntegrity: 1,
};

export function rowsOf(score: Score, textsPerSecond: number): readonly Row[] {
  const { items, labels, f1ByDriver, ...shares } = score;
  return [
    row('items', items, 'items'),
    row('labels', labels, 'labels'),
    ...Object.entries(shares).map(([name, value]) => row(name, value, 'share')),
    ...Object.entries(f1ByDriver).map(([driver, value]) => row(`f1.${driver}`, value, 'share')),
    row('throughput', textsPerSecond, 'texts/s'),
  ];
}

function row(name: string, value: number | null, unit: string): Row {
  const floor = FLOORS[name];
  return {
    name,
    value,
    unit,
    yardstick: floor ?? null,
    ratio: floor === undefined || value === null ? null : value / floor,
    target: floor === undefined ? null : `>= ${floor}`,
    // Nothing found in a set without labels is no failure.
    holds: floor === undefined || value === null || value >= floor,
  };
}
