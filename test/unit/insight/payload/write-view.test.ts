import { describe, expect, it } from '@jest/globals';
import { buildCards } from '../../../../server/insight/build-cards.ts';
import { openWordBook } from '../../../../server/insight/payload/known-words.ts';
import {
  createPointerTable,
  type Locate,
} from '../../../../server/insight/payload/pointer-table.ts';
import { writeCard, type Pen } from '../../../../server/insight/payload/write-view.ts';
import type { Card, EmptyCard, InsightCard } from '../../../../shared/card.ts';
import { NOW, aDealFile, anEvidence } from '../../../support/cards/deal-file.ts';

const THERE = 'who carries it if the move fails?';
const ELSEWHERE = 'our board will never sign a second extension';

const file = aDealFile({
  evidence: [
    anEvidence({ id: 'e1', activityId: 'm1', shown: THERE }),
    anEvidence({ id: 'e2', activityId: 'm2', shown: ELSEWHERE, driver: 'progress' }),
  ],
});
/** The org has the first mail only. */
const locate: Locate = ({ id }) =>
  id === 'm1' ? { object: 'EmailMessage', id: '02s000000000001AAA', field: 'TextBody' } : null;

const pen = (): Pen => ({ book: openWordBook([file]), table: createPointerTable(locate) });

function insight(): InsightCard {
  const card = buildCards(file, NOW)[0]?.card;
  if (card?.kind !== 'insight') throw new Error('The file gives no insight.');
  return card;
}

const write = (card: Card) => writeCard(pen(), card);
const [said, lost] = [`Dana asked: “${THERE}”`, `Dana wrote: “${ELSEWHERE}”`];

describe('a card, written for an org that has one of its two mails', () => {
  it('keeps steps, notices, prompts and notes whose words can be cut out, and only those', () => {
    const step = {
      id: 's',
      title: [said],
      reason: ['Because.'],
      action: 'none',
      draft: null,
    } as const;
    const gone = { ...step, id: 't', reason: [lost] };
    const written = write({
      ...insight(),
      headline: [lost],
      nextStep: step,
      alternatives: [gone],
      notices: [
        { kind: 'partial', text: [said] },
        { kind: 'old_sources', text: [lost] },
        { kind: 'old_reading', text: ['Read a week ago.'] },
      ],
      prompts: { understand: { id: 'u', text: [lost] }, feel: null, act: null, avoid: null },
      groupNotes: [[said], [lost]],
    });
    expect(written).toMatchObject({
      ...{ kind: 'insight', headline: [], steps: [{ id: 's' }], notices: [{ kind: 'partial' }] },
      prompts: { understand: null, feel: null, act: null, avoid: null },
    });
    expect(written.kind === 'insight' ? written.groupNotes : []).toHaveLength(1);
  });

  it('claims no need without a quote, nor in a sentence that cannot be told', () => {
    const card = insight();
    const [claim] = card.drivers;
    if (claim === undefined) throw new Error('The card claims nothing.');
    const quoteOf = (evidenceId: string) =>
      claim.quotes.slice(0, 1).map((quote) => ({ ...quote, evidenceId }));
    const drivers = [
      { ...claim, quotes: quoteOf('e2') },
      { ...claim, quotes: quoteOf('e1'), sentence: [lost] },
      { ...claim, quotes: quoteOf('e1'), sentence: ['Dana seems unsure.'], against: [said] },
    ];
    const written = write({ ...card, drivers });
    expect(written.kind === 'insight' ? written.drivers : []).toMatchObject([
      { sentence: ['Dana seems unsure.'], quotes: [{ evidenceId: 'e1' }] },
    ]);
  });

  it('leaves entries of the map out with their sources', () => {
    const source = { kind: 'email', id: 'm1', at: NOW, url: null } as const;
    const entry = { text: 'Dana looks after the move', status: 'observed', source } as const;
    const entries = [
      entry,
      { ...entry, source: { ...source, id: 'm2' } },
      { ...entry, text: lost },
    ];
    const written = write({ ...insight(), map: [{ cell: 'does', entries }] });
    expect(written.kind === 'insight' ? written.map : []).toMatchObject([
      { cell: 'does', entries: [{ text: [entry.text], source: 0 }] },
    ]);
  });

  it('tells of empty and closed cards what can be told', () => {
    const empty: EmptyCard = {
      ...{ kind: 'empty', focus: null, text: [lost], ask: [said], stage: null, coverage: null },
    } as unknown as EmptyCard;
    expect(write(empty)).toMatchObject({ kind: 'empty', text: [], stage: null, coverage: null });
    const coverage = insight().coverage;
    expect(write({ ...empty, text: ['Nothing yet.'], ask: null, coverage })).toMatchObject({
      ...{ text: ['Nothing yet.'], ask: null, coverage: coverage.sentence },
    });
    const closed = { kind: 'no_permission', text: 'Closed to you.' } as unknown as Card;
    expect(write(closed)).toEqual({
      ...{ kind: 'empty', text: 'Closed to you.', ask: null, stage: null, coverage: null },
    });
  });
});
