import type { Calibrations } from './calibration.ts';
import type { ErrorKind } from './kinds-of-error.ts';
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

/** What the reader is held to. A wrong claim costs more than a missing one, so that recall is held by F1 alone. */
const FLOORS: Readonly<Record<string, number>> = {
  precision: 0.82,
  saidPrecision: 0.9,
  f1: 0.5,
  groundedF1: 0.45,
  quietKept: 0.88,
  rightPerson: 0.97,
  quoteIntegrity: 1,
};

export interface Evaluation {
  readonly score: Score;
  readonly calibration: Calibrations;
  readonly errors: Readonly<Record<ErrorKind, number>>;
  readonly textsPerSecond: number;
}

export function rowsOf({ score, calibration, errors, textsPerSecond }: Evaluation): readonly Row[] {
  const { items, labels, f1ByDriver, ...shares } = score;
  return [
    row('items', items, 'items'),
    row('labels', labels, 'labels'),
    ...Object.entries(shares).map(([name, value]) => row(name, value, 'share')),
    ...Object.entries(f1ByDriver).map(([driver, value]) => row(`f1.${driver}`, value, 'share')),
    row('calibrationError', calibration.all.error, `share, ${calibration.all.claims} claims`),
    ...[...calibration.byKind, ...calibration.byDriver].map(([of, { error, claims }]) =>
      row(`calibrationError.${of}`, error, `share, ${claims} claims`),
    ),
    ...Object.entries(errors).map(([kind, count]) => row(kind, count, 'cases')),
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
