import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backfillWindow, deltaWindow } from '../../../server/sync/window.ts';

const MINUTE_MS = 60_000;
const FIRST_MS = Date.parse('2026-11-20T10:00:00.000Z');
const at = (ms: number): string => new Date(ms).toISOString();

describe('the windows of a night', () => {
  it('begin ten minutes before the last end and stop five minutes before now', () => {
    expect(deltaWindow('2026-11-20T02:00:00.000Z', '2026-11-21T02:00:00.000Z')).toEqual({
      from: '2026-11-20T01:50:00.000Z',
      to: '2026-11-21T01:55:00.000Z',
    });
  });

  it('have no beginning at the first load, and end where it started', () => {
    expect(backfillWindow(at(FIRST_MS))).toEqual({ from: null, to: at(FIRST_MS) });
  });

  it('leave no gap: each begins before the one before it ended, whenever nights run', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 })), (pauses) => {
        let nowMs = FIRST_MS;
        let watermark = backfillWindow(at(nowMs)).to;
        for (const minutes of pauses) {
          nowMs += minutes * MINUTE_MS;
          const { from, to } = deltaWindow(watermark, at(nowMs));
          expect(from !== null && from < watermark).toBe(true);
          expect(from !== null && from <= to).toBe(true);
          watermark = to > watermark ? to : watermark;
        }
      }),
    );
  });

  it('do not end before they begin when the clock was set back', () => {
    const { from, to } = deltaWindow(at(FIRST_MS), at(FIRST_MS - 60 * MINUTE_MS));
    expect(to).toBe(from);
  });
});
