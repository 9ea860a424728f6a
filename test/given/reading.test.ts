import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goldItemsOf, type GoldItem } from '../../scripts/eval/gold-items-of.ts';
import { scoreReadings, type Score } from '../../scripts/eval/score-readings.ts';
import { readActivity } from '../../server/inference/read-activity.ts';
import type { Reading } from '../../server/inference/reading.ts';
import { readMail } from '../support/reading-input.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const GOLD = join(SHARED, 'gold/dev.jsonl');
const describeGiven = existsSync(GOLD) ? describe : describe.skip;

describeGiven('the labelled readings', () => {
  let items: readonly GoldItem[] = [];
  let found: ReadonlyMap<string, readonly Reading[]> = new Map();
  let score: Score;
  beforeAll(() => {
    items = goldItemsOf(readFileSync(GOLD));
    found = new Map(items.map((item) => [item.id, readActivity(item.input).readings]));
    score = scoreReadings(items, found);
  });

  it('are found at least as well as when this floor was set', () => {
    expect(score.quoteIntegrity).toBe(1);
    expect(score.precision).toBeGreaterThan(0.7);
    expect(score.groundedF1).toBeGreaterThan(0.44);
    expect(score.quietKept).toBeGreaterThan(0.84);
    expect(score.rightPerson).toBeGreaterThan(0.95);
  });

  it('are scored as the given script scores them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'attune-score-'));
    const file = join(folder, 'readings.jsonl');
    const lines = [...found].map(([id, readings]) => JSON.stringify({ id, readings }));
    await writeFile(file, lines.join('\n'));
    const script = join(SHARED, 'gold/score.mjs');
    const answer: unknown = JSON.parse(
      execFileSync(process.execPath, [script, GOLD, file, '--json'], { encoding: 'utf8' }),
    );
    await rm(folder, { recursive: true });
    const { f1ByDriver, saidPrecision, macroF1, ...same } = score;
    expect(answer).toMatchObject(same);
    expect(answer).toMatchObject({ precisionByStatus: { said: { precision: saidPrecision } } });
    // Summed in another order, so equal but for the last digit.
    expect(answer).toMatchObject({ macroF1: expect.closeTo(macroF1, 10) });
    for (const [driver, f1] of Object.entries(f1ByDriver)) {
      expect(answer).toMatchObject({ perDriver: { [driver]: { f1 } } });
    }
  });
});

describeGiven('business mails of other trades', () => {
  it('seldom hold a need, as most sentences of work do not', () => {
    const sentences = ['Ask0729-fixed.txt', 'testSet-qualifiedBatch-fixed.txt']
      .flatMap((name) => readFileSync(join(SHARED, 'data/email_intent', name), 'utf8').split('\n'))
      .map((line) => line.split('\t').slice(1).join(' ').trim())
      .filter((sentence) => sentence !== '');
    const readings = sentences.flatMap((sentence) => readMail(sentence).readings);
    expect(sentences.length).toBeGreaterThan(4_000);
    expect(readings.length / sentences.length).toBeLessThan(0.025);
  });
});
