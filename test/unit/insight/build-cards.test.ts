import { describe, expect, it } from '@jest/globals';
import { InsightCard } from '../../../shared/card.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  aPerson,
  aSeller,
  aStatement,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';

const reader = { now: NOW, timeZone: 'Europe/London' };
const say = (text: Parameters<typeof renderPhrase>[0] | null | undefined) =>
  renderPhrase(text ?? [], reader);

function insight(over: Partial<DealFile>) {
  const card = buildCards(aDealFile(over), NOW)[0]?.card;
  return InsightCard.parse(card);
}

const twice = [
  anEvidence({ id: 'a', activityId: 'm0', at: day(-19) }),
  anEvidence({ id: 'b', activityId: 'm1', at: day(-3) }),
];

describe('the headline', () => {
  it('says what the buyer asked, how often, and what it may mean for the next meeting', () => {
    const { headline } = insight({ evidence: twice, activities: [anActivity(), aMeeting()] });
    expect(say(headline)).toMatch(
      /^Dana asked twice: “what happens if the migration slips\?” A clear answer (may|could) help before Thursday’s meeting\.$/,
    );
  });

  it('names the rep whose note it is', () => {
    const evidence = ['m1', 'm2'].map((activityId) =>
      anEvidence({
        activityId,
        status: 'reported',
        notedBySellerId: 'sam',
        shown: 'Dana worried about the move',
      }),
    );
    expect(say(insight({ evidence }).headline)).toMatch(
      /^Sam noted of Dana: “Dana worried about the move”\. /,
    );
  });

  it('puts a hint as a question', () => {
    const evidence = [anEvidence({ status: 'implied', shown: 'we shall see' })];
    expect(say(insight({ evidence }).headline)).toBe(
      'Dana wrote: “we shall see”. Would a clear answer help?',
    );
    const met = [anEvidence({ status: 'implied', pole: 'met', shown: 'fine by me' })];
    expect(say(insight({ evidence: met }).headline)).toMatch(
      /Can we take it that that question is settled\?$/,
    );
  });

  it('does not quote a note whose author is not known as somebody’s', () => {
    const evidence = [anEvidence({ status: 'reported', notedBySellerId: null })];
    expect(insight({ evidence }).drivers[0]?.quotes[0]?.author).toBe(
      'Dana Whitlock, noted by our side',
    );
  });

  it('offers an answer to who asks about safety', () => {
    const evidence = [anEvidence({ driver: 'safety', shown: 'and who signs if it goes wrong?' })];
    expect(say(insight({ evidence }).headline)).toMatch(/A clear answer (may|could) help\.$/);
  });

  it('of a present trouble that is too long to quote is told in need words', () => {
    const shown = 'it fell over again while the lorries stood at the gate '.repeat(4).trim();
    const { headline } = insight({ evidence: [anEvidence({ driver: 'relief', shown })] });
    expect(say(headline)).toMatch(/^Dana /);
    expect(say(headline)).not.toContain('lorries');
  });

  it('reads good news as good news', () => {
    const evidence = [anEvidence({ driver: 'ease', pole: 'met', shown: 'so simple' })];
    expect(say(insight({ evidence, activities: [aMeeting()] }).headline)).toBe(
      'Dana wrote: “so simple”. It fits into their days: a good start for Thursday’s meeting.',
    );
    expect(say(insight({ evidence }).headline)).toBe(
      'Dana wrote: “so simple”. It fits into their days.',
    );
  });

  it('is never words that are tied to no deal; what they hope for comes first', () => {
    const tie = { kind: 'shared', dealIds: ['d1', 'd2'] } as const;
    const evidence = [anEvidence({ tie })];
    expect(say(insight({ evidence }).headline)).toMatch(/named no need in this deal yet/);
    expect(say(insight({ evidence, statements: [aStatement()] }).headline)).toMatch(
      /^What Dana hopes for: “line 2/,
    );
    expect(insight({ evidence }).drivers[0]?.quotes[0]?.shared).toBe(true);
    const long = aStatement({ shown: 'one list of everything that runs '.repeat(4).trim() });
    expect(say(insight({ evidence, statements: [long] }).headline)).toBe(
      'Dana has said what they hope for. What stands in its way?',
    );
  });

  it('is words of this deal before words of several, however much these weigh', () => {
    const tie = { kind: 'shared', dealIds: ['d1', 'd2'] } as const;
    const shared = ['m7', 'm8', 'm9'].map((activityId) =>
      anEvidence({ driver: 'trust', activityId, tie, at: day(-1) }),
    );
    const drivers = insight({ evidence: [...shared, anEvidence({ at: day(-20) })] }).drivers;
    expect(drivers.map(({ driver }) => driver)).toEqual(['certainty', 'trust']);
  });

  it('asks what they asked, not that they asked again', () => {
    const again = anEvidence({ activityId: 'm9', at: day(-1), shown: 'I ask it a second time' });
    expect(say(insight({ evidence: [anEvidence(), again] }).headline)).toMatch(
      /^Dana asked twice: “what happens if the migration slips\?” /,
    );
  });

  it('quotes nothing that was said before the matter last stood the other way', () => {
    const evidence = [
      anEvidence({ activityId: 'a', at: day(-30), shown: 'what happens to our own old cards?' }),
      anEvidence({ activityId: 'b', at: day(-20), pole: 'met', shown: 'that is clear now' }),
      anEvidence({ activityId: 'c', at: day(-2), shown: 'I do not know that' }),
    ];
    expect(say(insight({ evidence }).headline)).toMatch(/^Dana wrote: “I do not know that”\. /);
  });

  it('offers to show it to who has heard enough', () => {
    const shown = 'Until I have seen it I have a word and nothing else';
    const { headline, nextStep } = insight({ evidence: [anEvidence({ driver: 'trust', shown })] });
    expect(say(headline)).toMatch(/Seeing it work (may|could) help\.$/);
    expect(say(nextStep?.title)).toMatch(/ten minutes with a customer/);
  });

  it('never cuts a quote: a long one is told in need words, or left out', () => {
    const shown = 'a very long sentence about what becomes of the cards '.repeat(4).trim();
    expect(say(insight({ evidence: [anEvidence({ shown })] }).headline)).toMatch(
      /^Dana asked something that has no answer yet\. A clear answer (may|could) help/,
    );
    const name = `${'Wolfeschlegelsteinhausen'.repeat(4)} X`;
    const { headline } = insight({
      evidence: [anEvidence({ shown })],
      persons: [aPerson({ name })],
    });
    expect(say(headline)).toMatch(/^A clear answer may/);
  });
});

describe('the card of a deal', () => {
  it('holds what is on their mind, with quote, word and what speaks against it', () => {
    const met = anEvidence({
      id: 'c',
      activityId: 'm9',
      pole: 'met',
      at: day(-30),
      shown: 'clear now',
    });
    const [claim] = insight({ evidence: [...twice, met] }).drivers;
    expect(claim).toMatchObject({ driver: 'certainty', word: 'said', verdict: null });
    expect(claim?.quotes[0]).toMatchObject({ shown: twice[1]?.shown, author: 'Dana Whitlock' });
    expect(say(claim?.sentence)).toMatch(/^Raised twice, first 19 days ago/);
    expect(say(claim?.against)).toBe('30 days ago Dana wrote “clear now”.');
  });

  it('tells of a settled concern when it was raised and when settled', () => {
    const met = anEvidence({
      id: 'c',
      activityId: 'm9',
      pole: 'met',
      at: day(-1),
      shown: 'clear now',
    });
    const card = insight({ evidence: [...twice, met] });
    expect(say(card.drivers[0]?.sentence)).toBe('Raised 19 days ago, settled 1 day ago.');
    expect(card.concerns).toEqual([]);
  });

  it('lists the two oldest open concerns and counts the others', () => {
    const drivers = ['trust', 'ease', 'fairness'] as const;
    const evidence = drivers.map((driver, index) => anEvidence({ driver, at: day(-9 - index) }));
    const card = insight({ evidence });
    expect(card.concerns.map(({ driver }) => driver)).toEqual(['fairness', 'ease']);
    expect(card.moreConcerns).toBe(1);
    expect(say(insight({ evidence: twice }).concerns[0]?.text)).toBe(
      'A question without an answer, raised twice',
    );
  });

  it('greets nobody with what they have not come back to for months', () => {
    const old = anEvidence({ driver: 'trust', at: day(-121) });
    expect(insight({ evidence: [...twice, old] }).concerns).toHaveLength(1);
  });

  it('carries the rep’s verdict', () => {
    const verdicts = [
      { personId: 'dana', driver: 'certainty', verdict: 'right' as const, at: day(-1) },
    ];
    expect(insight({ evidence: twice, verdicts }).drivers[0]?.verdict).toBe('right');
  });

  it('shows the CRM’s stage beside the buyer’s and whether they differ', () => {
    const { stage } = insight({ evidence: twice, deal: aDeal({ stageLabel: 'Contract sent' }) });
    expect(stage).toMatchObject({ stage: 'awareness', crmStage: 'Contract sent', mismatch: true });
  });

  it('of a conversation has no deal and no CRM stage', () => {
    const card = insight({ deal: null, evidence: twice });
    expect(card.focus.deal).toBeNull();
    expect(card.stage).toMatchObject({ crmStage: null, mismatch: false });
  });

  it('says what was read and what was not', () => {
    const activities = [
      anActivity(),
      anActivity({ id: 'm2' }),
      aMeeting({ at: day(-1) }),
      aMeeting(),
      anActivity({ id: 't', kind: 'task' }),
    ];
    const coverage = {
      syncedAt: null,
      notRead: [
        { reason: 'private', count: 3 },
        { reason: 'malformed', count: 0 },
      ],
    };
    const card = insight({ evidence: twice, activities, coverage });
    expect(card.coverage.sentence).toBe('read 2 mails and 1 meeting; 3 not read: private');
    expect(card.notices.map(({ text }) => say(text))).toEqual([
      'Not everything could be read: 3 not read: private.',
    ]);
    expect(insight({ evidence: twice, activities: [] }).coverage.sentence).toBe('nothing read yet');
  });

  it('shows a role’s usual question grey until the person has said something', () => {
    const persons = [aPerson({ title: 'Chief Financial Officer' })];
    const values = (over: Partial<DealFile>) =>
      insight({ evidence: twice, persons, ...over }).persona[0]?.entries[0];
    expect(values({})?.status).toBe('role_default');
    expect(values({ statements: [aStatement()] })?.status).toBe('said');
  });

  it('speaks of a present trouble that is no concern of ours to settle', () => {
    const evidence = [anEvidence({ driver: 'relief', shown: 'it fell over again' })];
    expect(say(insight({ evidence }).drivers[0]?.sentence)).toBe(
      'A present trouble, last named 3 days ago.',
    );
  });

  it('asks whether old explicit words still hold', () => {
    const evidence = [anEvidence({ at: day(-50) })];
    expect(say(insight({ evidence }).drivers[0]?.sentence)).toBe(
      'Said 50 days ago: would a clear answer help Dana?',
    );
  });
});

describe('the hand-over passport', () => {
  const handedOver = (at: string, over: Partial<DealFile> = {}) => {
    const ownerHistory = [
      { ownerId: 'tom', at: day(-40) },
      { ownerId: 'sam', at },
    ];
    const sellers = [aSeller(), aSeller({ id: 'tom', name: 'Tom Hadley' })];
    return insight({
      evidence: twice,
      deal: aDeal({ ownerHistory }),
      sellers,
      ...over,
    }).notices.map(({ text }) => say(text));
  };

  it('says who had it until when, in few words: what is open stands below on every card', () => {
    expect(handedOver(day(-2))).toEqual(['with Tom until 2 days ago.']);
  });

  it('says so when nothing is open, and names unknown sellers kindly', () => {
    const evidence = [anEvidence({ pole: 'met' })];
    expect(handedOver(day(-2), { evidence, sellers: [] })).toEqual([
      'with a colleague until 2 days ago; nothing a buyer raised was left open.',
    ]);
  });

  it('stands for 14 days', () => {
    expect(handedOver(day(-14))).toHaveLength(1);
    expect(handedOver(day(-15))).toHaveLength(0);
  });
});

describe('the brief', () => {
  it('tells who, what they want, what is open, and how to start, in at most 150 words', () => {
    const evidence = [
      ...twice,
      ...(['trust', 'ease'] as const).map((driver) => anEvidence({ driver })),
    ];
    const text = insight({ evidence, statements: [aStatement()] })
      .brief.sentences.map(say)
      .join(' ');
    expect(text).toMatch(
      /^Dana Whitlock, Head of Operations at Fenwick Foods; they are putting a name/,
    );
    expect(text).toContain('in their words: “line 2 runs through the audit without a stop”');
    expect(text).toMatch(/Open: a question without an answer, raised twice, 19 days; .*; 1 more\./);
    expect(text).toMatch(/To start: .* To ask: .* To avoid: /);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(150);
  });

  it('does not call a note of ours their words', () => {
    const noted = insight({ evidence: twice, statements: [aStatement({ status: 'reported' })] });
    expect(say(noted.brief.sentences[2])).toMatch(/^What success would be, as we noted it: /);
  });

  it('takes nobody else’s wish for theirs, and does not say the headline’s twice', () => {
    const shown = 'Rutger wants one page';
    const others = insight({ evidence: twice, statements: [aStatement({ shown })] });
    const hope = aStatement({ shown: 'we would love to see one week on one screen' });
    const said = anEvidence({ driver: 'progress', pole: 'met', shown: hope.shown });
    const twiceTold = insight({ evidence: [said], statements: [hope] });
    for (const { brief } of [others, twiceTold]) {
      expect(brief.sentences.map(say).join(' ')).not.toContain('What success would be');
    }
  });

  it('leaves out a wish that is too long to be said whole', () => {
    const long = aStatement({ shown: 'one list of everything that runs '.repeat(6).trim() });
    const { brief } = insight({ evidence: twice, statements: [long] });
    expect(brief.sentences.map(say).join(' ')).not.toContain('What success would be');
  });

  it('says when nothing is open, and does without title and firm', () => {
    const evidence = [anEvidence({ pole: 'met' })];
    const bare = insight({ evidence, account: null, persons: [aPerson({ title: null })] });
    expect(say(bare.brief.sentences[0])).toMatch(/^Dana Whitlock; they/);
    expect(say(bare.brief.sentences[2])).toBe('Nothing they raised is open.');
  });
});

describe('a card with little to say', () => {
  const empty = (over: Partial<DealFile>) => buildCards(aDealFile(over), NOW)[0]?.card;

  it('says that it is not enough to go on, and what to ask', () => {
    const card = empty({});
    expect(card).toMatchObject({
      kind: 'empty',
      ask: [expect.stringMatching(/^Ask Dana: “.*\?”$/)],
    });
    expect(card?.kind === 'empty' && say(card.text)).toMatch(
      /Dana wrote 3 days ago and named no need/,
    );
  });

  it('knows a person who has not written yet, and a customer', () => {
    const silent = empty({ activities: [] });
    expect(silent?.kind === 'empty' && say(silent.text)).toMatch(/has not written to us/);
    const won = aDeal({ outcome: 'won', stageHistory: [{ stageId: 'won', at: day(-9) }] });
    const customer = empty({ deal: won });
    expect(customer?.kind === 'empty' && say(customer.ask)).toContain('How is it going');
  });
});

describe('a lost deal', () => {
  const lost = aDeal({
    outcome: 'lost',
    stageLabel: 'Closed lost',
    stageHistory: [{ stageId: 'lost', at: day(-9) }],
  });
  const ended = (over: Partial<DealFile>) => {
    const card = buildCards(aDealFile({ deal: lost, ...over }), NOW)[0]?.card;
    if (card?.kind !== 'ended') throw new Error('The card of a lost deal is not ended.');
    return card;
  };

  it('has ended: no stage, no prompts, only what was left open', () => {
    const card = ended({ evidence: twice });
    expect(say(card.headline)).toBe(
      'This deal ended 9 days ago. One point that Dana raised was left open.',
    );
    expect(card.leftOpen).toHaveLength(1);
    expect(card.endedAt).toBe(day(-9));
    expect(Object.keys(card)).not.toContain('prompts');
  });

  it('counts several points, and says when there was none', () => {
    expect(say(ended({ evidence: [...twice, anEvidence({ driver: 'trust' })] }).headline)).toMatch(
      /2 points .* were left/,
    );
    expect(say(ended({}).headline)).toMatch(/Nothing that Dana raised/);
  });
});
