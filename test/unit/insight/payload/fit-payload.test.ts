import { describe, expect, it } from '@jest/globals';
import { fitPayload } from '../../../../server/insight/payload/fit-payload.ts';
import {
  InsightPayload,
  PAYLOAD_LIMIT,
  type PayloadView,
} from '../../../../shared/insight-payload.ts';

const AT = '2026-03-01T09:00:00.000Z';
const PERSON = { id: 'dana', name: 'Dana Whitlock', title: null, role: null };

type Insight = Extract<PayloadView['card'], { kind: 'insight' }>;

const quoteOf = (index: number): Insight['drivers'][number]['quotes'][number] => ({
  ...{ evidenceId: `e${index}`, words: { quote: index }, author: 'Dana' },
  ...{ status: 'said', shared: true },
});

function insight(over: Partial<Insight> = {}): Insight {
  return {
    ...{ kind: 'insight', headline: ['Dana asks how the move is done.'] },
    stage: { stage: 'decision', crmStage: null, mismatch: false, since: null },
    ...{ notices: [], steps: [], concerns: [], moreConcerns: 0, brief: [], why: null },
    ...{ map: [], persona: [], people: [], groupNotes: [], journey: [], coverage: 'read 2 mails' },
    prompts: { understand: null, feel: null, act: null, avoid: null },
    drivers: [
      {
        ...{ driver: 'certainty', pole: 'threatened', word: 'likely', title: 'Certainty' },
        ...{ sentence: ['Dana seems unsure.'], quotes: [quoteOf(0), quoteOf(1)], against: null },
      },
    ],
    ...over,
  };
}

function view(over: Partial<PayloadView> = {}): PayloadView {
  return {
    ...{ person: PERSON, deal: { id: 'd1', name: 'Move' }, label: 'Dana', waiting: null },
    ...{ rests: [], card: insight() },
    ...over,
  };
}

function payload(views: readonly PayloadView[], turns: readonly number[] = [0]): InsightPayload {
  const id = '02s000000000001AAA';
  const quote = { source: 0, field: 'TextBody', start: 0, end: 9, hash: 'a'.repeat(32) };
  return {
    ...{ version: 1, quotes: [quote, { ...quote, start: 10, end: 19 }], views: [...views] },
    sources: [{ object: 'EmailMessage', id, kind: 'email', at: AT }],
    focus: turns.map((turn, index) => ({
      ...{ from: new Date(Date.parse(AT) + index).toISOString(), view: turn },
      because: 'is in the next meeting of this deal',
    })),
  };
}

const member = (index: number) => ({
  person: { ...PERSON, id: `p${index}`, name: `Person ${index} ${'of a long name '.repeat(9)}` },
  ...{ drivers: [], lastHeardAt: null },
});

const sizeOf = (each: unknown) => JSON.stringify(each).length;

describe('a payload that is too long for the org’s field', () => {
  it('stays as it is where it is not', () => {
    const fits = payload([view(), view({ card: insight({ map: [] }) })]);
    expect(fitPayload(fits)).toEqual(fits);
  });

  it('keeps the panels of the view that opens, longer than those of others', () => {
    const map: Insight['map'] = [
      {
        cell: 'says',
        entries: [{ text: ['x'.repeat(12_000)], status: 'inferred', source: null }],
      },
    ];
    const fitting = fitPayload(payload([1, 2, 3].map(() => view({ card: insight({ map }) }))));
    const maps = fitting?.views.map(({ card }) => (card.kind === 'insight' ? card.map : []));
    expect(maps).toEqual([map, [], []]);
  });

  it('names eight people where a hundred are too many, and keeps the quotes', () => {
    const people = Array.from({ length: 250 }, (_, index) => member(index));
    const rests = [
      { part: 'member p3 certainty', sources: [0] },
      { part: 'member p200 certainty', sources: [0] },
    ];
    const fitting = fitPayload(payload([view({ card: insight({ people }), rests })]));
    const [only] = fitting?.views ?? [];
    expect(only?.card).toMatchObject({ people: people.slice(0, 8) });
    expect(only?.rests).toEqual([rests[0]]);
    expect(fitting?.quotes).toHaveLength(2);
  });

  it('keeps the views that the focus turns to before others', () => {
    const views = Array.from({ length: 20 }, (_, index) =>
      view({ label: `View ${index}`, waiting: ['w'.repeat(4_000)] }),
    );
    const fitting = InsightPayload.parse(fitPayload(payload(views, [15, 4])));
    expect(sizeOf(fitting)).toBeLessThanOrEqual(PAYLOAD_LIMIT);
    const opened = fitting.focus.map((turn) => fitting.views[turn.view]?.label);
    expect(opened).toEqual(['View 15', 'View 4']);
    expect(fitting.views.map(({ label }) => label)).toContain('View 0');
  });

  it('leaves the panels of the last view out, too, and one quote to each need', () => {
    const long = { ...quoteOf(1), author: 'y'.repeat(31_000) };
    const drivers = insight().drivers.map((each) => ({ ...each, quotes: [quoteOf(0), long] }));
    const card = insight({ brief: [['z'.repeat(9_000)]], drivers });
    const rests = [{ part: 'brief 0', sources: [0] }];
    const fitting = fitPayload(payload([view({ card, rests })]));
    expect(fitting?.views[0]).toMatchObject({
      ...{ rests: [], card: { brief: [], drivers: [{ quotes: [quoteOf(0)] }] } },
    });
    expect(fitting?.quotes).toHaveLength(1);
  });

  it('is null where even the least is too long', () => {
    const card = insight({ headline: ['x'.repeat(PAYLOAD_LIMIT)] });
    expect(fitPayload(payload([view({ card })]))).toBeNull();
  });

  it('leaves views of other kinds as they are', () => {
    const silent = view({ card: { kind: 'do_not_analyse', text: ['s'.repeat(5_000)] } });
    const fitting = fitPayload(payload(Array.from({ length: 9 }, () => silent)));
    expect(fitting?.views).toEqual(Array.from({ length: 6 }, () => silent));
    const larger = view({ card: { kind: 'do_not_analyse', text: ['s'.repeat(40_000)] } });
    expect(fitPayload(payload([larger]))).toBeNull();
  });
});
