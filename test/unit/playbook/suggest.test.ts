import { describe, expect, it } from '@jest/globals';
import { suggest } from '../../../server/playbook/suggest.ts';
import type { Situation } from '../../../server/playbook/situation.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  anActivity,
  anEvidence,
  aPerson,
  day,
} from '../../support/cards/deal-file.ts';
import { aSituation } from '../../support/cards/situation.ts';

const say = (text: Parameters<typeof renderPhrase>[0] = []) =>
  renderPhrase(text, { now: NOW, timeZone: 'Europe/London' });
const stepOf = (situation: Situation) => suggest(situation).step;
const control = anEvidence({
  driver: 'control',
  shown: 'leave it with us until then',
  at: day(-6),
});
const ours = (at: string) =>
  anActivity({
    id: 'ours',
    at,
    direction: 'out',
    authorPersonId: null,
    sellerId: 'sam',
    personIds: ['dana'],
  });

describe('the next step', () => {
  it('answers the need that matters most', () => {
    const meeting = aMeeting();
    const file = aDealFile({
      evidence: [anEvidence({ at: day(-19) })],
      activities: [anActivity(), meeting],
    });
    const step = stepOf(aSituation(file, { meeting }));
    expect(step).toMatchObject({
      playId: 'consideration.certainty.threatened',
      action: 'email',
      askAgain: null,
    });
    expect(say(step?.title)).toBe(
      'Answer Dana’s question in writing, on their own example, before Thursday’s meeting',
    );
    expect(say(step?.reason)).toMatch(/^Open for 19 days: /);
  });

  it.each(['Chase Whitlock', 'He Ping', 'Dana Urgent-Force'])(
    'answers %s as it answers anybody else',
    (name) => {
      const person = aPerson({ name });
      const file = aDealFile({ persons: [person], evidence: [anEvidence({ at: day(-19) })] });
      const step = stepOf(aSituation(file, { person }));
      expect(step).toMatchObject({ playId: 'consideration.certainty.threatened' });
      expect(step?.draft).not.toBeNull();
    },
  );

  it('does not name the meeting that the headline has named', () => {
    const meeting = aMeeting();
    const file = aDealFile({ evidence: [anEvidence()], activities: [anActivity(), meeting] });
    const headline = [
      'A clear answer may help before ',
      { at: meeting.at, as: 'day' as const },
      '.',
    ];
    const { step } = suggest(aSituation(file, { meeting }), headline);
    expect(say(step?.title)).toBe('Answer Dana’s question in writing, on their own example');
  });

  it('says how often it was raised', () => {
    const evidence = [anEvidence({ at: day(-19) }), anEvidence({ id: 'b', activityId: 'm2' })];
    expect(say(stepOf(aSituation(aDealFile({ evidence })))?.reason)).toMatch(
      /^Raised twice, open 19 days: /,
    );
  });

  it('of something new says when it was raised, not for how long it is open', () => {
    const evidence = [anEvidence({ at: day(0, 3) })];
    expect(say(stepOf(aSituation(aDealFile({ evidence })))?.reason)).toMatch(/^Raised 6 h ago: /);
  });

  it('of good news is no problem to solve', () => {
    const evidence = [
      anEvidence({ driver: 'progress', pole: 'met', shown: 'we would love one list' }),
    ];
    expect(
      say(stepOf(aSituation(aDealFile({ evidence }), { stage: 'retention' }))?.reason),
    ).toMatch(/^Said 3 days ago: /);
  });

  it('takes awareness for granted where no stage is known', () => {
    const step = stepOf(aSituation(aDealFile({ evidence: [anEvidence()] }), { stage: null }));
    expect(step?.playId).toBe('awareness.certainty.threatened');
  });

  it('has at most two alternatives, none of them the step itself', () => {
    const drivers = ['certainty', 'safety', 'fairness', 'ease'] as const;
    const evidence = drivers.map((driver) => anEvidence({ driver }));
    const { step, alternatives } = suggest(aSituation(aDealFile({ evidence })));
    expect(alternatives).toHaveLength(2);
    expect(alternatives.map(({ playId }) => playId)).not.toContain(step?.playId);
  });

  it('of a long report of ours speaks of the talk, not of words', () => {
    const shown = 'she wants to know what becomes of every card in every yard '.repeat(3).trim();
    const evidence = [anEvidence({ status: 'reported', shown })];
    expect(stepOf(aSituation(aDealFile({ evidence })))?.draft?.body).toContain('We spoke of this ');
  });

  it('is none where nothing was read', () => {
    expect(suggest(aSituation())).toEqual({ step: null, alternatives: [] });
  });
});

describe('doing nothing yet', () => {
  it('is the step for a buyer who asked for room, with the day on which we look again', () => {
    const step = stepOf(aSituation(aDealFile({ evidence: [control] })));
    expect(step).toMatchObject({ action: 'none', askAgain: { at: day(8), as: 'day' } });
    expect(say(step?.title)).toBe('Do nothing until 11 March, unless Dana writes first');
    expect(say(step?.reason)).toMatch(/^Dana asked for room 6 days ago; /);
  });

  it('is not the step when a colleague asked for room long ago', () => {
    const eilidh = aPerson({ id: 'eilidh', name: 'Eilidh McCorquodale' });
    const evidence = [
      anEvidence({ at: day(-60) }),
      { ...control, personId: 'eilidh', at: day(-50) },
    ];
    const file = aDealFile({ persons: [aPerson(), eilidh], evidence, activities: [] });
    expect(stepOf(aSituation(file))?.action).not.toBe('none');
  });

  it('is, in Dana’s name, for a request of somebody whom the deal does not list', () => {
    const evidence = [anEvidence({ at: day(-20) }), { ...control, personId: null }];
    expect(say(stepOf(aSituation(aDealFile({ evidence })))?.title)).toMatch(
      /unless Dana writes first$/,
    );
  });

  it('is not for an unanswered mail of ours that a meeting follows soon', () => {
    const file = aDealFile({ evidence: [anEvidence()], activities: [ours(day(-1))] });
    const later = { meeting: aMeeting({ at: day(6) }) };
    expect(stepOf(aSituation(file, later))?.playId).toBe('answer-on-its-way');
  });

  it('belongs to awareness where no stage is known', () => {
    expect(stepOf(aSituation(aDealFile({ evidence: [control] }), { stage: null }))).toMatchObject({
      action: 'none',
      stage: 'awareness',
    });
  });

  it('has nothing beside it that asks for anything', () => {
    const hope = anEvidence({ driver: 'progress', pole: 'met', activityId: 'h', at: day(-6) });
    const { alternatives } = suggest(
      aSituation(aDealFile({ evidence: [hope, control] }), {
        beliefs: aSituation(aDealFile({ evidence: [control, hope] })).beliefs.toSorted((a) =>
          a.driver === 'control' ? -1 : 1,
        ),
      }),
    );
    expect(alternatives.map(({ playId }) => playId)).toEqual(['consideration.control.threatened']);
  });

  it('is the step, too, when the last word of their side was a colleague’s wish for room', () => {
    const eilidh = aPerson({ id: 'eilidh', name: 'Eilidh McCorquodale' });
    const evidence = [anEvidence({ at: day(-20) }), { ...control, personId: 'eilidh' }];
    const file = aDealFile({ persons: [aPerson(), eilidh], evidence });
    expect(say(stepOf(aSituation(file))?.title)).toMatch(/unless Eilidh writes first$/);
    const asked = anActivity({ id: 'q', at: day(-1), questions: 1 });
    const moving = aDealFile({ ...file, activities: [asked] });
    expect(stepOf(aSituation(moving))?.action).toBe('email');
  });

  it('lasts until the meeting when one is booked', () => {
    const step = stepOf(aSituation(aDealFile({ evidence: [control] }), { meeting: aMeeting() }));
    expect(step?.askAgain?.at).toBe(aMeeting().at);
  });

  it('is at least a week more when they asked long ago', () => {
    const evidence = [{ ...control, at: day(-30) }];
    expect(stepOf(aSituation(aDealFile({ evidence })))?.askAgain?.at).toBe(day(7));
  });

  it('gives way to something newer that they wait for', () => {
    const evidence = [{ ...control, at: day(-25) }, anEvidence({ driver: 'trust', at: day(-1) })];
    expect(stepOf(aSituation(aDealFile({ evidence })))?.playId).toBe(
      'consideration.trust.threatened',
    );
  });

  it('gives our own mail three days to be answered', () => {
    const file = aDealFile({ evidence: [anEvidence()], activities: [anActivity(), ours(day(-1))] });
    const step = stepOf(aSituation(file));
    expect(step?.playId).toBe('answer-on-its-way');
    expect(say(step?.reason)).toMatch(/^We wrote 1 day ago; Dana /);
  });

  it('does not wait for an answer when our mail is old, was before theirs, or a meeting is near', () => {
    const evidence = [anEvidence()];
    const file = (at: string) => aDealFile({ evidence, activities: [ours(at)] });
    const near = { meeting: aMeeting({ at: day(1) }) };
    const waits = [
      stepOf(aSituation(file(day(-4)))),
      stepOf(
        aSituation(
          aDealFile({ evidence, activities: [ours(day(-1)), anActivity({ at: day(0, 8) })] }),
        ),
      ),
      stepOf(aSituation(file(day(-1)), near)),
      stepOf(
        aSituation(
          aDealFile({ evidence: [anEvidence({ at: day(0, 8) })], activities: [ours(day(-1))] }),
        ),
      ),
    ];
    expect(waits.map((step) => step?.playId)).not.toContain('answer-on-its-way');
  });
});

describe('after a win', () => {
  const wonOn = (at: string) =>
    aDealFile({ deal: aDeal({ outcome: 'won', stageHistory: [{ stageId: 'won', at }] }) });
  const after = (at: string) => stepOf(aSituation(wonOn(at), { stage: 'retention' }));

  it('nothing is asked until the first check-in', () => {
    expect(after(day(-2))).toMatchObject({ action: 'none', askAgain: { at: day(5) } });
  });

  it('the check-in asks about what they bought it for', () => {
    const raised = anEvidence({ at: day(-60), status: 'reported' });
    const met = anEvidence({
      id: 'b',
      activityId: 'm2',
      pole: 'met',
      at: day(-50),
      status: 'reported',
      strength: 0.1,
    });
    const file = { ...wonOn(day(-30)), evidence: [raised, met] };
    const situation = aSituation(file, { stage: 'retention', beliefs: [] });
    const step = stepOf(situation);
    expect(step?.playId).toBe('retention.check-in-30');
    expect(say(step?.reason)).toContain('“what happens if the migration slips?”');
    expect(say(after(day(-90))?.reason)).toContain('what they hoped');
  });

  it('there is no check-in left after the last', () => {
    expect(after(day(-120))).toBeNull();
    expect(stepOf(aSituation(aDealFile(), { stage: 'retention' }))).toBeNull();
  });
});
