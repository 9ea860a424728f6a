import { describe, expect, it } from '@jest/globals';
import { fixedWords, longestRendered, moment, phrase } from '../../../server/domain/phrase.ts';
import { addDays, daysBetween } from '../../../server/domain/time-span.ts';
import { NOW, day } from '../../support/cards/deal-file.ts';

describe('a phrase', () => {
  it('joins neighbouring words, drops empty ones and keeps moments as moments', () => {
    const at = moment(NOW, 'day');
    expect(phrase('Before ', '', [at, '’s '], 'meeting', '.')).toEqual([
      'Before ',
      at,
      '’s meeting.',
    ]);
  });

  it('knows how long it can become', () => {
    expect(longestRendered(phrase('on ', moment(NOW, 'day')))).toBe('on 12 September'.length);
  });

  it('shows its fixed words with a gap for each moment', () => {
    expect(fixedWords(phrase('on ', moment(NOW, 'day'), '.'))).toBe('on ….');
  });
});

describe('a span of days', () => {
  it('counts both ways and adds back', () => {
    expect(daysBetween(day(-3), NOW)).toBe(3);
    expect(daysBetween(NOW, day(-3))).toBe(-3);
    expect(addDays(NOW, 2)).toBe(day(2));
  });
});
