import { expect, test } from '@jest/globals';
import { scoreReadings } from '../../scripts/eval/score-readings.ts';
import { readActivity } from '../../server/inference/read-activity.ts';
import { storyItems } from './story-items.ts';

/** What was measured on 42 stories, less a little for stories still being edited. They are development data. */
test('the sandbox’s activities are read as their authors mean them', () => {
  const items = storyItems();
  const found = new Map(items.map((item) => [item.id, readActivity(item.input).readings]));
  const score = scoreReadings(items, found);
  expect(score.quoteIntegrity).toBe(1);
  expect(score.precision).toBeGreaterThan(0.85);
  expect(score.recall).toBeGreaterThan(0.8);
  expect(score.groundedF1).toBeGreaterThan(0.66);
  expect(score.quietKept).toBeGreaterThan(0.95);
  expect(score.rightPerson).toBeGreaterThan(0.95);
});
