import { describe, expect, it } from '@jest/globals';
import type { SlotVerdict } from '../../../server/domain/deal-file.ts';
import { fillSlots } from '../../../server/persona/fill-slots.ts';
import { withoutRefuted } from '../../../server/persona/slot-verdicts.ts';
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

  it('say who called them right, and leave out a habit that was called wrong', () => {
    const statements = [aStatement({ id: 's1', kind: 'value', shown: 'plain facts' })];
    const activities = ['a', 'b', 'c'].map((id) => anActivity({ id }));
    const given = (over: Partial<SlotVerdict>) =>
      fillSlots(aDealFile({ statements, activities, slotVerdicts: [verdict(over)] }), 'dana');
    expect(given({}).values).toMatchObject([
      { id: 's1', confirmedBy: { userId: '7', name: 'Priya Raman' } },
    ]);
    expect(given({ personId: 'bo' }).values).toMatchObject([{ confirmedBy: null }]);
    const wrong = given({ entryId: 'mostly-by-email', verdict: 'not_right' });
    expect(wrong.where_and_how).toEqual([]);
  });
});

const verdict = (over: Partial<SlotVerdict>): SlotVerdict => ({
  ...{ personId: 'dana', slot: 'values', entryId: 's1', verdict: 'right' },
  ...{ byUserId: '7', byName: 'Priya Raman', at: day(-1) },
  ...over,
});

describe('what a rep called not right', () => {
  const file = (over: Partial<SlotVerdict>) =>
    withoutRefuted(
      aDealFile({
        statements: [
          aStatement({ id: 's0', shown: 'One list' }),
          aStatement({ id: 's1', shown: 'one list' }),
          aStatement({ id: 's2', shown: 'no stops' }),
          aStatement({ id: 's3', shown: 'one list', personId: 'bo' }),
        ],
        slotVerdicts: [verdict({ verdict: 'not_right', ...over })],
      }),
    ).statements.map(({ id }) => id);

  it('is said nowhere any more, nor are the same words of the same person elsewhere', () => {
    expect(file({})).toEqual(['s2', 's3']);
  });

  it('is only what it was said of: another’s words stay, and so does what is right', () => {
    const all = ['s0', 's1', 's2', 's3'];
    expect(file({ personId: 'bo' })).toEqual(all);
    expect(file({ verdict: 'right' })).toEqual(all);
    expect(file({ entryId: 'gone' })).toEqual(all);
  });
});
