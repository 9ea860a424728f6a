import { describe, expect, it } from '@jest/globals';
import { foldBeliefs } from '../../../server/domain/fold-beliefs.ts';
import type { Responses } from '../../../server/domain/responses.ts';
import { fillMap } from '../../../server/persona/fill-map.ts';
import { observeActs, observeVisits } from '../../../server/persona/observe-responses.ts';
import { NOW, aDealFile, aPerson, day } from '../../support/cards/deal-file.ts';

function responses(more: Partial<Responses>): Responses {
  return {
    mailingsOpened: null,
    mailingOpenedAt: null,
    mailingsClicked: null,
    mailingClickedAt: null,
    mailingsAnswered: null,
    mailingAnsweredAt: null,
    mailOpenedAt: null,
    mailClickedAt: null,
    mailAnsweredAt: null,
    pagesSeen: null,
    pageSeenAt: null,
    formName: null,
    formFilledAt: null,
    ...more,
  };
}

const actsOf = (more: Partial<Responses>) =>
  observeActs(responses(more), NOW).map(({ text }) => text);
const visitsOf = (more: Partial<Responses>) =>
  observeVisits(responses(more), NOW).map(({ text }) => text);

describe('what the CRM counted of a person', () => {
  it('is told newest first, in plain words', () => {
    const acts = actsOf({
      formName: 'Pricing request',
      formFilledAt: day(-90),
      mailOpenedAt: day(-3),
      mailClickedAt: day(-1),
      mailAnsweredAt: day(-0.5),
    });
    expect(acts).toEqual([
      'answered a mail of ours within the last day',
      'clicked a link in a mail of ours a day ago',
      'opened a mail of ours 3 days ago',
      'filled in the form “Pricing request” 3 months ago',
    ]);
  });

  it('counts a mailing and a single mail as one thing they did, by the later of the two', () => {
    expect(actsOf({ mailOpenedAt: day(-9), mailingOpenedAt: day(-2) })).toEqual([
      'opened a mail of ours 2 days ago',
    ]);
    expect(actsOf({ mailOpenedAt: day(-2), mailingOpenedAt: day(-9) })).toEqual([
      'opened a mail of ours 2 days ago',
    ]);
  });

  it('names a form without a name plainly', () => {
    expect(actsOf({ formFilledAt: day(-4) })).toEqual(['filled in a form of ours 4 days ago']);
  });

  it('says how much of the website they saw, once they saw any', () => {
    expect(visitsOf({ pagesSeen: 12, pageSeenAt: day(-3) })).toEqual([
      'saw 12 pages of our website, last 3 days ago',
    ]);
    expect(visitsOf({ pagesSeen: 1, pageSeenAt: day(-60) })).toEqual([
      'saw one page of our website, last 60 days ago',
    ]);
    expect(visitsOf({ pagesSeen: 0, pageSeenAt: day(-3) })).toEqual([]);
    expect(visitsOf({ pagesSeen: 3 })).toEqual([]);
    expect(visitsOf({ pageSeenAt: day(-3) })).toEqual([]);
  });

  it('is nothing where there are no figures, or they are of a later day than the card', () => {
    expect([observeActs(null, NOW), observeVisits(null, NOW)]).toEqual([[], []]);
    expect(actsOf({ mailOpenedAt: day(1) })).toEqual([]);
    expect(visitsOf({ pagesSeen: 2, pageSeenAt: day(1) })).toEqual([]);
  });

  it('stands in the map as observed, and no belief is drawn from it', () => {
    const told = responses({ mailOpenedAt: day(-3), pagesSeen: 2, pageSeenAt: day(-4) });
    const persons = [aPerson({ responses: told }), aPerson({ id: 'lee', name: 'Lee' })];
    const file = aDealFile({ persons, activities: [], evidence: [], statements: [] });
    const mapOf = (personId: string) =>
      fillMap(file, { personId, beliefs: [], concerns: [], now: NOW });
    const map = mapOf('dana');
    expect([map.does, map.sees]).toEqual([
      [{ text: 'opened a mail of ours 3 days ago', status: 'observed', source: null }],
      [{ text: 'saw 2 pages of our website, last 4 days ago', status: 'observed', source: null }],
    ]);
    expect(mapOf('lee').does).toMatchObject([{ status: 'asked' }]);
    expect(foldBeliefs(file, NOW)).toEqual([]);
  });
});
