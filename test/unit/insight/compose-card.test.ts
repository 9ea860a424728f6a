import { describe, expect, it } from '@jest/globals';
import type { Card, Focus } from '../../../shared/card.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import type { Viewing } from '../../../server/insight/compose-card.ts';
import { composeCard } from '../../../server/insight/compose-card.ts';
import type { CardRow } from '../../../server/insight/port.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  aPerson,
  aStatement,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';

const dana = aPerson();
const eilidh = aPerson({ id: 'eilidh', name: 'Eilidh Innes', title: 'HSE Manager' });
const say = (text: Parameters<typeof renderPhrase>[0] | null | undefined) =>
  renderPhrase(text ?? [], { now: NOW, timeZone: 'Europe/London' });

function view(rows: readonly CardRow[], over: Partial<Viewing> = {}): Card {
  const record = { kind: 'deal', id: 'd1' } as const;
  return composeCard({
    record,
    rows,
    choice: null,
    now: NOW,
    readable: () => true,
    syncedAt: NOW,
    ...over,
  });
}

function focusOf(card: Card): Focus {
  if (!('focus' in card) || card.focus === null)
    throw new Error(`A ${card.kind} card has no focus.`);
  return card.focus;
}

function insightOf(card: Card) {
  if (card.kind !== 'insight') throw new Error(`This card is ${card.kind}.`);
  return card;
}

const both = (over: Partial<DealFile>) =>
  buildCards(aDealFile({ persons: [dana, eilidh], ...over }), NOW);
const ofEilidh = { personId: 'eilidh', id: 'e', activityId: 'm2' };

describe('the person of a deal card', () => {
  const concerns = [anEvidence({ at: day(-9) }), anEvidence({ ...ofEilidh, at: day(-20) })];

  it('is in the next meeting within 7 days, before all else', () => {
    const rows = both({ evidence: concerns, activities: [anActivity(), aMeeting()] });
    const card = insightOf(view(rows));
    expect(card.focus.person.id).toBe('dana');
    expect(card.why?.focus).toBe('Dana Whitlock takes part in the next meeting.');
  });

  it('of a meeting with several is the one who has waited longest', () => {
    const rows = both({
      evidence: concerns,
      activities: [aMeeting({ personIds: ['dana', 'eilidh'] })],
    });
    expect(focusOf(view(rows)).person.id).toBe('eilidh');
  });

  it('is the author of the oldest open concern when no meeting is near', () => {
    const rows = both({ evidence: concerns, activities: [anActivity(), aMeeting({ at: day(8) })] });
    const card = insightOf(view(rows));
    expect(card.focus.person.id).toBe('eilidh');
    expect(card.why?.focus).toContain('oldest open concern');
  });

  it('is the one who wrote last when nothing is open', () => {
    const activities = [
      anActivity({ at: day(-9) }),
      anActivity({ id: 'm2', authorPersonId: 'eilidh', personIds: ['eilidh'] }),
    ];
    expect(focusOf(view(both({ activities }))).person.id).toBe('eilidh');
  });

  it('is the first one where nobody did anything', () => {
    expect(focusOf(view(both({ activities: [] }))).person.id).toBe('dana');
  });

  it('is whom the viewer chose; a choice that is gone counts for nothing', () => {
    const rows = both({ evidence: concerns });
    expect(focusOf(view(rows, { choice: 'dana' })).person.id).toBe('dana');
    expect(focusOf(view(rows, { choice: 'nobody' })).person.id).toBe('eilidh');
  });

  it('may be changed in the selector, and one line says what waits with the others', () => {
    const { choices, waiting } = focusOf(view(both({ evidence: concerns })));
    expect(choices).toEqual([
      { key: 'dana', label: 'Dana Whitlock', chosen: false },
      { key: 'eilidh', label: 'Eilidh Innes', chosen: true },
    ]);
    expect(say(waiting)).toBe('Dana: 1 open concern, 9 days');
  });

  it('tells of the one who has waited longest where several others wait', () => {
    const bo = aPerson({ id: 'bo', name: 'Bo Lindqvist' });
    const ofBo = anEvidence({ personId: 'bo', id: 'b', activityId: 'm3', at: day(-14) });
    for (const persons of [
      [dana, eilidh, bo],
      [bo, eilidh, dana],
    ]) {
      const rows = both({ persons, evidence: [...concerns, ofBo] });
      expect(say(focusOf(view(rows)).waiting)).toBe('Bo: 1 open concern, 14 days');
    }
  });

  it('needs no selector when there is only one', () => {
    expect(focusOf(view(buildCards(aDealFile(), NOW)))).toMatchObject({
      choices: [],
      waiting: null,
    });
  });

  it('is nobody who must not be analysed, unless there is no one else', () => {
    const silent = { ...eilidh, doNotAnalyse: true };
    const rows = both({ persons: [silent, dana], activities: [] });
    expect(focusOf(view(rows))).toMatchObject({ person: { id: 'dana' }, choices: [] });
    expect(view(buildCards(aDealFile({ persons: [silent] }), NOW)).kind).toBe('do_not_analyse');
  });
});

describe('the deal of a contact card', () => {
  const inDeal = (id: string, over: Partial<DealFile> = {}, deal = {}) => {
    const tie = { kind: 'deal', dealId: id } as const;
    const evidence = (over.evidence ?? []).map((each) => ({ ...each, tie }));
    return buildCards(
      aDealFile({ ...over, evidence, deal: aDeal({ id, name: `Deal ${id}`, ...deal }) }),
      NOW,
    );
  };
  const contact = { record: { kind: 'contact', id: 'dana' } as const };
  const dealOf = (...rows: readonly (readonly CardRow[])[]) =>
    focusOf(view(rows.flat(), contact)).deal?.id;
  const quiet = { activities: [] };

  it('is the open deal of the next meeting, however far', () => {
    const meeting = { activities: [aMeeting({ at: day(20) })] };
    expect(dealOf(inDeal('a'), inDeal('b', meeting))).toBe('b');
  });

  it('is the open deal they last wrote about', () => {
    expect(dealOf(inDeal('a', { activities: [anActivity({ at: day(-9) })] }), inDeal('b'))).toBe(
      'b',
    );
  });

  it('is the open deal that closes soonest, or simply the open one', () => {
    expect(dealOf(inDeal('a', quiet), inDeal('b', quiet, { closeAt: day(3) }))).toBe('b');
    expect(dealOf(inDeal('a', quiet, { closeAt: null }))).toBe('a');
  });

  it('is the last closed deal when none is open', () => {
    const closed = (at: string) =>
      ({ outcome: 'lost', stageHistory: [{ stageId: 'x', at }] }) as const;
    expect(dealOf(inDeal('a', {}, closed(day(-90))), inDeal('b', {}, closed(day(-9))))).toBe('b');
  });

  it('is the conversation when they wrote to us after the last deal had closed', () => {
    const lost = inDeal(
      'a',
      {},
      { outcome: 'lost', stageHistory: [{ stageId: 'x', at: day(-90) }] },
    );
    const conversation = buildCards(aDealFile({ deal: null }), NOW);
    const { deal, choices } = focusOf(view([...lost, ...conversation], contact));
    expect(deal).toBeNull();
    expect(choices.map(({ key, label }) => [key, label])).toEqual([
      ['a', 'Deal a'],
      ['conversation', 'Conversation'],
    ]);
  });

  it('keeps opposite needs of one person in two deals apart', () => {
    const worried = inDeal('a', { evidence: [anEvidence()] });
    const content = inDeal('b', { evidence: [anEvidence({ pole: 'met' })] });
    const poleOf = (choice: string) =>
      insightOf(view([...worried, ...content], { ...contact, choice })).drivers.map(
        ({ pole }) => pole,
      );
    expect(poleOf('a')).toEqual(['threatened']);
    expect(poleOf('b')).toEqual(['met']);
  });

  it('says what waits in the others, and keeps quiet about lost ones', () => {
    const evidence = [anEvidence({ at: day(-12) }), anEvidence({ driver: 'trust', id: 't' })];
    const waiting = (outcome: 'open' | 'lost') =>
      focusOf(
        view([...inDeal('a'), ...inDeal('b', { evidence }, { outcome })], {
          ...contact,
          choice: 'a',
        }),
      ).waiting;
    expect(say(waiting('open'))).toBe('Deal b: 2 open concerns, 12 days');
    expect(waiting('lost')).toBeNull();
  });

  it('shows a mail that is on both deals in each, as not tied to one, and a mail on none in neither', () => {
    const shared = anEvidence({ tie: { kind: 'shared', dealIds: ['a', 'b'] } });
    for (const id of ['a', 'b']) {
      const file = aDealFile({ deal: aDeal({ id }), evidence: [shared] });
      const card = insightOf(view(buildCards(file, NOW), contact));
      expect(card.drivers[0]?.quotes[0]?.shared).toBe(true);
      expect(say(card.headline)).not.toContain('migration');
    }
    expect(view(inDeal('a'), contact).kind).toBe('empty');
  });
});

describe('a record without cards', () => {
  it('says that there is not enough to go on', () => {
    expect(view([])).toMatchObject({ kind: 'empty', focus: null });
  });
});

describe('what the hour of looking adds', () => {
  const rows = buildCards(
    aDealFile({ evidence: [anEvidence()], activities: [anActivity({ at: day(-31) })] }),
    NOW,
  );
  const notices = (over: Partial<Viewing>) =>
    insightOf(view(rows, over)).notices.map(({ kind, text }) => [kind, say(text)]);

  it('is a notice when nothing came from the buyer for more than 30 days', () => {
    expect(notices({})).toEqual([['old_sources', 'Nothing new from the buyer for 31 days.']]);
  });

  it('is a notice when we have not synced for more than 36 hours, or not yet completely', () => {
    expect(notices({ syncedAt: day(-2) })[0]?.[0]).toBe('old_reading');
    expect(notices({ syncedAt: day(-1) }).map(([kind]) => kind)).toEqual(['old_sources']);
    expect(notices({ syncedAt: null })[0]).toEqual([
      'partial',
      'Attune has not read this CRM completely yet.',
    ]);
  });

  it('is nothing on a fresh card of a deal in which anyone wrote', () => {
    const activities = [
      anActivity({ at: day(-40) }),
      anActivity({ id: 'm2', authorPersonId: 'eilidh' }),
    ];
    const fresh = both({ evidence: [anEvidence()], activities });
    expect(insightOf(view(fresh)).notices).toEqual([]);
    expect(insightOf(view(rows)).coverage.syncedAt).toBe(NOW);
  });

  it('is nothing where nobody ever wrote', () => {
    const silent = buildCards(aDealFile({ evidence: [anEvidence()], activities: [] }), NOW);
    expect(insightOf(view(silent)).notices).toEqual([]);
  });
});

describe('a viewer who may not open every source', () => {
  const evidence = [
    anEvidence({ at: day(-1), activityId: 'secret', shown: 'the board has doubts', id: 's' }),
    anEvidence({
      driver: 'trust',
      activityId: 'open',
      at: day(-8),
      shown: 'in writing please',
      id: 'o',
    }),
    anEvidence({
      driver: 'trust',
      activityId: 'secret',
      at: day(-20),
      pole: 'met',
      shown: 'we rely on you',
      id: 'm',
    }),
  ];
  const statements = [aStatement({ activityId: 'secret', shown: 'one secret list' })];
  const handed = [
    { ownerId: 'tom', at: day(-40) },
    { ownerId: 'sam', at: day(-2) },
  ];
  const rows = both({ evidence, statements, deal: aDeal({ ownerHistory: handed }) });
  const closed = (...ids: string[]): Partial<Viewing> => ({
    readable: ({ id }) => !ids.includes(id),
  });
  const seen = (over: Partial<Viewing>) => view(rows, { choice: 'dana', ...over });

  it('sees the card without anything that rests on it, and is told so', () => {
    const card = insightOf(seen(closed('secret')));
    expect(JSON.stringify(card)).not.toMatch(/doubts|rely on you|one secret list/);
    expect(say(card.headline)).toBe(
      'What is on their mind here rests on words that you cannot open.',
    );
    expect(card.drivers.map(({ driver }) => driver)).toEqual(['trust']);
    expect(card.drivers[0]?.against).toBeNull();
    expect(card.prompts).toEqual({ understand: null, feel: null, act: null, avoid: null });
    expect(card.nextStep?.id).toContain('trust');
    expect(
      card.people.find(({ person }) => person.id === 'dana')?.drivers.map(({ driver }) => driver),
    ).toEqual(['trust']);
    expect(card.notices.map(({ text }) => say(text))).toEqual([
      '1 quote hidden: you cannot open its mail.',
    ]);
  });

  it('sees all that does not rest on it', () => {
    const card = insightOf(seen(closed('open')));
    expect(say(card.headline)).toContain('the board has doubts');
    expect(card.drivers.map(({ driver }) => driver)).toEqual(['certainty']);
    expect(card.prompts.feel).not.toBeNull();
  });

  it('sees that there is no permission when nothing can be opened', () => {
    expect(seen(closed('secret', 'open')).kind).toBe('no_permission');
  });

  it('sees that there is no permission when not one source can be opened', () => {
    expect(seen({ readable: () => false }).kind).toBe('no_permission');
  });

  it('is not told what waits where they may open nothing', () => {
    const waiting = both({
      evidence: [anEvidence(), anEvidence({ ...ofEilidh, activityId: 'secret' })],
    });
    expect(
      focusOf(view(waiting, { choice: 'dana', readable: ({ id }) => id === 'm1' })).waiting,
    ).toBeNull();
  });

  it('sees what was left open in a lost deal only where they may', () => {
    const lost = both({ evidence: evidence.slice(0, 2), deal: aDeal({ outcome: 'lost' }) });
    const ended = view(lost, { choice: 'dana', ...closed('secret') });
    expect(ended.kind === 'ended' && [ended.leftOpen.length, say(ended.headline)]).toEqual([
      1,
      'This deal ended.',
    ]);
    const whole = view(lost, { choice: 'dana' });
    expect(whole.kind === 'ended' && whole.leftOpen.length).toBe(2);
  });

  it('is told how many quotes are hidden when there are several', () => {
    const many = ['a', 'b', 'c'].map((id, index) =>
      anEvidence({ id, activityId: id, at: day(-index) }),
    );
    const card = insightOf(view(both({ evidence: many }), { choice: 'dana', ...closed('b', 'c') }));
    expect(card.notices.map(({ text }) => say(text))).toContain(
      '2 quotes hidden: you cannot open their sources.',
    );
    expect(card.drivers[0]?.quotes).toHaveLength(1);
  });
});
