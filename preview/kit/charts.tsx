import type * as H from '@hubspot/ui-extensions';

const WIDTH = 300;
const HEIGHT = 120;
const MARGIN = 16;

type Point = { readonly x: number; readonly y: number };

/** A plain line: enough to judge the card's own numbers, no more. */
export function LineChart({ data, axes, options }: H.LineChartProps) {
  const rows = Array.isArray(data) ? data : data.data;
  const points = toPoints(
    rows.map((row) => ({ x: Number(row[axes.x.field]), y: Number(row[axes.y.field]) })),
  );
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return (
    <figure className="hs-chart">
      <figcaption>{options?.title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={options?.title}>
        <line x1={MARGIN} y1={HEIGHT - MARGIN} x2={WIDTH - MARGIN} y2={HEIGHT - MARGIN} />
        <polyline points={path} />
      </svg>
    </figure>
  );
}

function toPoints(values: readonly Point[]): readonly Point[] {
  const place = scale(
    values.map(({ x }) => x),
    [MARGIN, WIDTH - MARGIN],
  );
  const height = scale([0, ...values.map(({ y }) => y)], [HEIGHT - MARGIN, MARGIN]);
  return values.map(({ x, y }) => ({ x: place(x), y: height(y) }));
}

function scale(values: readonly number[], [from, to]: readonly [number, number]) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return (value: number) => from + ((value - low) / span) * (to - from);
}
