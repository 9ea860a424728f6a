import { describe, expect, it } from '@jest/globals';
import { calibrationOf } from '../../../scripts/eval/calibration.ts';
import type { GoldItem } from '../../../scripts/eval/gold-items-of.ts';
import { countErrors } from '../../../scripts/eval/kinds-of-error.ts';
import type { Reading } from '../../../server/inference/reading.ts';
import { inputOf } from '../../support/reading-input.ts';

const TEXT = 'I am worried about the move. The price is fair. Nobody answered.';

function label(driver: Reading['driver'], pole: Reading['pole'], quote: string) {
  return { driver, pole, quotes: [quote], statuses: ['said' as const], persons: ['dana'] };
}

function item(id: string, ...labels: GoldItem['labels']): GoldItem {
  return { id, hard: [], labels, optional: [], input: inputOf(TEXT) };
}

type Need = readonly [driver: Reading['driver'], pole: Reading['pole'], quote: string];

function claim([driver, pole, quote]: Need, likelihood = 0.8): Reading {
  const start = TEXT.indexOf(quote);
  const where = { quote, shown: quote, start, end: start + quote.length };
  return { driver, pole, status: 'said', ...where, person: 'dana', strength: 1, likelihood };
}

const WORRY = ['safety', 'threatened', 'I am worried about the move'] as const;
const PRICE = ['fairness', 'met', 'The price is fair'] as const;

describe('calibration', () => {
  it('is without error where as many claims are right as were likely', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => item(id, label(...WORRY)));
    const wrong = claim(['trust', 'met', 'The price is fair']);
    const found = new Map(
      items.map(({ id }) => [id, [id === 'e' ? wrong : claim(WORRY)]] as const),
    );
    const { all, byKind, byDriver } = calibrationOf(items, found);
    expect(all.claims).toBe(5);
    expect(all.error).toBeCloseTo(0, 9);
    expect(byKind.get('email')?.claims).toBe(5);
    expect(byDriver.get('trust')?.error).toBeCloseTo(0.8, 9);
    expect(byDriver.get('safety')?.error).toBeCloseTo(0.2, 9);
  });

  it('does not set one claim off against another that stands on another step', () => {
    const items = [item('a', label(...WORRY))];
    const found = new Map([['a', [claim(WORRY, 0.55), claim(PRICE, 0.95)]]]);
    expect(calibrationOf(items, found).all.error).toBeCloseTo((0.45 + 0.95) / 2, 9);
  });

  it('of nothing is nothing', () => {
    expect(calibrationOf([item('a')], new Map()).all).toEqual({ claims: 0, error: null });
  });
});

describe('the kinds of error', () => {
  const kindsFor = (gold: GoldItem, ...found: readonly Reading[]) =>
    Object.entries(countErrors([gold], new Map([[gold.id, found]])))
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${count} ${kind}`);

  it('tell where a wrong claim stands', () => {
    const gold = item('a', label(...WORRY));
    const right = claim(WORRY);
    expect(kindsFor(gold, right)).toEqual([]);
    expect(kindsFor(gold, right, claim(PRICE))).toEqual([
      '1 wrong: elsewhere in a text that carries something',
    ]);
    expect(kindsFor(item('a'), claim(PRICE))).toEqual(['1 wrong: a text that carries nothing']);
  });

  it('tell what became of a label that was missed', () => {
    const gold = item('a', label(...WORRY));
    expect(kindsFor(gold)).toEqual(['1 missed: no claim on these words']);
    expect(kindsFor(gold, claim(['trust', 'threatened', WORRY[2]]))).toEqual([
      '1 wrong: another need stands in these words',
      '1 missed: taken for another need',
    ]);
    expect(kindsFor(gold, claim(['safety', 'met', WORRY[2]]))).toEqual([
      '1 wrong: the other pole',
      '1 missed: taken for another need',
    ]);
  });
});
