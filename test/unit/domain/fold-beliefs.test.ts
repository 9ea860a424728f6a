import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Belief } from '../../../server/domain/belief.ts';
import type { Evidence } from '../../../server/domain/evidence.ts';
import type { Verdict } from '../../../server/domain/deal-file.ts';
import { foldBeliefs } from '../../../server/domain/fold-beliefs.ts';
import { NOW, anEvidence, day } from '../../support/cards/deal-file.ts';
import { someEvidence } from './evidence-arbitrary.ts';

const fold = (evidence: readonly Evidence[], verdicts: readonly Verdict[] = [], now = NOW) =>
  foldBeliefs({ evidence, verdicts }, now);
const word = (...evidence: readonly Evidence[]): Belief['word'] | undefined =>
  fold(evidence)[0]?.word;
const shared = { kind: 'shared', dealIds: ['d1', 'd2'] } as const;

describe('a confidence word', () => {
  it('is Said for explicit words of the last 45 days', () => {
    expect(word(anEvidence({ at: day(-45) }))).toBe('said');
  });

  it('is a Hint for one explicit quote that is older than 45 days', () => {
    expect(word(anEvidence({ at: day(-46) }))).toBe('hint');
  });

  it('is Likely for two activities that say the same, one of them in words', () => {
    const implied = anEvidence({ status: 'implied' });
    expect(word(implied, anEvidence({ status: 'observed', activityId: 'm2' }))).toBe('likely');
  });

  it('is a Hint for two readings of the same activity: they are one signal', () => {
    const implied = anEvidence({ status: 'implied', start: 5, id: 'e2' });
    expect(word(anEvidence({ status: 'implied' }), implied)).toBe('hint');
  });

  it('is a Hint for behaviour alone, however often', () => {
    const observed = ['m1', 'm2', 'm3'].map((activityId) =>
      anEvidence({ activityId, status: 'observed' }),
    );
    expect(word(...observed)).toBe('hint');
  });

  it('is a Hint for one implied or one reported quote', () => {
    expect(word(anEvidence({ status: 'implied' }))).toBe('hint');
    expect(word(anEvidence({ status: 'reported' }))).toBe('hint');
  });

  it('is a Hint for explicit words that are not tied to one deal', () => {
    expect(word(anEvidence({ tie: shared }))).toBe('hint');
  });

  it('rises to Likely when the rep says that it is right', () => {
    const right: Verdict = { personId: 'dana', driver: 'certainty', verdict: 'right', at: day(0) };
    expect(fold([anEvidence({ status: 'implied' })], [right])[0]?.word).toBe('likely');
  });
});

describe('a belief', () => {
  it('is left unsaid when the evidence is thin', () => {
    expect(fold([anEvidence({ status: 'implied', strength: 0.2 })])).toEqual([]);
  });

  it('falls silent when nothing was heard of it for months', () => {
    expect(fold([anEvidence({ at: day(-190) })])).toEqual([]);
  });

  it('weighs half after 30 days, of a pain or a habit after 90', () => {
    const weight = (driver: Evidence['driver'], days: number) =>
      fold([anEvidence({ driver, at: day(-days) })])[0]?.weight ?? 0;
    expect(weight('trust', 30) / weight('trust', 0)).toBeCloseTo(0.5, 6);
    for (const driver of ['relief', 'continuity'] as const)
      expect(weight(driver, 90) / weight(driver, 0)).toBeCloseTo(0.5, 6);
  });

  it('follows the newest explicit words, and keeps what speaks against them', () => {
    const before = anEvidence({ at: day(-20), activityId: 'm1' });
    const after = anEvidence({ at: day(-2), activityId: 'm2', pole: 'met' });
    const [belief] = fold([before, after]);
    expect(belief).toMatchObject({
      pole: 'met',
      word: 'said',
      support: [after],
      against: [before],
    });
  });

  it('follows the heavier side when nobody said it in so many words', () => {
    const threatened = anEvidence({ status: 'implied', activityId: 'm1', at: day(-9) });
    const met = anEvidence({ status: 'reported', activityId: 'm2', pole: 'met', strength: 0.4 });
    expect(fold([threatened, met])[0]?.pole).toBe('threatened');
  });

  it('follows the newer of two equal sides', () => {
    const tied = { status: 'observed', strength: 1, at: day(-5) } as const;
    const [belief] = fold([
      anEvidence({ ...tied, activityId: 'm1' }),
      anEvidence({ ...tied, activityId: 'm2', pole: 'met' }),
    ]);
    expect(belief?.pole).toBe('met');
  });

  it('quotes the newest activity, and of that the clearest words', () => {
    const old = anEvidence({ id: 'a', activityId: 'm1', at: day(-9) });
    const vague = anEvidence({
      id: 'b',
      activityId: 'm2',
      at: day(-1),
      status: 'implied',
      start: 0,
    });
    const plain = anEvidence({ id: 'c', activityId: 'm2', at: day(-1), start: 40 });
    expect(fold([old, vague, plain])[0]?.support.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('counts words that are not tied to one deal half', () => {
    const whole = fold([anEvidence()])[0]?.weight ?? 0;
    expect(fold([anEvidence({ tie: shared })])[0]?.weight).toBeCloseTo(whole / 2);
  });

  it('is not of anyone when the person is not known', () => {
    expect(fold([anEvidence({ personId: null })])).toEqual([]);
  });

  it('is muted by "not right" until newer words come', () => {
    const wrong: Verdict = {
      personId: 'dana',
      driver: 'certainty',
      verdict: 'not_right',
      at: day(-2),
    };
    const newer = anEvidence({ at: day(-1), activityId: 'm2' });
    expect(fold([anEvidence({ at: day(-3) })], [wrong])).toEqual([]);
    expect(fold([anEvidence({ at: day(-3) }), newer], [wrong])[0]?.support).toEqual([newer]);
  });

  it('of another need or person is untouched by "not right"', () => {
    const wrong: Verdict = { personId: 'dana', driver: 'trust', verdict: 'not_right', at: day(0) };
    expect(fold([anEvidence()], [wrong])).toHaveLength(1);
  });
});

describe('for any evidence', () => {
  it('the order in which it is stored changes nothing', () => {
    fc.assert(
      fc.property(someEvidence, fc.integer(), (evidence, turn) => {
        expect(fold(rotate([...evidence].reverse(), turn))).toEqual(fold(evidence));
      }),
    );
  });

  it('more of it for the same pole makes a belief no lighter and no less sure', () => {
    fc.assert(
      fc.property(someEvidence, fc.nat(), (evidence, choice) => {
        const [belief] = fold(evidence);
        const like = belief?.support[choice % belief.support.length];
        if (belief === undefined || like === undefined) return;
        const more = { ...like, id: 'one-more', activityId: 'm9', at: day(0) };
        const then = fold([...evidence, more]).find((each) => keyOf(each) === keyOf(belief));
        expect(then?.weight).toBeGreaterThanOrEqual(belief.weight);
        expect(then === undefined ? -1 : sureness(then)).toBeGreaterThanOrEqual(sureness(belief));
      }),
    );
  });

  it('an activity that is erased leaves no trace', () => {
    fc.assert(
      fc.property(someEvidence, someEvidence, (evidence, others) => {
        const erased = others.map((each) => ({ ...each, id: `x${each.id}`, activityId: 'gone' }));
        const known = [...evidence, ...erased];
        const left = known.filter(({ activityId }) => activityId !== 'gone');
        expect(fold(left)).toEqual(fold(evidence));
        expect(JSON.stringify(fold(left))).not.toContain('gone');
      }),
    );
  });

  it('evidence of somebody else changes nothing', () => {
    fc.assert(
      fc.property(someEvidence, someEvidence, (evidence, others) => {
        const elsewhere = others.map((each) => ({ ...each, personId: 'fraser' }));
        const own = (beliefs: readonly Belief[]) =>
          beliefs.filter(({ personId }) => personId !== 'fraser');
        expect(own(fold([...evidence, ...elsewhere]))).toEqual(own(fold(evidence)));
      }),
    );
  });

  it('waiting never makes a belief heavier or surer', () => {
    fc.assert(
      fc.property(someEvidence, fc.integer({ min: 1, max: 100 }), (evidence, days) => {
        const later = new Map(fold(evidence, [], day(days)).map((each) => [keyOf(each), each]));
        for (const belief of fold(evidence)) {
          const then = later.get(keyOf(belief));
          expect(
            then === undefined ||
              (then.weight <= belief.weight && sureness(then) <= sureness(belief)),
          ).toBe(true);
        }
      }),
    );
  });

  it('every reading that supports or contradicts is one that was given', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const ids = new Set(evidence.map(({ id }) => id));
        const used = fold(evidence).flatMap(({ support, against }) => [...support, ...against]);
        expect(used.every(({ id }) => ids.has(id))).toBe(true);
        expect(new Set(used.map(({ id }) => id)).size).toBe(used.length);
      }),
    );
  });
});

function keyOf({ personId, driver, pole }: Belief): string {
  return `${personId} ${driver} ${pole}`;
}

function sureness({ word: found }: Belief): number {
  return ['hint', 'likely', 'said'].indexOf(found);
}

function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const at = items.length === 0 ? 0 : Math.abs(by) % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
