/** A differentiable function at a point: its value, and its gradient written into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const FIRST_STEP = 1;
const HALVINGS = 25;
/** Armijo's condition: a step must gain at least this share of what the slope promises. */
const ENOUGH_GAIN = 1e-4;
const CLOSE_ENOUGH = 1e-6;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly product: number;
}

/** The minimum of a convex function from zero on by L-BFGS (Nocedal and Wright, algorithm 7.4). Deterministic. */
export function minimise(objective: Objective, size: number, iterations: number): Float64Array {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(at, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const direction = directionOf(gradient, steps);
    const next = search(objective, { at, value, slope: dot(gradient, direction), direction });
    if (next === null) break;
    const moved = next.at.map((each, index) => each - (at[index] ?? 0));
    const turned = next.gradient.map((each, index) => each - (gradient[index] ?? 0));
    const product = dot(moved, turned);
    if (product > 0) steps.push({ moved, turned, product });
    if (steps.length > MEMORY) steps.shift();
    const gained = (value - next.value) / Math.max(1, Math.abs(value));
    ({ at, gradient, value } = next);
    if (gained < CLOSE_ENOUGH) break;
  }
  return at;
}

function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((each) => -each);
  const shares = new Map<Step, number>();
  for (const step of steps.toReversed()) {
    const share = dot(step.moved, direction) / step.product;
    shares.set(step, share);
    add(direction, step.turned, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = last.product / dot(last.turned, last.turned);
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = (direction[index] ?? 0) * scale;
  }
  for (const step of steps)
    add(
      direction,
      step.moved,
      (shares.get(step) ?? 0) - dot(step.turned, direction) / step.product,
    );
  return direction;
}

interface Line {
  readonly at: Float64Array;
  readonly value: number;
  readonly slope: number;
  readonly direction: Float64Array;
}

/** The first step, halved again and again, that gains enough; null when none does. */
function search(objective: Objective, { at, value, slope, direction }: Line) {
  let length = FIRST_STEP;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const next = at.slice();
    add(next, direction, length);
    const gradient = new Float64Array(at.length);
    const reached = objective(next, gradient);
    if (reached <= value + ENOUGH_GAIN * length * slope)
      return { at: next, gradient, value: reached };
    length /= 2;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function add(into: Float64Array, what: Float64Array, times: number): void {
  for (let index = 0; index < into.length; index += 1)
    into[index] = (into[index] ?? 0) + times * (what[index] ?? 0);
}
