import { describe, expect, it } from '@jest/globals';
import { MAP_CELLS } from '../../../shared/vocabulary.ts';
import { foldBeliefs } from '../../../server/domain/fold-beliefs.ts';
import { foldConcerns } from '../../../server/domain/fold-concerns.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import { findFeelingWord } from '../../../server/persona/feeling-words.ts';
import { fillMap } from '../../../server/persona/fill-map.ts';
import { CELL_QUESTIONS } from '../../../server/persona/thoughts.ts';
import {
  NOW,
  aDealFile,
  aMeeting,
  aStatement,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';

function mapOf(over: Partial<DealFile>) {
  const file = aDealFile({ activities: [], ...over });
  return fillMap(file, {
    personId: 'dana',
    beliefs: foldBeliefs(file, NOW),
    concerns: foldConcerns(file, NOW),
    now: NOW,
  });
}

describe('the empathy map', () => {
  it('asks where nothing is known: eleven cells, eleven questions', () => {
    const map = mapOf({});
    expect(MAP_CELLS.map((cell) => map[cell])).toEqual(
      MAP_CELLS.map((cell) => [{ text: CELL_QUESTIONS[cell], status: 'asked', source: null }]),
    );
  });

  it('puts statements and readings where they belong, in the buyer’s words', () => {
    const map = mapOf({
      statements: [aStatement(), aStatement({ kind: 'task', shown: 'a paper for the board' })],
      evidence: [
        anEvidence({ driver: 'safety', shown: 'my neck' }),
        anEvidence({ driver: 'relief', shown: 'it fell over again' }),
        anEvidence({ driver: 'alignment', shown: 'others prefer paper', status: 'implied' }),
      ],
    });
    expect(map.goals[0]).toMatchObject({
      text: '“line 2 runs through the audit without a stop”',
      status: 'said',
    });
    expect(map.tasks[0]?.text).toBe('“a paper for the board”');
    expect(map.risks[0]?.text).toBe('“my neck”');
    expect(map.pains[0]?.text).toBe('“it fell over again”');
    expect(map.hears[0]?.text).toBe('“others prefer paper”');
    expect(map.says).toHaveLength(2);
  });

  it('says of a rep’s note that it was noted', () => {
    const statements = [aStatement({ status: 'reported', shown: 'Dana hopes for one list' })];
    expect(mapOf({ statements }).goals[0]?.text).toBe('we noted: “Dana hopes for one list”');
  });

  it('shows what they did: repeated, took part, wrote', () => {
    const evidence = [anEvidence({ at: day(-9) }), anEvidence({ id: 'b', activityId: 'm2' })];
    const activities = [
      aMeeting({ at: day(-5) }),
      aMeeting({ id: 'ahead' }),
      anActivity(),
      anActivity({ id: 'm2', topics: ['demo'] }),
    ];
    const map = mapOf({ evidence, activities });
    expect(map.does.map(({ text }) => text)).toEqual([
      'raised the same point twice (certainty)',
      'took part in one call or meeting',
      'wrote to us twice',
    ]);
    expect(map.sees).toMatchObject([{ text: 'came up: a demo', status: 'observed' }]);
  });

  it('supposes a thought together with what would refute it', () => {
    const [thought] = mapOf({ evidence: [anEvidence()] }).thinks;
    expect(thought).toMatchObject({ status: 'inferred' });
    expect(thought?.text).toMatch(/^may think that .+; it would speak against it if .+/);
  });

  it('writes a feeling of the situation with "may feel"', () => {
    expect(mapOf({ evidence: [anEvidence()] }).feels).toMatchObject([
      { text: 'may feel unsure', status: 'inferred' },
    ]);
  });

  it('takes the buyer’s own feeling word, in quotation marks, even one we would not use', () => {
    const evidence = [anEvidence({ shown: 'honestly I am anxious about the cutover' })];
    expect(mapOf({ evidence }).feels).toMatchObject([{ text: '“anxious”', status: 'said' }]);
  });
});

describe('a feeling word', () => {
  it('is not one that was denied, nor one from our own notes', () => {
    expect(findFeelingWord(anEvidence({ shown: 'we are not worried about it' }))).toBeNull();
    expect(findFeelingWord(anEvidence({ shown: 'Dana worried', status: 'reported' }))).toBeNull();
    expect(findFeelingWord(anEvidence({ shown: 'no rush, but I am relieved' }))).toBe('relieved');
  });
});
