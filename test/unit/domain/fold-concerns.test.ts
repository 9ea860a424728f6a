import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../../../server/domain/evidence.ts';
import type { Verdict } from '../../../server/domain/deal-file.ts';
import { foldConcerns } from '../../../server/domain/fold-concerns.ts';
import { NOW, anEvidence, day } from '../../support/cards/deal-file.ts';
import { someEvidence } from './evidence-arbitrary.ts';

const fold = (evidence: readonly Evidence[], verdicts: readonly Verdict[] = []) =>
  foldConcerns({ evidence, verdicts }, NOW);
const first = anEvidence({ id: 'a', activityId: 'm1', at: day(-19) });
const again = anEvidence({ id: 'b', activityId: 'm2', at: day(-4) });
const settled = anEvidence({ id: 'c', activityId: 'm3', at: day(-1), pole: 'met' });

describe('a concern', () => {
  it('is opened by a threatened reading and dated by the first time', () => {
    expect(fold([again, first])).toMatchObject([
      {
        state: 'open',
        personId: 'dana',
        driver: 'certainty',
        raisedAt: day(-19),
        raised: [first, again],
      },
    ]);
  });

  it('is raised once by two clauses of one mail', () => {
    expect(fold([first, { ...first, id: 'z', start: 90 }])[0]?.raised).toEqual([first]);
  });

  it('is answered by later words of the same person on the same need, with both quotes kept', () => {
    expect(fold([first, settled])).toMatchObject([
      { state: 'answered', raised: [first], settledBy: settled },
    ]);
  });

  it('is not answered by what came before it', () => {
    const before = { ...settled, at: day(-30) };
    expect(fold([before, first])).toMatchObject([{ state: 'open', settledBy: null }]);
  });

  it('is not answered by somebody else, nor by another need', () => {
    const others = [
      { ...settled, personId: 'eilidh' },
      { ...settled, driver: 'trust' as const },
    ];
    expect(fold([first, ...others])[0]?.state).toBe('open');
  });

  it('starts anew when it is raised again after an answer', () => {
    const anew = anEvidence({ id: 'd', activityId: 'm4', at: day(0) });
    expect(fold([first, settled, anew]).map(({ state, raisedAt }) => [state, raisedAt])).toEqual([
      ['answered', day(-19)],
      ['open', day(0)],
    ]);
  });

  it('is not what hurts at present: relief is why they talk to us', () => {
    expect(fold([{ ...first, driver: 'relief' }])).toEqual([]);
  });

  it('is not raised by behaviour alone, by nobody known, or in the future', () => {
    expect(fold([{ ...first, status: 'observed' }])).toEqual([]);
    expect(fold([{ ...first, personId: null }])).toEqual([]);
    expect(fold([{ ...first, at: day(1) }])).toEqual([]);
  });

  it('is withdrawn when the rep refutes all it rests on, and shortened when only a part', () => {
    const wrong = (at: string): Verdict => ({
      personId: 'dana',
      driver: 'certainty',
      verdict: 'not_right',
      at,
    });
    expect(fold([first], [wrong(day(-2))])[0]?.state).toBe('withdrawn');
    expect(fold([first, again], [wrong(day(-10))])).toMatchObject([
      { state: 'open', raised: [again], raisedAt: day(-4) },
    ]);
    expect(fold([first, settled], [wrong(day(-2))])[0]?.state).toBe('answered');
  });
});

describe('for any evidence', () => {
  it('the order in which it is stored changes nothing', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        expect(fold([...evidence].reverse())).toEqual(fold(evidence));
      }),
    );
  });

  it('at most one concern is open for a person and a need', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const open = fold(evidence).filter(({ state }) => state === 'open');
        const keys = open.map(({ personId, driver }) => `${personId} ${driver}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('a concern is never younger than the last time it was raised, and the oldest comes first', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const concerns = fold(evidence);
        for (const { raised, raisedAt } of concerns)
          expect(raised.every(({ at }) => at >= raisedAt)).toBe(true);
        const ages = concerns.map(({ raisedAt }) => raisedAt);
        expect(ages).toEqual([...ages].sort());
      }),
    );
  });

  it('more of the past never makes an open concern younger', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const earlier = anEvidence({ id: 'earlier', activityId: 'm0', at: day(-300) });
        const oldest = (all: readonly Evidence[]) =>
          fold(all).find(({ personId, driver }) => personId === 'dana' && driver === 'certainty')
            ?.raisedAt;
        expect((oldest([...evidence, earlier]) ?? '') <= (oldest(evidence) ?? '9')).toBe(true);
      }),
    );
  });
});
