import { describe, expect, it } from '@jest/globals';
import { composeTask } from '../../../../server/insight/actions/compose-task.ts';
import { nextWorkingMorning } from '../../../../server/insight/actions/next-working-morning.ts';
import { sayPlainly } from '../../../../server/insight/actions/say-plainly.ts';
import { designedCard } from '../../../../preview/designed-states/designed-states.ts';

const NOW = '2026-03-10T09:00:00.000Z';
const VIEW = { now: NOW, timeZone: 'Europe/London' };
const card = designedCard('insight', new Date(NOW));
if (card?.kind !== 'insight') throw new Error('The designed insight is another kind of card.');
const WANTED = {
  recordKind: 'deal',
  recordId: '9001',
  dealId: '9001',
  personId: '7101',
  stepId: 'test-own-log',
} as const;
const task = (wanted: object = {}, more: object = {}) =>
  composeTask({
    ...{ tenantId: 't1', card, ownerId: '501', ...VIEW, ...more },
    wanted: { ...WANTED, ...wanted },
  });

describe('a step as a task', () => {
  it('has the words of the card, its owner, and what it is about', () => {
    expect(task()).toMatchObject({
      subject: 'Offer a test of the migration on her own log',
      body: 'She trusts what she has seen on her own data.',
      ownerId: '501',
      dueAt: '2026-03-11T09:00:00.000Z',
      about: [
        { kind: 'deal', id: '9001' },
        { kind: 'contact', id: '7101' },
      ],
    });
  });

  it('keeps the draft that the card suggests, and a date in place of "tomorrow"', () => {
    const { subject, body } = task({ stepId: 'send-cutover-plan' });
    expect(subject).toBe('Send Dana the cutover plan with its way back, by 11 March');
    expect(body).toContain('Draft: Your question about the migration date\n\nHi Dana,');
  });

  it('takes what was edited', () => {
    expect(task({ subject: 'Mine', body: '' })).toMatchObject({ subject: 'Mine', body: '' });
  });

  it('is the same task whoever asks, and another one for another step', () => {
    expect(task({ subject: 'Mine' }, { ownerId: null }).key).toBe(task().key);
    expect(task({ stepId: 'send-cutover-plan' }).key).not.toBe(task().key);
  });

  it.each([
    ['is not on the card', { stepId: 'made-up' }],
    ['is another person’s', { personId: '7102' }],
    ['is of another deal', { dealId: null }],
  ])('is refused where the step %s', (_what, wanted) => {
    expect(() => task(wanted)).toThrow(expect.objectContaining({ code: 'step_unknown' }));
  });

  it('is refused where the viewer sees no card', () => {
    const hidden = { kind: 'no_permission', text: ['No.'] };
    expect(() => task({}, { card: hidden })).toThrow(/no longer suggests this step/);
  });
});

describe('the next working morning', () => {
  it.each([
    ['a Tuesday', '2026-03-10T09:30:00.000Z', 'Europe/London', '2026-03-11T09:00:00.000Z'],
    ['before nine', '2026-03-10T06:10:00.000Z', 'Europe/London', '2026-03-10T09:00:00.000Z'],
    ['a Friday', '2026-03-13T17:00:00.000Z', 'Europe/London', '2026-03-16T09:00:00.000Z'],
    [
      'a change of the clock',
      '2026-03-28T10:00:00.000Z',
      'Europe/London',
      '2026-03-30T08:00:00.000Z',
    ],
    ['far east', '2026-03-10T09:00:00.000Z', 'Asia/Tokyo', '2026-03-11T00:00:00.000Z'],
  ])('after %s', (...[, now, timeZone, due]) => {
    expect(nextWorkingMorning({ now, timeZone })).toBe(due);
  });
});

describe('words that leave the card', () => {
  it.each([
    ['day', '12 February'],
    ['ago', 'on 12 February'],
    ['age', '26 days'],
    ['time', '12 February at 09:00'],
  ] as const)('tell a moment told as %s by its date or its length', (as, words) => {
    expect(sayPlainly([{ at: '2026-02-12T09:00:00.000Z', as }], VIEW)).toBe(words);
  });

  it.each([
    ['2026-03-10T08:00:00.000Z', 'less than a day'],
    ['2026-03-09T08:00:00.000Z', '1 day'],
  ])('tell a short age from %s', (at, words) => {
    expect(sayPlainly(['for ', { at, as: 'age' }], VIEW)).toBe(`for ${words}`);
  });
});
