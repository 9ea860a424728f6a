import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildCards } from '../../server/insight/build-cards.ts';
import { zonedInstant } from '../simulators/hubspot/stories/story-time.ts';
import { tellAllStories, type ToldFile } from '../support/cards/told-stories.ts';

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
  let ordinary: Told;

  beforeAll(async () => {
    ordinary = await tell(ORDINARY);
  });

  it('say something at all', () => {
    expect(ordinary.readings.length).toBeGreaterThan(300);
    expect(ordinary.stages.length).toBeGreaterThan(90);
  });

  it.each(ANCHORS)('give the same readings and stages on %s (%s)', async (_name, firstNight) => {
    const told = await tell(firstNight);
    expect(told.readings).toEqual(ordinary.readings);
    expect(told.stages).toEqual(ordinary.stages);
  });
});

interface Told {
  readonly readings: readonly string[];
  readonly stages: readonly string[];
}

async function tell(firstNight: string): Promise<Told> {
  const { files } = await tellAllStories(firstNight);
  const now = zonedInstant(firstNight, '09:00', 'Europe/London');
  return {
    readings: files.flatMap(readingsOf),
    stages: files.flatMap((told) => stagesOf(told, now)),
  };
}

/** In the words of the stories, since every night gives the records other dates. */
function readingsOf({ story, subject, file, ids }: ToldFile): readonly string[] {
  const tellers = new Map(Object.entries(ids.activities).map(([key, { id }]) => [id, key]));
  return file.evidence
    .map(({ activityId, driver, pole, status, personId, shown }) =>
      [
        story,
        subject,
        tellers.get(activityId),
        driver,
        pole,
        status,
        personId,
        withoutDays(shown),
      ].join(' | '),
    )
    .toSorted();
}

/** Which weekday a story names depends on the night; that it names one does not. */
function withoutDays(text: string): string {
  return text.replaceAll(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, 'WEEKDAY');
}

function stagesOf({ story, subject, file }: ToldFile, now: string): readonly string[] {
  return buildCards(file, now)
    .map(({ personId, card }) => {
      const stage = 'stage' in card ? card.stage?.stage : undefined;
      return [story, subject, personId, stage ?? 'none'].join(' | ');
    })
    .toSorted();
}
