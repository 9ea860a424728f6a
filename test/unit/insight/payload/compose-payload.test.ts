import { describe, expect, it } from '@jest/globals';
import { buildCards } from '../../../../server/insight/build-cards.ts';
import { composePayload } from '../../../../server/insight/payload/compose-payload.ts';
import type { Locate } from '../../../../server/insight/payload/pointer-table.ts';
import type { DealFile } from '../../../../server/domain/deal-file.ts';
import { InsightPayload, PAYLOAD_LIMIT } from '../../../../shared/insight-payload.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aMeeting,
  aPerson,
  anEvidence,
  day,
} from '../../../support/cards/deal-file.ts';

const everywhere: Locate = ({ id }) => ({
  object: 'EmailMessage',
  id: id.padStart(18, '0'),
  field: 'TextBody',
});

function compose(over: Partial<DealFile>, locate = everywhere) {
  const file = aDealFile(over);
  const rows = buildCards(file, NOW);
  const record = { kind: 'deal', id: file.deal?.id ?? '' } as const;
  return composePayload({ record, rows, files: [file], locate, now: NOW });
}

const colleagues = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aPerson({ id: `p${index}`, name: `Person ${index}` }),
  );

describe('the payload of an ended deal', () => {
  const lost = aDeal({ outcome: 'lost', stageLabel: 'Lost' });
  const worry = anEvidence({ shown: 'who carries it if the move fails?' });

  it('points to what was left open', () => {
    const card = compose({ deal: lost, evidence: [worry] })?.views[0]?.card;
    expect(card).toMatchObject({ kind: 'ended', leftOpen: [{ quote: { words: { quote: 0 } } }] });
  });

  it('says nothing of it where the words stand where the org cannot give them', () => {
    const card = compose({ deal: lost, evidence: [worry] }, () => null)?.views[0]?.card;
    expect(card).toMatchObject({ kind: 'empty' });
  });
});

describe('the payload of a deal', () => {
  it('points to the words and holds none', () => {
    const payload = compose({
      evidence: [anEvidence({ shown: 'who carries it if the move fails?' })],
    });
    expect(InsightPayload.parse(payload).quotes).toHaveLength(1);
    expect(JSON.stringify(payload)).not.toContain('move fails');
  });

  it('says nothing of words that stand where the org cannot give them', () => {
    const payload = compose({}, () => null);
    expect(payload?.quotes).toEqual([]);
    expect(payload?.views[0]?.card).toMatchObject({ kind: 'empty' });
  });

  it('tells from when on the focus turns to whom, without a server to ask', () => {
    const [first, second] = [aPerson(), aPerson({ id: 'p2', name: 'Bo Anders' })];
    const meeting = aMeeting({ at: day(10), personIds: ['p2'] });
    const payload = compose({
      persons: [first, second],
      activities: [meeting],
      evidence: [anEvidence(), anEvidence({ id: 'e2', personId: 'p2', at: day(-1) })],
    });
    expect(
      payload?.focus.map(({ from, view }) => [from, payload.views[view]?.person.name]),
    ).toEqual([
      ['1970-01-01T00:00:00.000Z', first.name],
      [day(3), 'Bo Anders'],
      [new Date(Date.parse(day(10)) + 1).toISOString(), first.name],
    ]);
  });

  it('names nobody who must not be analysed by more than the name', () => {
    const payload = compose({ persons: [aPerson({ doNotAnalyse: true })] });
    expect(payload?.views[0]?.card.kind).toBe('do_not_analyse');
    expect(payload?.sources).toEqual([]);
  });

  it('is null where there is nobody to speak of', () => {
    expect(compose({ persons: [] })).toBeNull();
  });

  it('leaves out what is looked at last until it fits, and keeps its pointers whole', () => {
    const persons = colleagues(40);
    const evidence = persons.flatMap(({ id }) =>
      Array.from({ length: 6 }, (_, index) =>
        anEvidence({
          id: `${id}-${index}`,
          personId: id,
          activityId: `${id}m${index}`,
          at: day(-index),
          shown: `this is point ${index} of ${id} and it worries us a lot`,
        }),
      ),
    );
    const payload = InsightPayload.parse(compose({ persons, evidence }));
    expect(JSON.stringify(payload).length).toBeLessThanOrEqual(PAYLOAD_LIMIT);
    expect(payload.views.length).toBeGreaterThan(1);
    const used = JSON.stringify(payload.views).matchAll(/"quote":(\d+)/g);
    const indexes = new Set([...used].map((each) => Number(each[1])));
    expect([...indexes].every((index) => payload.quotes[index] !== undefined)).toBe(true);
    expect(payload.quotes).toHaveLength(indexes.size);
    expect(payload.quotes.every(({ source }) => payload.sources[source] !== undefined)).toBe(true);
    const [opened] = payload.focus;
    const card = payload.views[opened?.view ?? -1]?.card;
    expect(card?.kind === 'insight' ? card.map.length : 0).toBeGreaterThan(0);
  });
});
