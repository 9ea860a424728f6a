import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../server/journey/evaluate.ts';
import type { Node } from '../../../server/journey/rule-language.ts';
import { holds, isOutOfReach, traceOf } from '../../../server/journey/rule-language.ts';
import { readSignals } from '../../../server/journey/signals.ts';
import { FIRST_RULES } from '../../../server/journey/stage-rules.ts';
import { NOW, aDealFile, anActivity } from '../../support/cards/deal-file.ts';

const signals = readSignals(
  aDealFile({ activities: [anActivity({ topics: ['price', 'demo'] })] }),
  NOW,
);
const sentence = 'A sentence.';
const known: Node = { signal: 'daysSincePrice', op: 'known', sentence };
const missing: Node = { signal: 'daysSinceContract', op: 'missing', sentence };

describe('a condition', () => {
  const cases: readonly (readonly [Node, boolean])[] = [
    [{ signal: 'daysSincePrice', op: 'lte', value: 3, sentence }, true],
    [{ signal: 'daysSincePrice', op: 'gte', value: 4, sentence }, false],
    [{ signal: 'dealOutcome', op: 'in', value: ['open', 'won'], sentence }, true],
    [{ signal: 'nextMeetingBooked', op: 'is', value: false, sentence }, true],
    [known, true],
    [missing, true],
  ];

  it.each(cases)('%j holds: %s', (node, expected) => {
    expect(holds(node, signals)).toBe(expected);
  });

  it('on an unknown signal is met by no comparison, only by "missing"', () => {
    const unknown = { signal: 'daysSinceContract', sentence } as const;
    expect(holds({ ...unknown, op: 'gte', value: 0 }, signals)).toBe(false);
    expect(holds({ ...unknown, op: 'lte', value: 999 }, signals)).toBe(false);
    expect(holds({ ...unknown, op: 'known' }, signals)).toBe(false);
  });
});

describe('all, any and not', () => {
  it('combine conditions as their names say', () => {
    expect(holds({ all: [known, missing] }, signals)).toBe(true);
    expect(holds({ any: [{ not: known }, missing] }, signals)).toBe(true);
    expect(holds({ not: { all: [known, missing] } }, signals)).toBe(false);
  });

  it('are told condition by condition, with the deal’s own values', () => {
    expect(traceOf({ all: [known, { any: [missing, { not: known }] }] }, signals)).toEqual([
      { sentence, held: true, value: '3' },
      { sentence, held: true, value: null },
      { sentence: `Not: ${sentence}`, held: false, value: '3' },
    ]);
    expect(
      traceOf({ signal: 'nextMeetingBooked', op: 'is', value: true, sentence }, signals)[0]?.value,
    ).toBe('no');
  });
});

describe('a rule that can no longer come true', () => {
  const gone: Node = { signal: 'daysSincePrice', op: 'missing', sentence };

  it('is one that needs something unknown which is known', () => {
    expect(isOutOfReach({ all: [gone, known] }, signals)).toBe(true);
    expect(isOutOfReach({ any: [gone, known] }, signals)).toBe(false);
    expect(isOutOfReach({ not: gone }, signals)).toBe(false);
    expect(isOutOfReach(missing, signals)).toBe(false);
  });
});

describe('the first rule set', () => {
  it('survives a journey through JSON: it is data', () => {
    expect(JSON.parse(JSON.stringify(FIRST_RULES))).toEqual(FIRST_RULES);
  });

  it('says which conditions held and what the next stage still lacks', () => {
    const evaluation = evaluate(FIRST_RULES, signals);
    expect(evaluation.rule.stage).toBe('consideration');
    expect(evaluation.trace.some(({ held }) => held)).toBe(true);
    expect(evaluation.wouldMove[0]).toMatch(/^Decision, once this holds: /);
  });

  it('falls back to awareness and shows what was looked for', () => {
    const evaluation = evaluate(FIRST_RULES, readSignals(aDealFile(), NOW));
    expect(evaluation.rule.stage).toBe('awareness');
    expect(evaluation.trace.every(({ held }) => !held)).toBe(true);
    expect(evaluation.wouldMove.every((each) => each.startsWith('Consideration'))).toBe(true);
  });
});
