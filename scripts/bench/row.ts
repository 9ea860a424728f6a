/** One figure of a run, in the form that every bench prints; ARCHITECTURE.md says what the parts mean. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against in the same run: a peer, a bound, the empty case. */
  readonly yardstick: number | null;
  readonly ratio: number | null;
  /** Null: the row only informs. */
  readonly target: string | null;
  readonly holds: boolean;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly yardstick?: number;
}

export interface Bound {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A row; with a bound, one that holds or does not. A value that is no number never holds. */
export function rowOf(figure: Figure, bound: Bound = {}): Row {
  const { name, unit, yardstick = null } = figure;
  const value = rounded(figure.value);
  const ratio = yardstick === null || yardstick === 0 ? null : rounded(figure.value / yardstick);
  return {
    ...{ name, value, unit, ratio },
    yardstick: yardstick === null ? null : rounded(yardstick),
    target: targetOf(bound),
    holds: holds(figure.value, bound),
  };
}

/** "slowest answer: 12 ms (<= 150)", for people. */
export function renderRow({ name, value, unit, ratio, target, holds: good }: Row): string {
  const compared = ratio === null ? '' : `, ${ratio} of the yardstick`;
  const held = target === null ? '' : ` (${target}${good ? '' : ', does not hold'})`;
  return `${name}: ${value} ${unit}${compared}${held}`;
}

function targetOf({ atMost, atLeast }: Bound): string | null {
  if (atMost !== undefined) return `<= ${atMost}`;
  return atLeast === undefined ? null : `>= ${atLeast}`;
}

function holds(value: number, { atMost, atLeast }: Bound): boolean {
  if (atMost !== undefined) return value <= atMost;
  return atLeast === undefined || value >= atLeast;
}

/** Four digits say enough of a measurement; counts stay whole. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
