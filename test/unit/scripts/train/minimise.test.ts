import { describe, expect, it } from '@jest/globals';
import { minimise } from '../../../../scripts/train/minimise.ts';

/** The squared distance to a point, steeper in one direction than in the other. */
function bowl(point: readonly [number, number]) {
  return (at: Float64Array, gradient: Float64Array): number => {
    const [x, y] = [(at[0] ?? 0) - point[0], (at[1] ?? 0) - point[1]];
    gradient.set([2 * x, 200 * y]);
    return x * x + 100 * y * y;
  };
}

describe('the minimum', () => {
  it('is found where it is', () => {
    const [x, y] = minimise(bowl([3, -2]), 2, 100);
    expect(x).toBeCloseTo(3, 2);
    expect(y).toBeCloseTo(-2, 2);
  });

  it('is the same every time', () => {
    expect(minimise(bowl([0.1, 7]), 2, 100)).toEqual(minimise(bowl([0.1, 7]), 2, 100));
  });

  it('is where it began when it began there', () => {
    expect(minimise(bowl([0, 0]), 2, 100)).toEqual(new Float64Array(2));
  });

  it('is left as it is when no step gains anything', () => {
    const wrongWay = (at: Float64Array, gradient: Float64Array): number => {
      gradient.set([-1]);
      return at[0] ?? 0;
    };
    expect(minimise(wrongWay, 1, 100)).toEqual(new Float64Array(1));
  });
});
