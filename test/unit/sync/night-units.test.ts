import { describe, expect, it } from '@jest/globals';
import { unitsOfNight, type NightQuestion } from '../../../server/sync/night-units.ts';

const NOW = '2026-11-21T02:00:00.000Z';
const LAST_NIGHT = '2026-11-20T02:00:00.000Z';

const question: NightQuestion = {
  now: NOW,
  kinds: ['owner', 'deal', 'email'],
  can: { listed: ['deal', 'email'] },
  watermarks: new Map([
    ['owner', LAST_NIGHT],
    ['deal', LAST_NIGHT],
    ['email', LAST_NIGHT],
  ]),
  comparedAt: new Map([
    ['deal', '2026-11-15T02:00:00.000Z'],
    ['email', '2026-11-14T02:00:00.000Z'],
  ]),
};

const named = (more: Partial<NightQuestion> = {}): readonly string[] =>
  unitsOfNight({ ...question, ...more }).map(({ phase, kind }) => `${phase} ${kind}`);

describe('the units of a night', () => {
  it('are changes and deletions, and the comparison of what was last compared a week ago', () => {
    expect(named()).toEqual([
      'changes owner',
      'gone deal',
      'changes deal',
      'gone email',
      'changes email',
      'sweep email',
    ]);
  });

  it('load everything at first, the pressing deals before the others, and look for no deletions', () => {
    const none = { watermarks: new Map(), comparedAt: new Map() };
    expect(named(none)).toEqual(['changes owner', 'first deal', 'changes deal', 'changes email']);
    expect(unitsOfNight({ ...question, ...none }).map(({ from }) => from)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('load a kind that was switched on later as a whole, beside the changes of the others', () => {
    const later = unitsOfNight({ ...question, watermarks: new Map([['deal', LAST_NIGHT]]) });
    expect(later.find(({ kind }) => kind === 'email')?.from).toBeNull();
    expect(later.find(({ kind }) => kind === 'deal')?.from).toBe('2026-11-20T01:50:00.000Z');
  });

  it('take the watermark for the day of comparison where there was none yet', () => {
    expect(named({ comparedAt: new Map() })).not.toContain('sweep deal');
  });

  it('are only changes where the CRM cannot list ids', () => {
    expect(named({ can: {} })).toEqual(['changes owner', 'changes deal', 'changes email']);
  });
});
