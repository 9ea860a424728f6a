import { describe, expect, it, test } from '@jest/globals';
import { sentencesOf, type Sentence } from '../../../../server/inference/clauses.ts';
import type { Finding } from '../../../../server/inference/find-readings.ts';
import { judgeFindings, type Weighed } from '../../../../server/inference/heads/judge-findings.ts';
import { indexOfNeed, NEEDS } from '../../../../server/inference/heads/needs.ts';
import type { Likelihoods } from '../../../../server/inference/heads/weigh-wording.ts';
import { ENGLISH } from '../../../../server/inference/language/read-languages.ts';

const WORRY = { driver: 'safety', pole: 'threatened' } as const;
const RELIEF = { driver: 'relief', pole: 'met' } as const;

function sentenceOf(text: string): Sentence {
  const source = { text, starts: null, ends: null, removed: [] };
  const [sentence] = sentencesOf(source, { start: 0, end: text.length });
  if (sentence === undefined) throw new Error('A sentence was to be given.');
  return sentence;
}

/** Only `need` is likely at all. */
function likely(need: typeof WORRY | typeof RELIEF, likelihood: number, said = 0.5): Likelihoods {
  const needs = new Float64Array(NEEDS.length);
  needs[indexOfNeed(need)] = likelihood;
  return { needs, said };
}

const only = (sentence: Likelihoods): Weighed => ({ sentence, clauses: new Map() });

const SENTENCE = sentenceOf('The archive moves in May, and nobody has a copy of it.');
const HEARD = { sentence: SENTENCE, language: ENGLISH };

function finding(
  sentence: Sentence,
  strength: number,
  status: 'said' | 'implied' = 'said',
): Finding {
  return { cue: { ...WORRY, status }, sentence, core: sentence, strength };
}

describe('a wording without a cue', () => {
  const judge = (weighed: Weighed, sentence = SENTENCE) =>
    judgeFindings({ sentence, findings: [], language: ENGLISH }, weighed);

  it('is a claim from .6 on, and weighs as much as it is likely', () => {
    expect(judge(only(likely(WORRY, 0.59)))).toEqual([]);
    expect(judge(only(likely(WORRY, 0.6034)))).toMatchObject([
      { cue: { ...WORRY, status: 'implied' }, strength: 0.6, likelihood: 0.6034 },
    ]);
  });

  it('is called said only where both are likely, the need and that it is said', () => {
    const statusAt = (likelihood: number, said: number) =>
      judge(only(likely(WORRY, likelihood, said)))[0]?.cue.status;
    expect(statusAt(0.9, 0.8)).toBe('implied');
    expect(statusAt(0.75, 0.95)).toBe('implied');
    expect(statusAt(0.9, 0.9)).toBe('said');
  });

  test.each([
    ['is only imagined', 'If we were to lose the archive, it would be a sad day.', WORRY],
    ['is meant the other way round', 'Oh great, a third form, what a relief.', RELIEF],
  ])('is no claim where it %s', (_why, text, need) => {
    expect(judge(only(likely(need, 0.9)), sentenceOf(text))).toEqual([]);
  });
});

describe('a cue', () => {
  it.each([
    ['plain words', finding(SENTENCE, 0.8), 0.46],
    ['weaker words', finding(SENTENCE, 0.7), 0.6],
    ['what only hints', finding(SENTENCE, 0.9, 'implied'), 0.6],
  ])('of %s is believed in its time', (_which, found, from) => {
    const judge = (likelihood: number) =>
      judgeFindings({ ...HEARD, findings: [found] }, only(likely(WORRY, likelihood)));
    expect(judge(from - 0.01)).toEqual([]);
    expect(judge(from)).toMatchObject([{ core: found.core, strength: found.strength }]);
  });

  it('is one claim, not two, where the wording says the same', () => {
    const findings = [finding(SENTENCE, 0.8)];
    expect(judgeFindings({ ...HEARD, findings }, only(likely(WORRY, 0.9)))).toHaveLength(1);
  });

  it('of plain words is heard in its own clause as in the whole sentence, where that is likelier', () => {
    const plain = finding(SENTENCE, 0.8);
    const judge = (sentence: number, clause: number) =>
      judgeFindings(
        { ...HEARD, findings: [plain] },
        {
          sentence: likely(WORRY, sentence, 0.2),
          clauses: new Map([[plain, likely(WORRY, clause, 0.9)]]),
        },
      );
    expect(judge(0.1, 0.2)).toEqual([]);
    expect(judge(0.1, 0.9)).toMatchObject([{ likelihood: 0.9, cue: { status: 'said' } }]);
    expect(judge(0.8, 0.4)).toMatchObject([{ likelihood: 0.8, cue: { status: 'implied' } }]);
  });
});
