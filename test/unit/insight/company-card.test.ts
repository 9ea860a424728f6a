import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../../shared/card.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import { composeCard, type Viewing } from '../../../server/insight/compose-card.ts';
import type { CardRow } from '../../../server/insight/port.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  aPerson,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';

const dana = aPerson();
const eilidh = aPerson({ id: 'eilidh', name: 'Eilidh Innes', title: 'HSE Manager' });
const renewal = aDeal({ id: 'd2', name: 'Renewal 2027' });

const migration = (over: Partial<Parameters<typeof aDealFile>[0]> = {}) =>
  buildCards(
    aDealFile({
      persons: [dana, eilidh],
      evidence: [anEvidence({ personId: 'eilidh', id: 'e', activityId: 'm2', at: day(-20) })],
      ...over,
    }),
    NOW,
  );
const ofRenewal = buildCards(
  aDealFile({
    deal: renewal,
    persons: [dana, eilidh],
    evidence: [
      anEvidence({ at: day(-9), id: 'r1', activityId: 'm3' }),
      anEvidence({ personId: 'eilidh', id: 'r2', activityId: 'm4', at: day(-12) }),
    ],
    activities: [anActivity({ id: 'm3', at: day(-9), tie: { kind: 'deal', dealId: 'd2' } })],
  }),
  NOW,
);

function view(rows: readonly CardRow[], over: Partial<Viewing> = {}): Card {
  const record = { kind: 'company', id: 'c1' } as const;
  const now = { now: NOW, syncedAt: NOW };
  return composeCard({ record, rows, choice: null, readable: () => true, ...now, ...over });
}

function focusOf(card: Card) {
  if (!('focus' in card) || card.focus === null) throw new Error(`${card.kind} has no focus.`);
  return card.focus;
}

describe('the card of a company', () => {
  it('speaks of the open deal of the next meeting, and in it of who is in that meeting', () => {
    const meeting = { activities: [anActivity(), aMeeting()], evidence: [anEvidence()] };
    const card = view([...ofRenewal, ...migration(meeting)]);
    expect(focusOf(card)).toMatchObject({ deal: { id: 'd1' }, person: { id: 'dana' } });
    if (card.kind !== 'insight') throw new Error(`The card is ${card.kind}.`);
    expect(card.why?.focus).toMatch(/ is the open deal of the next meeting\.$/);
  });

  it('lets choose each deal once, however many people are in it', () => {
    const rows = [...migration(), ...ofRenewal];
    expect(
      focusOf(view(rows))
        .choices.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['d1', 'd2']);
  });

  it('shows the deals in the order of their meetings, and what has ended last', () => {
    const lost = buildCards(
      aDealFile({
        deal: aDeal({ id: 'd0', name: 'Old', outcome: 'lost' }),
        evidence: [anEvidence()],
      }),
      NOW,
    );
    const meeting = { activities: [anActivity(), aMeeting()] };
    const rows = [...lost, ...ofRenewal, ...migration(meeting)];
    expect(focusOf(view(rows)).choices.map(({ key }) => key)).toEqual(['d1', 'd2', 'd0']);
  });

  it('speaks of the chosen deal, and there of whom the rule of deals names', () => {
    const card = view([...migration({ activities: [anActivity(), aMeeting()] }), ...ofRenewal], {
      choice: 'd2',
    });
    expect(focusOf(card)).toMatchObject({ deal: { id: 'd2' }, person: { id: 'eilidh' } });
    expect(focusOf(card).choices.find(({ chosen }) => chosen)?.key).toBe('d2');
  });

  it('says in one line what waits in the other deals, of all their people together', () => {
    const rows = [...migration({ activities: [anActivity(), aMeeting()] }), ...ofRenewal];
    const waiting = focusOf(view(rows)).waiting ?? [];
    expect(renderPhrase(waiting, { now: NOW, timeZone: 'UTC' })).toBe(
      'Renewal 2027: 2 open concerns, 12 days',
    );
  });

  it('names the person where they speak of no deal', () => {
    const talk = buildCards(
      aDealFile({ deal: null, persons: [dana], evidence: [anEvidence()] }),
      NOW,
    );
    const alone = view(talk);
    expect(focusOf(alone)).toMatchObject({ deal: null, choices: [] });
    const { choices } = focusOf(view([...talk, ...ofRenewal]));
    expect(choices).toContainEqual({
      key: 'conversation-dana',
      label: 'Dana Whitlock',
      chosen: false,
    });
    const chosen = view([...talk, ...ofRenewal], { choice: 'conversation-dana' });
    expect(focusOf(chosen)).toMatchObject({ deal: null, person: { id: 'dana' } });
  });

  it('never speaks of who must not be analysed while there is somebody else', () => {
    const silent = { ...dana, doNotAnalyse: true };
    const card = view(migration({ persons: [silent, eilidh] }));
    expect(focusOf(card).person.id).toBe('eilidh');
  });

  it('says that there is not enough to go on where nothing was read', () => {
    expect(view([])).toMatchObject({ kind: 'empty', focus: null });
  });
});
