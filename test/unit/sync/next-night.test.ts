import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountDay } from '../../../server/sync/limits/account-day.ts';
import { nextNight } from '../../../server/sync/next-night.ts';

const at = (nightHour: number, timeZone: string) => ({ nightHour, timeZone });

const moments = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString());
const hours = fc.integer({ min: 0, max: 23 });
const zones = fc.constantFrom(
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Beirut',
  'Atlantic/Azores',
);

describe('the next night', () => {
  it('is the hour of the tenant’s own clock', () => {
    const noon = '2026-07-01T12:00:00.000Z';
    expect(nextNight(noon, at(2, 'Europe/London'))).toBe('2026-07-02T01:00:00.000Z');
    expect(nextNight(noon, at(2, 'Asia/Kathmandu'))).toBe('2026-07-01T20:15:00.000Z');
    expect(nextNight(noon, at(23, 'Europe/London'))).toBe('2026-07-01T22:00:00.000Z');
    expect(nextNight(noon, at(0, 'UTC'))).toBe('2026-07-02T00:00:00.000Z');
  });

  it('takes the first moment that exists where the clocks jump over it', () => {
    expect(nextNight('2026-03-08T05:00:00.000Z', at(2, 'America/New_York'))).toBe(
      '2026-03-08T07:00:00.000Z',
    );
    // Beirut's clocks jump from midnight to one.
    expect(nextNight('2026-03-28T12:00:00.000Z', at(0, 'Asia/Beirut'))).toBe(
      '2026-03-28T22:00:00.000Z',
    );
  });

  it('comes once a day where the clocks go back over it', () => {
    const first = nextNight('2026-10-24T12:00:00.000Z', at(2, 'Europe/Berlin'));
    const second = nextNight(first, at(2, 'Europe/Berlin'));

    expect(first).toBe('2026-10-25T00:00:00.000Z');
    expect(second).toBe('2026-10-26T01:00:00.000Z');
  });

  it('always lies ahead, within twenty-six hours', () => {
    fc.assert(
      fc.property(moments, zones, hours, (after, zone, hour) => {
        const aheadMs = Date.parse(nextNight(after, at(hour, zone))) - Date.parse(after);

        expect(aheadMs).toBeGreaterThan(0);
        expect(aheadMs).toBeLessThanOrEqual(26 * 3_600_000);
      }),
      { numRuns: 60 },
    );
  });

  it('comes once on every date, whatever the clocks do', () => {
    fc.assert(
      fc.property(moments, zones, hours, (after, zone, hour) => {
        const first = nextNight(after, at(hour, zone));
        const second = nextNight(first, at(hour, zone));
        expect(accountDay(second, zone).day > accountDay(first, zone).day).toBe(true);
        expect(Date.parse(second) - Date.parse(first)).toBeGreaterThanOrEqual(22 * 3_600_000);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an account’s day', () => {
  it('is the date of its own clock, and ends at its midnight', () => {
    expect(accountDay('2026-07-01T22:30:00.000Z', 'Europe/Berlin')).toEqual({
      day: '2026-07-02',
      endsAt: '2026-07-02T22:00:00.000Z',
    });
    expect(accountDay('2026-07-01T22:30:00.000Z', 'America/New_York')).toEqual({
      day: '2026-07-01',
      endsAt: '2026-07-02T04:00:00.000Z',
    });
  });

  it('is the same until its last millisecond, and another one from then on', () => {
    fc.assert(
      fc.property(moments, zones, (now, zone) => {
        const { day, endsAt } = accountDay(now, zone);
        const last = new Date(Date.parse(endsAt) - 1).toISOString();
        expect(accountDay(last, zone).day).toBe(day);
        expect(accountDay(endsAt, zone).day).not.toBe(day);
      }),
      { numRuns: 60 },
    );
  });
});
