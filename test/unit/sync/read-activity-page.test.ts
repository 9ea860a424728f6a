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
  likelihood: 0.8,
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
  it('keeps who, when, where and the exact words, and nothing of the text', async () => {
    const [read] = await readActivityPage([anActivity()], surroundings(), readerFinding([doubt]));

    expect(read?.evidence).toMatchObject([
      { personId: 'p1', quote: 'How do we know', activityId: '900' },
    ]);
    expect(read?.readByModel).toBe('test-1');
    expect(JSON.stringify(read)).not.toContain('history comes across');
  });

  it('gives the same words the same id each time they are read', async () => {
    const read = async () => {
      const page = await readActivityPage([anActivity()], surroundings(), readerFinding([doubt]));
      return page[0]?.evidence[0]?.id;
    };

    expect(await read()).toBe(await read());
    expect(await read()).toHaveLength(22);
  });

  it.each([
    ['first', 0, '2026-03-01T08:00:00.000Z'],
    ['second', 20, '2026-03-02T09:00:00.000Z'],
    ['last', 40, '2026-03-02T09:58:00.000Z'],
  ])('gives words of a chat’s %s message the moment of that message', async (_which, start, at) => {
    const moments = [
      { start: 0, at: '2026-03-01T08:00:00.000Z' },
      { start: 20, at: '2026-03-02T09:00:00.000Z' },
      { start: 40, at: '2026-03-02T09:58:00.000Z' },
    ];
    const chat = anActivity({ kind: 'thread', participants: [], moments });
    const found = readerFinding([{ ...doubt, start, end: start + 5 }]);
    const [read] = await readActivityPage([chat], surroundings(), found);
    expect(read?.evidence).toMatchObject([{ at, start }]);
  });

  it.each(['thread', 'form'] as const)('reads no %s of somebody we do not know', async (kind) => {
    const seen: ReadingInput[] = [];
    const strange = anActivity({ kind, contactIds: ['p9'], participants: [] });
    const [read] = await readActivityPage([strange], surroundings(), readerFinding([doubt], seen));
    expect(seen).toEqual([]);
    expect(read).toMatchObject({ evidence: [], notReadBecause: 'nobody we know wrote it' });
  });

  it('never hands the text of a do-not-analyse person to the reader', async () => {
    const seen: ReadingInput[] = [];
    const silent = surroundings({ persons: [aPerson({ doNotAnalyse: true })] });

    const [read] = await readActivityPage([anActivity()], silent, readerFinding([doubt], seen));

    expect(seen).toEqual([]);
    expect(read).toMatchObject({
      evidence: [],
      readByModel: null,
      notReadBecause: 'do not analyse',
    });
  });

  it('reads no note about a meeting in which one person must not be analysed', async () => {
    const seen: ReadingInput[] = [];
    const around = surroundings({
      persons: [aPerson(), aPerson({ id: 'p2', doNotAnalyse: true, email: null })],
    });
    const note = anActivity({ kind: 'note', contactIds: ['p1', 'p2'], participants: [] });

    await readActivityPage([note], around, readerFinding([doubt], seen));

    expect(seen).toEqual([]);
  });

  it('drops what a colleague wrote about a do-not-analyse person', async () => {
    const around = surroundings({
      persons: [aPerson(), aPerson({ id: 'p2', doNotAnalyse: true, email: null })],
    });
    const mail = anActivity({ contactIds: ['p1', 'p2'] });

    const [read] = await readActivityPage(
      [mail],
      around,
      readerFinding([{ ...doubt, person: 'buyer:p2' }, doubt]),
    );

    expect(read?.evidence.map(({ personId }) => personId)).toEqual(['p1']);
  });

  describe('where only some pipelines are chosen', () => {
    const deals = [
      { id: 'd1', name: 'Plan', open: true, pipelineId: 'sales', personIds: ['p1'] },
      { id: 'd2', name: 'Renewal', open: true, pipelineId: 'renewal', personIds: ['p1'] },
      { id: 'd3', name: 'Upsell', open: true, pipelineId: 'upsell', personIds: ['p1'] },
    ];
    const reading = async (dealIds: readonly string[], pipelineIds: readonly string[]) => {
      const around = { deals, pipelineIds };
      const mail = anActivity({ dealIds: [...dealIds], text: 'How do we know?' });
      const [read] = await readActivityPage([mail], surroundings(around), readerFinding([doubt]));
      return [read?.notReadBecause, read?.evidence.length];
    };

    it.each([
      ['of a chosen pipeline', ['d1']],
      ['shared by a chosen one and another', ['d1', 'd2']],
      ['of a deal that we do not know', ['d9']],
    ])('an activity %s is read', async (_of, dealIds) => {
      expect(await reading(dealIds, ['sales'])).toEqual([null, 1]);
    });

    it.each([
      ['of another pipeline', ['d2']],
      ['shared by deals of others', ['d2', 'd3']],
    ])('an activity %s is not read', async (_of, dealIds) => {
      expect(await reading(dealIds, ['sales'])).toEqual(['pipeline not chosen', 0]);
    });

    it('an activity without a deal is a conversation and is read', async () => {
      const around = surroundings({ deals: [], pipelineIds: ['sales'] });
      const mail = anActivity({ dealIds: [] });
      const [read] = await readActivityPage([mail], around, readerFinding([doubt]));
      expect(read?.notReadBecause).toBeNull();
    });
  });

  describe('when a text cannot be read', () => {
    const mails = [anActivity({ id: '1' }), anActivity({ id: '2', text: 'POISON' })];
    const finding = readerFinding([doubt]);
    const stumbling: Reader = {
      ...finding,
      read: (input) => {
        if (input.text === 'POISON') throw new Error('stumbled');
        return finding.read(input);
      },
    };

    it.each([
      ['by a reader of one after the other', stumbling],
      [
        'by a reader of many at once',
        {
          ...finding,
          readAll: (inputs: readonly ReadingInput[]) =>
            Promise.resolve(
              inputs.map((input) => (input.text === 'POISON' ? null : finding.read(input))),
            ),
        },
      ],
    ])('%s, it says so and the others are read', async (_how, reader) => {
      const page = await readActivityPage(mails, surroundings(), reader);

      expect(page).toMatchObject([
        { activity: { id: '1' }, notReadBecause: null, silence: null },
        { activity: { id: '2' }, notReadBecause: 'could not be read', evidence: [] },
      ]);
      // Asked for again only when the reader has become another one.
      expect(page.map(({ readByModel }) => readByModel)).toEqual(['test-1', 'test-1']);
    });
  });

  it('says of a text in another language that it was left alone', async () => {
    const silent: Reader = {
      ...readerFinding([]),
      read: (input) => ({ ...readerFinding([]).read(input), silence: 'other_language' }),
    };

    const [read] = await readActivityPage([anActivity({})], surroundings(), silent);

    expect(read).toMatchObject({ notReadBecause: 'not in English', readByModel: 'test-1' });
  });

  it('says who noted what our side only reported', async () => {
    const note = anActivity({ kind: 'note', participants: [] });

    const [read] = await readActivityPage(
      [note],
      surroundings(),
      readerFinding([{ ...doubt, status: 'reported' }]),
    );

    expect(read?.evidence[0]?.notedBySellerId).toBe('s1');
  });
});
