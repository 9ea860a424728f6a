import { describe, expect, it } from '@jest/globals';
import { isStageMismatch, stageOfCrm } from '../../../server/journey/crm-stage.ts';
import { readSignals } from '../../../server/journey/signals.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';

describe('the signals of a deal', () => {
  it('know nothing of a deal in a conversation', () => {
    const signals = readSignals(aDealFile({ deal: null, activities: [] }), NOW);
    expect(signals).toMatchObject({
      dealOutcome: null,
      crmStage: null,
      renewalPipeline: null,
      daysSinceInbound: null,
    });
  });

  it('count who wrote or took part, not who was merely written to', () => {
    const activities = [
      anActivity(),
      anActivity({ id: 'm2', authorPersonId: null, personIds: ['eilidh'] }),
      aMeeting({ at: day(-1), personIds: ['dana', 'fraser'] }),
    ];
    expect(readSignals(aDealFile({ activities }), NOW).personsEngaged).toBe(2);
  });

  it('take no automatic reply for a sign of life', () => {
    const activities = [
      anActivity({ at: day(-9) }),
      anActivity({ id: 'm2', at: day(-1), automatic: true }),
    ];
    expect(readSignals(aDealFile({ activities }), NOW).daysSinceInbound).toBe(9);
  });

  it('count a cancelled meeting neither as held nor as booked', () => {
    const activities = [
      aMeeting({ outcome: 'cancelled' }),
      aMeeting({ id: 'x', at: day(-2), outcome: 'cancelled' }),
    ];
    expect(readSignals(aDealFile({ activities }), NOW)).toMatchObject({
      meetingsHeld: 0,
      nextMeetingBooked: false,
    });
    expect(readSignals(aDealFile({ activities: [aMeeting()] }), NOW).nextMeetingBooked).toBe(true);
  });

  it('see that options are compared again, later than the last word on choosing', () => {
    const price = anActivity({ id: 'a', at: day(-9), topics: ['price', 'contract'] });
    const compare = anActivity({ id: 'b', at: day(-5), topics: ['comparison'] });
    const at = (activities: readonly (typeof price)[]) =>
      readSignals(aDealFile({ activities }), NOW).comparesAgain;
    expect(at([price, compare])).toBe(true);
    expect(at([{ ...compare, at: day(-20) }, price])).toBe(false);
    expect(at([compare])).toBe(false);
    expect(at([{ ...price, topics: ['price', 'contract', 'comparison'] }])).toBe(false);
  });

  it('see what a talk bound, and that they weigh our terms, once they explore', () => {
    const met = aMeeting({ id: 'm', at: day(-9), topics: ['price', 'legal', 'contract'] });
    const unfair = anEvidence({ driver: 'fairness', at: day(-4) });
    const signals = readSignals(aDealFile({ activities: [met], evidence: [unfair] }), NOW);
    expect(signals).toMatchObject({ bindingInTalk: 2, weighsTerms: true });
    const before = readSignals(aDealFile({ activities: [], evidence: [unfair] }), NOW);
    expect(before).toMatchObject({ bindingInTalk: 0, weighsTerms: false });
    const noted = { ...unfair, status: 'reported' as const };
    const ours = readSignals(aDealFile({ activities: [met], evidence: [noted] }), NOW);
    expect(ours.weighsTerms).toBe(false);
  });

  it('read the last survey score, open tickets and what only customers write', () => {
    const activities = [
      anActivity({ id: 's', kind: 'survey', survey: { type: 'nps', score: 9 } }),
      anActivity({ id: 't', kind: 'ticket', outcome: 'open' }),
      anActivity({ id: 'o', topics: ['renewal'] }),
    ];
    expect(readSignals(aDealFile({ activities }), NOW)).toMatchObject({
      surveyScore: 9,
      ticketsOpen: 1,
      customerSigns: 3,
    });
  });

  it('count words of choosing from the day they explore, and how many came at once', () => {
    const early = anActivity({ id: 'a', at: day(-20), topics: ['contract'] });
    const demo = anActivity({ id: 'b', at: day(-15), topics: ['demo'] });
    const both = anActivity({ id: 'c', at: day(-9), topics: ['price', 'legal'] });
    const one = anActivity({ id: 'd', at: day(-8), topics: ['price'] });
    expect(readSignals(aDealFile({ activities: [early, demo, both, one] }), NOW)).toMatchObject({
      explores: true,
      choosingTopics: 2,
      bindingTopics: 1,
      choosingAtOnce: 2,
    });
    expect(readSignals(aDealFile({ activities: [early, one] }), NOW)).toMatchObject({
      explores: false,
      choosingTopics: 0,
    });
  });

  it('count only what had happened by then', () => {
    const activities = [anActivity({ topics: ['demo', 'price'], at: day(-3) })];
    expect(readSignals(aDealFile({ activities }), NOW).choosingTopics).toBe(1);
    expect(readSignals(aDealFile({ activities }), day(-4)).choosingTopics).toBe(0);
  });
});

describe('the CRM’s own stage', () => {
  const label = (stageLabel: string) => stageOfCrm(aDeal({ stageLabel }));

  it('suggests a journey stage by its words', () => {
    expect(
      ['Appointment scheduled', 'Demo', 'Contract sent', 'Closed won', 'Blue'].map(label),
    ).toEqual(['awareness', 'consideration', 'decision', 'retention', null]);
  });

  it('suggests retention for what is won and for renewals', () => {
    expect(stageOfCrm(aDeal({ outcome: 'won', stageLabel: 'Blue' }))).toBe('retention');
    expect(stageOfCrm(aDeal({ pipelineLabel: 'Renewals', stageLabel: 'Talks' }))).toBe('retention');
  });

  it('is a mismatch only where both sides say something', () => {
    expect(isStageMismatch(aDeal({ stageLabel: 'Contract sent' }), 'consideration')).toBe(true);
    expect(isStageMismatch(aDeal({ stageLabel: 'Demo' }), 'consideration')).toBe(false);
    expect(isStageMismatch(aDeal({ stageLabel: 'Blue' }), 'consideration')).toBe(false);
    expect(isStageMismatch(null, 'consideration')).toBe(false);
    expect(isStageMismatch(aDeal(), null)).toBe(false);
  });
});
