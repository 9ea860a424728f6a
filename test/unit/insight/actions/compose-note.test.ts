import { describe, expect, it } from '@jest/globals';
import { designedCard } from '../../../../preview/designed-states/designed-states.ts';
import { SLOT_QUESTIONS } from '../../../../server/domain/our-questions.ts';
import { composeNote } from '../../../../server/insight/actions/compose-note.ts';
import type { InsightCard } from '../../../../shared/card.ts';
import { PERSONA_SLOTS, type PersonaSlot } from '../../../../shared/vocabulary.ts';

const NOW = '2026-03-10T09:00:00.000Z';
const found = designedCard('insight', new Date(NOW));
if (found?.kind !== 'insight') throw new Error('The designed insight is another kind of card.');
const designed: InsightCard = found;
const WANTED = {
  recordKind: 'deal',
  recordId: '9001',
  dealId: '9001',
  personId: '7101',
} as const;

type Status = InsightCard['persona'][number]['entries'][number]['status'];

/** The designed card with an entry of such a status under some of the questions. */
function cardWith(statuses: Partial<Record<PersonaSlot, Status>>): InsightCard {
  const persona = PERSONA_SLOTS.map((slot) => {
    const status = statuses[slot];
    const entries = status === undefined ? [] : [{ text: 'As they said it', status, source: null }];
    return { slot, question: 'Worded long ago?', entries };
  });
  return { ...designed, persona };
}

const note = (card: InsightCard, wanted: object = {}, more: object = {}) =>
  composeNote({
    ...{ tenantId: 't1', card, ownerId: '501', now: NOW, ...more },
    wanted: { ...WANTED, ...wanted },
  });
const ALL_SAID = Object.fromEntries(PERSONA_SLOTS.map((slot) => [slot, 'said' as const]));

describe('the open questions as a note', () => {
  it('stand under one plain line, each with room to answer, on the deal and the person', () => {
    expect(
      note(cardWith({ values: 'said', influencers: 'observed', purchasing: 'reported' })),
    ).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      lines: [
        'Questions to ask Dana Whitlock',
        ...[SLOT_QUESTIONS.where_and_how, ''],
        ...[SLOT_QUESTIONS.pain_points, ''],
      ],
      ...{ at: NOW, ownerId: '501' },
      about: [
        { kind: 'deal', id: '9001' },
        { kind: 'contact', id: '7101' },
      ],
    });
  });

  it('are about the person alone in a conversation', () => {
    const talk = { ...cardWith({}), focus: { ...designed.focus, deal: null } };
    const { about } = note(talk, { recordKind: 'contact', recordId: '7101', dealId: null });
    expect(about).toEqual([{ kind: 'contact', id: '7101' }]);
  });

  it('keep what is usual for a role as a question', () => {
    const { lines } = note(cardWith({ ...ALL_SAID, values: 'role_default' }));
    expect(lines).toEqual(['Questions to ask Dana Whitlock', SLOT_QUESTIONS.values, '']);
  });

  it('hold nothing else of the card: no word of a buyer, no need, no answer', () => {
    const { lines } = note(designed);
    const ours = new Set([...Object.values(SLOT_QUESTIONS), 'Questions to ask Dana Whitlock', '']);
    expect(lines.filter((line) => !ours.has(line))).toEqual([]);
    expect(JSON.stringify(note(cardWith({ values: 'said' })))).not.toContain('As they said it');
  });

  it('keep a strange name on the heading’s one line', () => {
    const person = { ...designed.focus.person, name: ' Dana\n  <b>Whitlock ' };
    const card = { ...cardWith({}), focus: { ...designed.focus, person } };
    expect(note(card).lines[0]).toBe('Questions to ask Dana <b>Whitlock');
  });

  it('are the same note whoever asks, and another one for other questions, people or days', () => {
    const { key } = note(cardWith({}));
    expect(note(cardWith({}), {}, { ownerId: null, now: '2026-03-10T18:00:00.000Z' }).key).toBe(
      key,
    );
    const others = [
      note(cardWith({ values: 'said' })),
      note(cardWith({}), {}, { tenantId: 't2' }),
      note(cardWith({}), { recordKind: 'contact', recordId: '7101' }),
      note({ ...cardWith({}), updatedAt: '2026-03-11T02:00:00.000Z' }),
    ];
    expect(new Set([key, ...others.map((each) => each.key)]).size).toBe(5);
  });

  it.each([
    ['the card speaks of somebody else', cardWith({}), { personId: '7102' }],
    ['the card speaks of another deal', cardWith({}), { dealId: null }],
    ['every question has an answer', cardWith(ALL_SAID), {}],
    ['an old card has no questions', { ...designed, persona: [] }, {}],
  ])('are refused where %s', (_what, card, wanted) => {
    expect(() => note(card, wanted)).toThrow(
      expect.objectContaining({ code: 'questions_unknown', recovery: 'skip' }),
    );
  });

  it('are refused where the viewer sees no card', () => {
    const card = { kind: 'no_permission', text: ['No.'] };
    expect(() => note(designed, {}, { card })).toThrow(/Nothing was written/);
  });
});
