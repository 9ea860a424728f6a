import { describe, expect, it } from '@jest/globals';
import { calibrationOf } from '../../../scripts/eval/calibration.ts';
import { countErrors } from '../../../scripts/eval/kinds-of-error.ts';
import { rowsOf } from '../../../scripts/eval/rows-of.ts';
import { scoreReadings } from '../../../scripts/eval/score-readings.ts';
import type { GoldItem } from '../../../scripts/eval/gold-items-of.ts';
import type { Reading } from '../../../server/inference/reading.ts';
import { inputOf } from '../../support/reading-input.ts';

const TEXT = 'I am worried about the move. The price is fair. Nobody answered.';

const item = (labels: GoldItem['labels'], optional: GoldItem['optional'] = []): GoldItem => ({
  id: 'x',
  hard: [],
  labels,
  optional,
  input: inputOf(TEXT),
});

const label = (
  driver: Reading['driver'],
  pole: Reading['pole'],
  ...quotes: string[]
): GoldItem['labels'][number] => ({
  driver,
  pole,
  quotes,
  statuses: ['said'],
  persons: ['dana'],
});

function reading(driver: Reading['driver'], pole: Reading['pole'], quote: string): Reading {
  const start = TEXT.indexOf(quote);
  const end = start + quote.length;
  return {
    driver,
    pole,
    status: 'said',
    quote,
    shown: quote,
    start,
    end,
    person: 'dana',
    strength: 1,
    likelihood: 1,
  };
}

const score = (gold: GoldItem, ...readings: readonly Reading[]) =>
  scoreReadings([gold], new Map([['x', readings]]));

const WORRIED = label('safety', 'threatened', 'I am worried about the move');

describe('the metric', () => {
  it('counts a reading right by driver and pole, grounded by person and words too', () => {
    const right = score(item([WORRIED]), reading('safety', 'threatened', 'worried about the move'));
    expect([right.precision, right.recall, right.groundedF1]).toEqual([1, 1, 1]);
    const elsewhere = score(item([WORRIED]), reading('safety', 'threatened', 'Nobody answered'));
    expect([elsewhere.f1, elsewhere.groundedF1]).toEqual([1, 0]);
    const otherPerson = score(item([WORRIED]), {
      ...reading('safety', 'threatened', 'worried about the move'),
      person: null,
    });
    expect([otherPerson.groundedF1, otherPerson.rightPerson]).toEqual([0, 0]);
  });

  it('counts repeats as wrong, optional pairs and further accepted clauses as neither', () => {
    const twice = [
      reading('safety', 'threatened', 'worried about the move'),
      reading('safety', 'threatened', 'Nobody answered'),
    ];
    expect(score(item([WORRIED]), ...twice).precision).toBe(0.5);
    const both = label('safety', 'threatened', 'I am worried about the move', 'Nobody answered');
    expect(score(item([both]), ...twice).precision).toBe(1);
    const optional = [{ driver: 'fairness', pole: 'met' } as const];
    expect(
      score(
        item([WORRIED], optional),
        reading('fairness', 'met', 'The price is fair'),
        ...twice.slice(0, 1),
      ).precision,
    ).toBe(1);
  });

  it('tells the share of quiet texts that stayed quiet', () => {
    expect(score(item([])).quietKept).toBe(1);
    expect(score(item([]), reading('fairness', 'met', 'The price is fair')).quietKept).toBe(0);
    expect(score(item([WORRIED])).quietKept).toBeNull();
  });

  it('notices a quote that is no slice of the text', () => {
    expect(
      score(item([WORRIED]), {
        ...reading('safety', 'threatened', 'worried about the move'),
        start: 0,
      }).quoteIntegrity,
    ).toBe(0);
  });
});

it('the bench form holds floors and tells the rest', () => {
  const rows = rowsOf({
    score: score(item([WORRIED]), reading('fairness', 'met', 'The price is fair')),
    calibration: calibrationOf([], new Map()),
    errors: countErrors([], new Map()),
    textsPerSecond: 10,
  });
  expect(rows.find(({ name }) => name === 'precision')).toMatchObject({
    value: 0,
    target: '>= 0.82',
    holds: false,
  });
  expect(rows.find(({ name }) => name === 'recall')).toMatchObject({ target: null, holds: true });
});
