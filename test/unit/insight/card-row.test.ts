import { describe, expect, it } from '@jest/globals';
import { buildCards } from '../../../server/insight/build-cards.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  aPerson,
  aStatement,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';

const twice = [
  anEvidence({ id: 'a', activityId: 'm0', at: day(-19) }),
  anEvidence({ id: 'b', activityId: 'm1', at: day(-3) }),
];

describe('do not analyse', () => {
  const eilidh = aPerson({ id: 'eilidh', name: 'Eilidh Innes', doNotAnalyse: true });
  const theirs = anEvidence({ id: 'x', activityId: 'm7', personId: 'eilidh', driver: 'trust' });

  it('silences the person’s own card and leaves no trace of them on others', () => {
    const activities = [anActivity(), anActivity({ id: 'm7', authorPersonId: 'eilidh' })];
    const file = aDealFile({
      persons: [aPerson(), eilidh],
      evidence: [...twice, theirs],
      activities,
    });
    const [dana, silent] = buildCards(file, NOW);
    expect(silent).toMatchObject({
      card: { kind: 'do_not_analyse' },
      cited: [],
      facts: { openConcerns: 0 },
    });
    expect(JSON.stringify(dana)).not.toMatch(/eilidh|Eilidh|m7/);
  });

  it('of a deal silences everyone', () => {
    const rows = buildCards(
      aDealFile({ deal: aDeal({ doNotAnalyse: true }), evidence: twice }),
      NOW,
    );
    expect(rows.map(({ card }) => card.kind)).toEqual(['do_not_analyse']);
  });
});

describe('the row of a card', () => {
  it('keeps what the focus rule looks at, and every activity the card rests on', () => {
    const row = buildCards(
      aDealFile({ evidence: twice, activities: [anActivity(), aMeeting()] }),
      NOW,
    )[0];
    expect(row?.facts).toEqual({
      meetingsAt: [day(2)],
      oldestOpenConcernAt: day(-19),
      openConcerns: 1,
      lastWroteAt: day(-3),
      dealOutcome: 'open',
      dealClosesAt: day(20),
    });
    expect(row?.cited.map(({ id }) => id).sort()).toEqual(['m0', 'm1']);
    expect(row?.cited.find(({ id }) => id === 'm1')?.parts).toEqual(
      expect.arrayContaining(['headline', 'prompts', 'quotes']),
    );
  });

  it('closes a closed deal when it closed, whatever close date stands in the CRM', () => {
    const won = aDeal({ outcome: 'won', stageHistory: [{ stageId: 'won', at: day(-9) }] });
    expect(buildCards(aDealFile({ deal: won }), NOW)[0]?.facts.dealClosesAt).toBe(day(-9));
  });

  it('is the same for the same file at the same moment', () => {
    const file = aDealFile({ evidence: twice, statements: [aStatement()] });
    expect(buildCards(file, NOW)).toEqual(buildCards(file, NOW));
  });
});
