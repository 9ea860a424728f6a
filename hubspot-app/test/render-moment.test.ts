import { describe, expect, it } from '@jest/globals';
import { renderMoment, renderPhrase } from '../src/app/cards/render-moment.ts';

const LONDON = { now: new Date('2026-03-10T09:00:00.000Z'), timeZone: 'Europe/London' };

describe('a moment in the viewer’s words', () => {
  it.each([
    ['2026-03-10T23:30:00.000Z', 'today'],
    ['2026-03-11T00:10:00.000Z', 'tomorrow'],
    ['2026-03-09T23:59:00.000Z', 'yesterday'],
    ['2026-03-12T10:00:00.000Z', 'Thursday'],
    ['2026-03-16T10:00:00.000Z', 'Monday'],
    ['2026-03-17T10:00:00.000Z', '17 March'],
    ['2026-02-12T10:00:00.000Z', '12 February'],
  ])('%s is %s as a day', (at, words) => {
    expect(renderMoment({ at, as: 'day' }, LONDON)).toBe(words);
  });

  it.each([
    ['2026-03-10T09:00:30.000Z', 'just now'],
    ['2026-03-10T08:48:00.000Z', '12 min ago'],
    ['2026-03-10T03:00:00.000Z', '6 h ago'],
    ['2026-03-09T08:00:00.000Z', '1 day ago'],
    ['2026-03-05T09:00:00.000Z', '5 days ago'],
    ['2025-11-10T09:00:00.000Z', '4 months ago'],
  ])('%s is %s', (at, words) => {
    expect(renderMoment({ at, as: 'ago' }, LONDON)).toBe(words);
  });

  it.each([
    ['2026-03-10T03:00:00.000Z', 'less than a day'],
    ['2026-02-19T09:00:00.000Z', '19 days'],
    ['2025-09-10T09:00:00.000Z', '6 months'],
  ])('%s is of age %s', (at, words) => {
    expect(renderMoment({ at, as: 'age' }, LONDON)).toBe(words);
  });

  it('is another day where the viewer sits elsewhere', () => {
    const at = '2026-03-10T23:30:00.000Z';
    expect(renderMoment({ at, as: 'day' }, { ...LONDON, timeZone: 'Asia/Tokyo' })).toBe('tomorrow');
    expect(renderMoment({ at, as: 'time' }, { ...LONDON, timeZone: 'Asia/Tokyo' })).toBe(
      'Wed 08:30',
    );
  });

  it('counts calendar days over a change of the clock', () => {
    const before = { now: new Date('2026-03-28T23:30:00.000Z'), timeZone: 'Europe/London' };
    expect(renderMoment({ at: '2026-03-29T22:30:00.000Z', as: 'day' }, before)).toBe('tomorrow');
  });

  it('stands inside a sentence without added spaces', () => {
    const thursday = { at: '2026-03-12T10:00:00.000Z', as: 'day' } as const;
    expect(renderPhrase(['before ', thursday, '’s review'], LONDON)).toBe(
      'before Thursday’s review',
    );
  });
});
