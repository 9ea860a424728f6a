import { describe, expect, it } from '@jest/globals';
import type { ActivityReading, Reading, ReadingInput } from '../../../server/inference/reading.ts';
import { readActivityPage, type Reader } from '../../../server/sync/read-activity-page.ts';
import { anActivity, aPerson, surroundings } from './activity-record.ts';

const doubt: Reading = {
  driver: 'certainty',
  pole: 'threatened',
  status: 'said',
  quote: 'How do we know',
  shown: 'How do we know',
  start: 0,
  end: 14,
  person: 'buyer:p1',
  strength: 0.8,
};

function readerFinding(readings: readonly Reading[], seen: ReadingInput[] = []): Reader {
  const found: ActivityReading = {
    newText: '',
    readings,
    statements: [],
    topics: ['requirements'],
    questions: 1,
    automatic: false,
    silence: readings.length === 0 ? 'no_need_named' : null,
  };
  return { version: 'test-1', read: (input) => (seen.push(input), found) };
}

describe('reading a page of activities', () => {
  it('keeps who, when, where and the exact words, and nothing of the text', () => {
    const [read] = readActivityPage([anActivity()], surroundings(), readerFinding([doubt]));

    expect(read?.evidence).toMatchObject([
      { personId: 'p1', quote: 'How do we know', activityId: '900' },
    ]);
    expect(read?.readByModel).toBe('test-1');
    expect(JSON.stringify(read)).not.toContain('history comes across');
  });

  it('gives the same words the same id each time they are read', () => {
    const read = () =>
      readActivityPage([anActivity()], surroundings(), readerFinding([doubt]))[0]?.evidence[0]?.id;

    expect(read()).toBe(read());
    expect(read()).toHaveLength(22);
  });

  it('never hands the text of a do-not-analyse person to the reader', () => {
    const seen: ReadingInput[] = [];
    const silent = surroundings({ persons: [aPerson({ doNotAnalyse: true })] });

    const [read] = readActivityPage([anActivity()], silent, readerFinding([doubt], seen));

    expect(seen).toEqual([]);
    expect(read).toMatchObject({
      evidence: [],
      readByModel: null,
      notReadBecause: 'do not analyse',
    });
  });

  it('reads no note about a meeting in which one person must not be analysed', () => {
    const seen: ReadingInput[] = [];
    const around = surroundings({
      persons: [aPerson(), aPerson({ id: 'p2', doNotAnalyse: true, email: null })],
    });
    const note = anActivity({ kind: 'note', contactIds: ['p1', 'p2'], participants: [] });

    readActivityPage([note], around, readerFinding([doubt], seen));

    expect(seen).toEqual([]);
  });

  it('drops what a colleague wrote about a do-not-analyse person', () => {
    const around = surroundings({
      persons: [aPerson(), aPerson({ id: 'p2', doNotAnalyse: true, email: null })],
    });
    const mail = anActivity({ contactIds: ['p1', 'p2'] });

    const [read] = readActivityPage(
      [mail],
      around,
      readerFinding([{ ...doubt, person: 'buyer:p2' }, doubt]),
    );

    expect(read?.evidence.map(({ personId }) => personId)).toEqual(['p1']);
  });

  it('says who noted what our side only reported', () => {
    const note = anActivity({ kind: 'note', participants: [] });

    const [read] = readActivityPage(
      [note],
      surroundings(),
      readerFinding([{ ...doubt, status: 'reported' }]),
    );

    expect(read?.evidence[0]?.notedBySellerId).toBe('s1');
  });
});
