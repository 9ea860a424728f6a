import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Topic } from '../../../shared/vocabulary.ts';
import { TOPICS } from '../../../shared/vocabulary.ts';
import type { Activity } from '../../../server/domain/activity.ts';
import { walkJourney } from '../../../server/journey/stage-history.ts';
import { FIRST_RULES } from '../../../server/journey/stage-rules.ts';
import { NOW, aDeal, aDealFile, anActivity, day } from '../../support/cards/deal-file.ts';

const mail = (at: string, ...topics: Topic[]): Activity => anActivity({ id: at, at, topics });
const walk = (activities: readonly Activity[], now = NOW, deal = aDeal()) =>
  walkJourney(aDealFile({ activities, deal }), FIRST_RULES, now);
const stages = (...args: Parameters<typeof walk>) => walk(...args).points.map(({ stage }) => stage);

const exploring = mail(day(-30), 'demo', 'requirements');
const choosing = mail(day(-20), 'price', 'legal');

describe('the stage of a journey', () => {
  it('starts with the first thing that happened, and is not there before', () => {
    expect(stages([mail(day(-40), 'problem')])).toEqual(['awareness']);
    expect(walk([]).current).toBeNull();
  });

  it('follows the buyer from naming to exploring to choosing, dated by the day it showed', () => {
    expect(walk([mail(day(-40), 'problem'), exploring, choosing]).points).toEqual([
      { stage: 'awareness', from: day(-40) },
      { stage: 'consideration', from: day(-30) },
      { stage: 'decision', from: day(-20) },
    ]);
  });

  it('moves forward only after a day', () => {
    const activities = [mail(day(-40)), exploring];
    expect(stages(activities, day(-30, 20))).toEqual(['awareness']);
    expect(walk(activities, day(-30, 20)).current?.wouldMove[0]).toMatch(/consideration/);
    expect(stages(activities, day(-29))).toEqual(['awareness', 'consideration']);
  });

  it('moves back only when it has held five days', () => {
    const back = [exploring, choosing, mail(day(-10), 'comparison')];
    expect(stages(back, day(-6))).toEqual(['consideration', 'decision']);
    expect(stages(back, day(-5))).toEqual(['consideration', 'decision', 'consideration']);
  });

  it('does not move back when the sign was taken back within the five days', () => {
    const activities = [
      exploring,
      choosing,
      mail(day(-10), 'comparison'),
      mail(day(-7), 'contract'),
    ];
    expect(stages(activities)).toEqual(['consideration', 'decision']);
  });

  it('does not move by the price alone, which people ask at every stage', () => {
    expect(stages([mail(day(-9), 'price')])).toEqual(['awareness']);
    expect(stages([exploring, mail(day(-9), 'price')])).toEqual(['consideration']);
  });

  it('takes a meeting for exploring, and no note of ours for their words', () => {
    const meeting = anActivity({ kind: 'meeting', id: 'x', at: day(-9), authorPersonId: null });
    const note = anActivity({
      kind: 'note',
      id: 'n',
      at: day(-9),
      authorPersonId: null,
      topics: ['demo', 'legal'],
    });
    expect(stages([mail(day(-20)), meeting])).toEqual(['awareness', 'consideration']);
    expect(stages([mail(day(-20)), { ...meeting, outcome: 'cancelled' }, note])).toEqual([
      'awareness',
    ]);
  });

  it('is retention at once when the deal is won', () => {
    const won = aDeal({ outcome: 'won', stageHistory: [{ stageId: 'won', at: day(-2) }] });
    expect(walk([exploring, choosing], day(-1), won)).toMatchObject({
      points: [
        { stage: 'consideration' },
        { stage: 'decision' },
        { stage: 'retention', from: day(-2) },
      ],
      current: { ruleId: 'won' },
    });
  });

  it('is retention where a renewal is due, and in a conversation of a customer', () => {
    expect(stages([exploring], NOW, aDeal({ pipelineLabel: 'Renewals' }))).toEqual(['retention']);
    const ticket = anActivity({ kind: 'ticket', id: 't', at: day(-9) });
    const conversation = aDealFile({ deal: null, activities: [ticket] });
    expect(walkJourney(conversation, FIRST_RULES, NOW).current?.stage).toBe('retention');
  });

  it('is none when the deal is lost, and the way there stays visible', () => {
    const lost = aDeal({ outcome: 'lost', stageHistory: [{ stageId: 'lost', at: day(-2) }] });
    const journey = walk([exploring, choosing], NOW, lost);
    expect(journey.current).toBeNull();
    expect(journey.points).toHaveLength(2);
  });
});

describe('for any journey', () => {
  const activities = fc
    .array(
      fc.record({
        at: fc.integer({ min: -90, max: -1 }),
        topics: fc.subarray([...TOPICS], { maxLength: 3 }),
      }),
      {
        maxLength: 10,
      },
    )
    .map((list) =>
      list.sort((a, b) => a.at - b.at).map(({ at, topics }) => mail(day(at), ...topics)),
    );

  it('silence alone moves nothing once the last change has been confirmed', () => {
    fc.assert(
      fc.property(activities, fc.integer({ min: 6, max: 400 }), (list, days) => {
        expect(walk(list, day(days)).points).toEqual(walk(list, day(6)).points);
      }),
    );
  });

  it('two stretches in a row are never the same stage, and time only goes forward', () => {
    fc.assert(
      fc.property(activities, (list) => {
        const { points } = walk(list);
        points.slice(1).forEach((point, index) => {
          expect(point.stage).not.toBe(points[index]?.stage);
          expect(point.from > (points[index]?.from ?? '')).toBe(true);
        });
      }),
    );
  });

  it('automatic replies change nothing', () => {
    fc.assert(
      fc.property(activities, (list) => {
        const automatic = list.map((each) => ({
          ...each,
          id: `${each.id}-auto`,
          automatic: true,
          topics: [...TOPICS],
        }));
        expect(walk([...list, ...automatic]).points).toEqual(walk(list).points);
      }),
    );
  });
});
