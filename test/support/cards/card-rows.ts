import type { CardRow } from '../../../server/insight/port.ts';

/** A stored card that says nothing, about one person in one deal. */
export function cardRow(more: Partial<CardRow> & Pick<CardRow, 'dealId' | 'personId'>): CardRow {
  return {
    dealName: more.dealId === null ? null : `Deal ${more.dealId}`,
    personName: `Person ${more.personId}`,
    card: {
      kind: 'empty',
      focus: null,
      text: ['Nothing yet.'],
      ask: null,
      stage: null,
      coverage: null,
    },
    facts: {
      meetingsAt: [],
      oldestOpenConcernAt: null,
      openConcerns: 0,
      lastWroteAt: null,
      dealOutcome: 'open',
      dealClosesAt: null,
    },
    cited: [],
    builtAt: '2026-03-04T03:00:00.000Z',
    ...more,
  };
}
