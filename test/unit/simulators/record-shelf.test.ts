import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HubSpotRecord } from '../../simulators/hubspot/hubspot-record.ts';
import { RecordStore } from '../../simulators/hubspot/record-store.ts';
import { WHOLE_MIX, largePortal } from '../../simulators/hubspot/scale/large-portal.ts';
import { scaleSource } from '../../simulators/hubspot/scale/scale-source.ts';
import type { ScalePlan } from '../../simulators/hubspot/scale/scale-source.ts';

const PLAN: ScalePlan = {
  seed: 5,
  counts: { deals: 7, contacts: 15, companies: 7, emails: 40, calls: 9 },
  before: new Date('2026-11-20T00:00:00.000Z'),
  days: 30,
  ownerIds: ['1', '2'],
  transcriptEvery: 3,
};
const SOURCE = scaleSource(PLAN, 'emails');
const START_MS = PLAN.before.getTime();

/** What a portal holds if nothing is clever: every record in a map. */
class Model {
  readonly records = new Map<string, HubSpotRecord>();

  constructor() {
    for (let at = 0; at < SOURCE.count; at += 1)
      this.records.set(SOURCE.idAt(at), SOURCE.recordAt(at));
  }

  ids(archived: boolean): readonly string[] {
    const kept = [...this.records.values()].filter((each) => (each.archived ?? false) === archived);
    return kept.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
  }

  changes(): readonly string[] {
    const live = [...this.records.values()].filter((each) => each.archived !== true);
    const order = (a: HubSpotRecord, b: HubSpotRecord): number =>
      Date.parse(a.updatedAt) - Date.parse(b.updatedAt) || Number(a.id) - Number(b.id);
    return live.sort(order).map(({ id }) => id);
  }
}

const step = fc.record({
  // A few ids beyond those of the source: new records.
  at: fc.integer({ min: 0, max: SOURCE.count + 3 }),
  how: fc.constantFrom('edit', 'archive', 'erase'),
  laterMs: fc.integer({ min: 0, max: 5_000 }),
});

function idAt(at: number): string {
  return String(Number(SOURCE.idAt(0)) + at);
}

describe('Records over a source', () => {
  it('are found, listed and searched as if all of them were held', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const [store, model] = [new RecordStore({ sources: [SOURCE] }), new Model()];
        let nowMs = START_MS;
        for (const { at, how, laterMs } of steps) {
          nowMs += laterMs;
          const id = idAt(at);
          if (how === 'erase') {
            store.erase('emails', id);
            model.records.delete(id);
            continue;
          }
          const updatedAt = new Date(nowMs).toISOString();
          const archived = how === 'archive';
          const record = { ...SOURCE.recordAt(0), id, updatedAt, archived };
          store.put(record, nowMs);
          model.records.set(id, record);
        }
        const list = (archived: boolean) => [...store.listAfter('emails', null, archived)];
        const window = { fromMs: -Infinity, toMs: Infinity, nowMs };
        expect(list(false).map(({ id }) => id)).toEqual(model.ids(false));
        expect(list(true).map(({ id }) => id)).toEqual(model.ids(true));
        expect(store.searchable('emails', window).map(({ id }) => id)).toEqual(model.changes());
        const after = idAt(10);
        expect([...store.listAfter('emails', after, false)].map(({ id }) => id)).toEqual(
          model.ids(false).filter((id) => Number(id) > Number(after)),
        );
      }),
    );
  });

  it('show an edit to search only when its time has come, and the older version until then', () => {
    const store = new RecordStore({ sources: [SOURCE] });
    const id = idAt(3);
    const updatedAt = new Date(START_MS + 1_000).toISOString();
    store.put({ ...SOURCE.recordAt(3), updatedAt }, START_MS + 5_000);
    const found = (nowMs: number) =>
      store
        .searchable('emails', { fromMs: -Infinity, toMs: Infinity, nowMs })
        .filter((entry) => entry.id === id)
        .map(({ changedMs }) => changedMs);
    expect(found(START_MS + 4_999)).toEqual([SOURCE.changedMsAt(3)]);
    expect(found(START_MS + 5_000)).toEqual([START_MS + 1_000]);
  });
});

describe('A made-up large account', () => {
  it('tells each association from both sides', () => {
    const { sources = [] } = largePortal(PLAN);
    const pairs = new Set<string>();
    for (const one of sources) {
      for (const other of sources) {
        for (let at = 0; at < one.count; at += 1) {
          for (const id of one.associated(at, other.type))
            pairs.add(`${one.type} ${one.idAt(at)} ${other.type} ${id}`);
        }
      }
    }
    const turned = [...pairs].map((pair) => {
      const [type, id, otherType, otherId] = pair.split(' ');
      return `${otherType ?? ''} ${otherId ?? ''} ${type ?? ''} ${id ?? ''}`;
    });
    expect(turned.filter((pair) => !pairs.has(pair))).toEqual([]);
    expect(pairs.size).toBeGreaterThan(100);
  });

  it('is the same for the same seed, and rises in id and time', () => {
    const again = scaleSource(PLAN, 'emails');
    const other = scaleSource({ ...PLAN, seed: 6 }, 'emails');
    const all = (source: typeof SOURCE) =>
      JSON.stringify(Array.from({ length: source.count }, (_, at) => source.recordAt(at)));
    expect(all(again)).toBe(all(SOURCE));
    expect(all(other)).not.toBe(all(SOURCE));
    const moments = Array.from({ length: SOURCE.count }, (_, at) => SOURCE.changedMsAt(at));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(SOURCE.indexOf('1')).toBe(-1);
  });

  it('has a transcript for every third call, and for no other', () => {
    const { transcriptOf, sources = [] } = largePortal(PLAN);
    const calls = sources.find(({ type }) => type === 'calls');
    const told = [0, 1, 3].map((at) => calls?.recordAt(at).properties['hs_call_transcription_id']);
    expect(told).toEqual(['t0', undefined, 't3']);
    expect(transcriptOf?.('t3')).toHaveLength(6);
    expect([transcriptOf?.('t1'), transcriptOf?.('x')]).toEqual([null, null]);
  });

  it('gives a page of a hundred from the whole mix without holding it', () => {
    const account = largePortal({ seed: 1, counts: WHOLE_MIX, before: PLAN.before });
    const store = new RecordStore({ sources: account.sources ?? [] });
    const heapBefore = process.memoryUsage().heapUsed;
    const page: string[] = [];
    for (const { id } of store.listAfter('emails', '640300000', false)) {
      page.push(id);
      if (page.length === 100) break;
    }
    expect([page[0], page.at(-1)]).toEqual(['640300001', '640300100']);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(20_000_000);
  });
});
