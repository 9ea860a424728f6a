import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextNight } from '../../../server/sync/next-night.ts';

describe('the next night', () => {
  it('is two o’clock of the tenant’s own clock', () => {
    expect(nextNight('2026-07-01T12:00:00.000Z', 'Europe/London')).toBe('2026-07-02T01:00:00.000Z');
    expect(nextNight('2026-07-01T12:00:00.000Z', 'Asia/Kathmandu')).toBe(
      '2026-07-01T20:15:00.000Z',
    );
  });

  it('takes the first moment that exists where the clocks jump over two o’clock', () => {
    expect(nextNight('2026-03-08T05:00:00.000Z', 'America/New_York')).toBe(
      '2026-03-08T07:00:00.000Z',
    );
  });

  it('comes once a day where the clocks go back over two o’clock', () => {
    const first = nextNight('2026-10-24T12:00:00.000Z', 'Europe/Berlin');
    const second = nextNight(first, 'Europe/Berlin');

    expect(first).toBe('2026-10-25T00:00:00.000Z');
    expect(second).toBe('2026-10-26T01:00:00.000Z');
  });

  it('always lies ahead, within twenty-six hours', () => {
    const moments = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2028-12-31'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const after = moment.toISOString();
        const aheadMs = Date.parse(nextNight(after, zone)) - moment.getTime();

        expect(aheadMs).toBeGreaterThan(0);
        expect(aheadMs).toBeLessThanOrEqual(26 * 3_600_000);
      }),
      { numRuns: 40 },
    );
  });
});
