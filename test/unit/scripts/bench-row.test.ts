import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { percentile } from '../../../scripts/bench/percentile.ts';
import { renderRow, rowOf } from '../../../scripts/bench/row.ts';

describe('a percentile', () => {
  it('is the smallest value that so many of all do not exceed', () => {
    const values = [50, 10, 40, 20, 30];
    expect([0, 0.2, 0.5, 0.8, 0.81, 1].map((share) => percentile(values, share))).toEqual([
      10, 10, 30, 40, 50, 50,
    ]);
  });

  it('is no number where nothing was measured', () => {
    expect(percentile([], 0.95)).toBeNaN();
  });

  it('is one of the values, and leaves at least its share at or below it', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const some = fc.array(finite, { minLength: 1 });
    fc.assert(
      fc.property(some, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const found = percentile(values, share);
        const below = values.filter((value) => value <= found).length;
        expect(values).toContain(found);
        expect(below).toBeGreaterThanOrEqual(share * values.length - 1e-9);
      }),
    );
  });
});

describe('a row', () => {
  it('without a bound only informs', () => {
    expect(rowOf({ name: 'cards', value: 137, unit: 'cards' })).toEqual({
      name: 'cards',
      value: 137,
      unit: 'cards',
      yardstick: null,
      ratio: null,
      target: null,
      holds: true,
    });
  });

  it('holds at its bound and not beyond it', () => {
    const at = (value: number, bound: Parameters<typeof rowOf>[1]) => {
      const { target, holds } = rowOf({ name: 'x', value, unit: 'ms' }, bound);
      return [target, holds];
    };
    expect(at(150, { atMost: 150 })).toEqual(['<= 150', true]);
    expect(at(150.0001, { atMost: 150 })).toEqual(['<= 150', false]);
    expect(at(20, { atLeast: 20 })).toEqual(['>= 20', true]);
    expect(at(19, { atLeast: 20 })).toEqual(['>= 20', false]);
    expect(at(Number.NaN, { atMost: 150 })).toEqual(['<= 150', false]);
    expect(at(Number.NaN, { atLeast: 20 })).toEqual(['>= 20', false]);
  });

  it('is held against its yardstick, in four digits', () => {
    const row = rowOf({ name: 'x', value: 12.345678, unit: 'ms', yardstick: 3.1415926 });
    expect(row).toMatchObject({ value: 12.35, yardstick: 3.142, ratio: 3.93 });
    expect(rowOf({ name: 'x', value: 123456, unit: 'bytes', yardstick: 0 })).toMatchObject({
      value: 123456,
      yardstick: 0,
      ratio: null,
    });
  });

  it('is told to people in one line', () => {
    const figure = { name: 'slowest answer', value: 180, unit: 'ms' };
    expect(renderRow(rowOf(figure))).toBe('slowest answer: 180 ms');
    expect(renderRow(rowOf({ ...figure, yardstick: 90 }, { atMost: 200 }))).toBe(
      'slowest answer: 180 ms, 2 of the yardstick (<= 200)',
    );
    expect(renderRow(rowOf(figure, { atMost: 150 }))).toBe(
      'slowest answer: 180 ms (<= 150, does not hold)',
    );
  });
});
