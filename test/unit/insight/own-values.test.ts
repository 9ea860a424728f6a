import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildCards } from '../../../server/insight/build-cards.ts';
import { composeGist, composeOwnValues } from '../../../server/insight/own-values.ts';
import {
  aDealFile,
  aMeeting,
  anActivity,
  anEvidence,
  aPerson,
  day,
  NOW,
} from '../../support/cards/deal-file.ts';
import { MORNING, tellAllStories, type ToldStories } from '../../support/cards/told-stories.ts';

const deal = { kind: 'deal', id: 'd1' } as const;
const moment = { now: NOW, timeZone: 'Europe/London' };

describe('what our own fields say of a deal', () => {
  it('is the need, the next meeting’s weekday and the open concerns with the oldest’s age', () => {
    const rows = buildCards(
      aDealFile({
        persons: [aPerson()],
        evidence: [anEvidence({ at: day(-19) }), anEvidence({ id: 'again', at: day(-2) })],
        activities: [anActivity(), aMeeting()],
      }),
      NOW,
    );
    const values = composeOwnValues(deal, rows, moment);
    const need = (values.headline ?? '').split(';')[0];
    expect(need).toMatch(/^[A-Z][a-z ]+ before (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/);
    expect(values.headline).toMatch(/; \d+ open concerns?, (oldest )?19 days$/);
    expect(Number(values.open_concerns)).toBeGreaterThan(0);
  });

  it('has the gist of the day before on most days, and never one that is a week older', () => {
    const at = (daysOn: number) => ({ ...moment, now: day(daysOn) });
    const file = aDealFile({ persons: [aPerson()], evidence: [anEvidence({ at: day(0) })] });
    const rows = buildCards(file, NOW);
    const days = Array.from({ length: 30 }, (_, on) => on);
    const gists = days.map((on) => composeGist(deal, rows, at(on)).headline);
    const ages = days.map((on) => composeOwnValues(deal, rows, at(on)).headline);
    expect(new Set(ages).size).toBe(30);
    expect([...new Set(gists)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28].map((on) => ages[on]));
  });

  it('is nothing where there is no card to speak of', () => {
    expect(Object.values(composeOwnValues(deal, [], moment))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is nothing of a person whose wishes say: do not analyse', () => {
    const file = aDealFile({ persons: [aPerson({ doNotAnalyse: true })] });
    expect(composeOwnValues(deal, buildCards(file, NOW), moment).headline).toBeNull();
  });
});

describe('what our own fields say of every deal in the stories', () => {
  let told: ToldStories;

  beforeAll(async () => {
    told = await tellAllStories();
  }, 60_000);

  it('holds no three words in a row of any quote', () => {
    for (const { file } of told.files) {
      const rows = buildCards(file, MORNING);
      const values = composeOwnValues(deal, rows, { now: MORNING, timeZone: 'Europe/London' });
      const said = Object.values(values).join(' ').toLowerCase();
      for (const { shown } of file.evidence) {
        expect(threesOf(shown).filter((three) => said.includes(three))).toEqual([]);
      }
    }
  });
});

function threesOf(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}']+/u);
  return words.slice(2).map((_, index) => words.slice(index, index + 3).join(' '));
}
