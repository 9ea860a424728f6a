import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planSchedule, startedAt } from '../../../server/sync/night/schedule.ts';

const BERLIN = { timeZone: 'Europe/Berlin', nightHour: 2 };
const NIGHT = '2026-03-04T01:00:00.000Z';
const NEXT_NIGHT = '2026-03-05T01:00:00.000Z';
const ran = startedAt(planSchedule(null, BERLIN, NIGHT), BERLIN, NIGHT);

describe('the schedule of a tenant', () => {
  it('lets the first night begin at once, which makes up for nothing', () => {
    expect(planSchedule(null, BERLIN, NIGHT).nextAt).toBe(NIGHT);
    expect(ran).toMatchObject({ nextAt: NEXT_NIGHT, lastStartedAt: NIGHT, catchUp: false });
  });

  it('stays as it is while nothing changes', () => {
    expect(planSchedule(ran, BERLIN, '2026-03-04T15:00:00.000Z')).toBe(ran);
  });

  it('moves the next night with the hour, never into the past', () => {
    const at = '2026-03-04T09:00:00.000Z';
    const evening = { ...BERLIN, nightHour: 22 };
    expect(planSchedule(ran, evening, at).nextAt).toBe('2026-03-04T21:00:00.000Z');
    const early = { ...BERLIN, nightHour: 1 };
    expect(planSchedule(ran, early, at).nextAt).toBe('2026-03-05T00:00:00.000Z');
    const abroad = { ...BERLIN, timeZone: 'America/New_York' };
    expect(planSchedule(ran, abroad, at).nextAt).toBe('2026-03-05T07:00:00.000Z');
  });

  it('keeps a night that is due, whatever the hour is changed to', () => {
    const late = '2026-03-05T03:00:00.000Z';
    expect(planSchedule(ran, { ...BERLIN, nightHour: 22 }, late).nextAt).toBe(NEXT_NIGHT);
  });

  it('makes up for any number of missed nights with one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * 24 }), (hoursAway) => {
        const now = new Date(Date.parse(NEXT_NIGHT) + hoursAway * 3_600_000 + 1).toISOString();
        const due = planSchedule(ran, BERLIN, now);
        expect(due.nextAt <= now).toBe(true);
        const after = startedAt(due, BERLIN, now);
        expect(after.catchUp).toBe(true);
        expect(after.nextAt > now).toBe(true);
        expect(planSchedule(after, BERLIN, now).nextAt > now).toBe(true);
      }),
    );
  });

  it('calls a night that begins in time no catch-up', () => {
    const after = startedAt(ran, BERLIN, '2026-03-05T01:00:03.000Z');
    expect(after).toMatchObject({ catchUp: false, nextAt: '2026-03-06T01:00:00.000Z' });
  });
});
