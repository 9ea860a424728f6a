import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildCards } from '../../server/insight/build-cards.ts';
import { tellStories, readStoryBook } from '../simulators/hubspot/load-stories.ts';
import type { StoryBook } from '../simulators/hubspot/load-stories.ts';
import { zonedInstant } from '../simulators/hubspot/stories/story-time.ts';
import { readStories, type ReadStories } from '../support/story-files.ts';

/** An ordinary first night, which every other is held against. */
const ORDINARY = '2026-11-24';

const ANCHORS = [
  ['a leap day', '2028-02-29'],
  ['the day after a leap day', '2028-03-01'],
  ['the Sunday on which British clocks go forward', '2026-03-29'],
  ['the Monday after clocks went forward', '2026-03-30'],
  ['the Sunday on which British clocks go back', '2026-10-25'],
  ['New Year’s Day', '2027-01-01'],
  ['the last day of a year', '2026-12-31'],
  ['a Saturday', '2026-06-06'],
  ['a Sunday', '2026-06-07'],
  ['a Monday', '2026-06-08'],
  ['a Friday', '2026-07-31'],
  ['the last day of April', '2026-04-30'],
] as const;

describe('the stories on other first nights', () => {
  let book: StoryBook;
  let ordinary: Told;

  beforeAll(async () => {
    book = await readStoryBook();
    ordinary = tell(book, ORDINARY);
  });

  it('say something at all', () => {
    expect(ordinary.readings.length).toBeGreaterThan(300);
    expect(ordinary.stages.length).toBeGreaterThan(90);
  });

  it.each(ANCHORS)('give the same readings and stages on %s (%s)', (_name, firstNight) => {
    const told = tell(book, firstNight);
    expect(told.readings).toEqual(ordinary.readings);
    expect(told.stages).toEqual(ordinary.stages);
  });
});

interface Told {
  readonly readings: readonly string[];
  readonly stages: readonly string[];
}

function tell(book: StoryBook, firstNight: string): Told {
  const account = tellStories(book, firstNight);
  const now = zonedInstant(firstNight, '09:00', account.timeZone);
  const read = readStories(account);
  return { readings: readingsOf(read), stages: stagesOf(read, now) };
}

function readingsOf({ activities }: ReadStories): readonly string[] {
  return activities
    .flatMap(({ evidence }) => evidence)
    .map(({ activityId, driver, pole, status, personId, shown }) =>
      [activityId, driver, pole, status, personId, withoutDays(shown)].join(' | '),
    )
    .toSorted();
}

/** Which weekday a story names depends on the night; that it names one does not. */
function withoutDays(text: string): string {
  return text.replaceAll(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, 'WEEKDAY');
}

function stagesOf({ files }: ReadStories, now: string): readonly string[] {
  return files
    .flatMap((file) => buildCards(file, now))
    .map(({ dealId, personId, card }) => {
      const stage = 'stage' in card ? card.stage?.stage : undefined;
      return [dealId ?? 'conversation', personId, stage ?? 'none'].join(' | ');
    })
    .toSorted();
}
