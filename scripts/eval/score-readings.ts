import type { Reading } from '../../server/inference/reading.ts';
import { DRIVERS, type Driver } from '../../shared/vocabulary.ts';
import type { GoldItem, Label } from './gold-items-of.ts';
import { matchItem, type Match } from './match-item.ts';

/** Counts of right and wrong; `falseAlarms` are readings nobody asked for, `missed` labels nobody found. */
interface Tally {
  readonly right: number;
  readonly falseAlarms: number;
  readonly missed: number;
}

export interface Score {
  readonly items: number;
  readonly labels: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
  readonly macroF1: number;
  /** Right driver, pole, person, and a quote that shares at least half of its words with an accepted one. */
  readonly groundedF1: number;
  /** Share of readings whose quote is the exact slice, at most 280 code units. */
  readonly quoteIntegrity: number | null;
  readonly rightPerson: number | null;
  readonly rightStatus: number | null;
  /** Share of items without a label in which nothing wrong was found. */
  readonly quietKept: number | null;
  /** Share of `said` readings that are right and may be called said. */
  readonly saidPrecision: number | null;
  readonly f1ByDriver: Readonly<Record<Driver, number>>;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function f1({ right, falseAlarms, missed }: Tally): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + falseAlarms + missed);
}

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length;

/** The metric of the gold set's `score.mjs`, written anew. */
export function scoreReadings(
  items: readonly GoldItem[],
  found: ReadonlyMap<string, readonly Reading[]>,
): Score {
  const matches = items.map((item) => matchItem(item, found.get(item.id) ?? []));
  const hits = matches.flatMap((match) => match.hits);
  const tally = tallyOf(matches);
  const grounded = count(hits, (hit) => hit.grounded);
  const lost = tally.right - grounded;
  const readings = [...found.values()].flat();
  return {
    items: items.length,
    labels: tally.right + tally.missed,
    precision: ratio(tally.right, tally.right + tally.falseAlarms),
    recall: ratio(tally.right, tally.right + tally.missed),
    f1: f1(tally),
    groundedF1: f1({
      right: grounded,
      falseAlarms: tally.falseAlarms + lost,
      missed: tally.missed + lost,
    }),
    quoteIntegrity: ratio(sum(matches.map((match) => match.exact)), readings.length),
    rightPerson: ratio(
      count(hits, ({ label, reading }) => label.persons.includes(reading.person)),
      hits.length,
    ),
    rightStatus: ratio(
      count(hits, ({ label, reading }) => label.statuses.includes(reading.status)),
      hits.length,
    ),
    quietKept: quietKept(items, matches),
    saidPrecision: saidPrecision(matches),
    ...byDriver(matches),
  };
}

function tallyOf(matches: readonly Match[], of: (driver: Driver) => boolean = () => true): Tally {
  const labels = (each: readonly { readonly label: Label }[]): number =>
    count(each, ({ label }) => of(label.driver));
  return {
    right: labels(matches.flatMap((match) => match.hits)),
    missed: count(
      matches.flatMap((match) => match.missed),
      (label) => of(label.driver),
    ),
    falseAlarms: count(
      matches.flatMap((match) => match.wrong),
      (reading) => of(reading.driver),
    ),
  };
}

function byDriver(matches: readonly Match[]): Pick<Score, 'macroF1' | 'f1ByDriver'> {
  const each = DRIVERS.map(
    (driver) => [driver, f1(tallyOf(matches, (other) => other === driver))] as const,
  );
  return {
    macroF1: sum(each.map(([, value]) => value)) / DRIVERS.length,
    // Object.fromEntries forgets its keys; these are exactly the drivers.
    f1ByDriver: Object.fromEntries(each) as Record<Driver, number>,
  };
}

function quietKept(items: readonly GoldItem[], matches: readonly Match[]): number | null {
  const quiet = matches.filter((_, index) => items[index]?.labels.length === 0);
  return ratio(
    count(quiet, (match) => match.wrong.length === 0),
    quiet.length,
  );
}

function saidPrecision(matches: readonly Match[]): number | null {
  const hits = matches
    .flatMap((match) => match.hits)
    .filter(({ reading }) => reading.status === 'said');
  const wrong = count(
    matches.flatMap((match) => match.wrong),
    (reading) => reading.status === 'said',
  );
  return ratio(
    count(hits, ({ label }) => label.statuses.includes('said')),
    hits.length + wrong,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
