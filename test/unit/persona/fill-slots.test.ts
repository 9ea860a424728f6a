import { describe, expect, it } from '@jest/globals';
import { fillSlots } from '../../../server/persona/fill-slots.ts';
import { aDealFile, aStatement, anActivity, day } from '../../support/cards/deal-file.ts';

describe('the five questions', () => {
  it('are answered by the person’s own statements, newest first, each once', () => {
    const statements = [
      aStatement({ kind: 'value', shown: 'plain facts', at: day(-9) }),
      aStatement({ kind: 'desired_outcome', shown: 'one list', at: day(-5) }),
      aStatement({ kind: 'value', shown: 'Plain facts', at: day(-2) }),
      aStatement({ kind: 'influencer', shown: 'Linda', personId: 'bo' }),
      aStatement({ kind: 'question', shown: 'what time?' }),
    ];
    const slots = fillSlots(aDealFile({ statements }), 'dana');
    expect(slots.values.map(({ text }) => text)).toEqual(['plain facts', 'one list']);
    expect(slots.influencers).toEqual([]);
  });

  it('say that a rep reported it', () => {
    const statements = [
      aStatement({ kind: 'purchasing', status: 'reported', shown: 'board in spring' }),
    ];
    expect(fillSlots(aDealFile({ statements }), 'dana').purchasing).toMatchObject([
      { status: 'reported' },
    ]);
  });

  it('see a channel when it is a habit, not before', () => {
    const mails = ['a', 'b', 'c'].map((id) => anActivity({ id }));
    const call = anActivity({ id: 'd', kind: 'call' });
    const seen = fillSlots(aDealFile({ activities: [...mails, call] }), 'dana').where_and_how;
    expect(seen).toMatchObject([
      { text: 'mostly by mail (3 of 4)', status: 'observed', source: { activityId: 'c' } },
    ]);
    expect(fillSlots(aDealFile({ activities: mails.slice(1) }), 'dana').where_and_how).toEqual([]);
    const surveys = mails.map((each) => ({ ...each, kind: 'survey' as const }));
    expect(fillSlots(aDealFile({ activities: surveys }), 'dana').where_and_how).toEqual([]);
    expect(fillSlots(aDealFile({ activities: [] }), 'dana').where_and_how).toEqual([]);
  });
});
