import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fillTemplates,
  workingDay,
  zonedInstant,
} from '../../simulators/hubspot/stories/story-time.ts';

const anyDate = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyOffset = fc.integer({ min: -300, max: 300 }).filter((offset) => offset !== 0);

function weekday(date: string): number {
  return new Date(date).getUTCDay();
}

describe('A working day of the stories', () => {
  it('is never a Saturday or Sunday, and lies on the side its sign says', () => {
    fc.assert(
      fc.property(anyDate, anyOffset, (date, offset) => {
        const day = workingDay(date, offset);
        expect([1, 2, 3, 4, 5]).toContain(weekday(day));
        expect(day > date).toBe(offset > 0);
      }),
    );
  });

  it('comes in steps: one more offset is the next working day, never two', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 300 }), (date, offset) => {
        expect(workingDay(date, offset + 1)).toBe(workingDay(workingDay(date, offset), 1));
        expect(workingDay(date, -offset - 1)).toBe(workingDay(workingDay(date, -offset), -1));
      }),
    );
  });

  it.each([
    ['2026-11-24', -1, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-22', -1, '2026-11-20'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-12-31', 2, '2027-01-04'],
  ])('counted from %s by %d is %s', (date, offset, expected) => {
    expect(workingDay(date, offset)).toBe(expected);
  });
});

describe('A clock time of the portal', () => {
  it.each([
    ['2026-11-24', '09:10', 'Europe/London', '2026-11-24T09:10:00.000Z'],
    ['2026-07-01', '09:10', 'Europe/London', '2026-07-01T08:10:00.000Z'],
    ['2026-03-29', '00:30', 'Europe/London', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['2026-03-30', '08:00', 'Europe/London', '2026-03-30T07:00:00.000Z'],
    ['2026-10-26', '08:00', 'Europe/London', '2026-10-26T08:00:00.000Z'],
    ['2026-11-24', '23:30', 'Pacific/Auckland', '2026-11-24T10:30:00.000Z'],
  ] as const)('on %s at %s in %s is %s', (...row) => {
    const [date, time, zone, expected] = row;
    expect(zonedInstant(date, time, zone)).toBe(expected);
  });
});

describe('A date inside a text', () => {
  const calendar = { firstNight: '2026-11-24', timeZone: 'Europe/London' };

  it('is a weekday, or a stamp as mail programs print it', () => {
    const text = 'By {{day +2}}. On {{stamp -12 10:02}} Tom wrote:';
    expect(fillTemplates(text, calendar)).toBe(
      'By Thursday. On Fri, 6 Nov 2026 at 10:02 Tom wrote:',
    );
  });

  it('stops at a moment that no story may use', () => {
    expect(() => fillTemplates('{{day 0}}', calendar)).toThrow('{{day 0}}');
  });
});
