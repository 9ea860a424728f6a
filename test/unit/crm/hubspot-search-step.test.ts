import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askFor, nextPlace } from '../../../server/crm/hubspot/reading/search-step.ts';
import type {
  SearchPage,
  SearchPlace,
  SearchQuestion,
} from '../../../server/crm/hubspot/reading/search-step.ts';
import { SeededRandom } from '../../simulators/hubspot/seeded-random.ts';

/**
 * The model of research/sync.md §1.5 in small: records are edited while they are read, the search index lags by seconds
 * (one in a hundred by up to two minutes), and the engine's windows overlap by ten minutes and end five minutes ago.
 */
const MINUTE_MS = 60_000;
const LAG_MS = 5 * MINUTE_MS;
const OVERLAP_MS = 10 * MINUTE_MS;
const CALL_MS = 220;
const PAGE = 20;
const RESULT_CAP = 10_000;

interface Edit {
  readonly changedMs: number;
  readonly visibleMs: number;
  readonly version: number;
}

class ModelCrm {
  nowMs = 1_000_000_000;
  calls = 0;
  readonly edits = new Map<string, Edit[]>();
  readonly #random: SeededRandom;
  #editsPerSecond: number;

  constructor(random: SeededRandom, records: number, editsPerSecond: number) {
    this.#random = random;
    this.#editsPerSecond = editsPerSecond;
    for (let id = 1; id <= records; id += 1) this.edit(String(id), 0);
  }

  edit(id: string, lagMs = this.#indexLag()): void {
    const known = this.edits.get(id) ?? [];
    const changedMs = Math.floor(this.nowMs);
    const edit = { changedMs, visibleMs: changedMs + lagMs, version: known.length + 1 };
    this.edits.set(id, [...known, edit]);
  }

  pass(milliseconds: number): void {
    const end = this.nowMs + milliseconds;
    for (;;) {
      this.nowMs += this.#random.exponential(1_000 / this.#editsPerSecond);
      if (this.nowMs > end) break;
      this.edit(String(this.#random.int(1, this.edits.size)));
    }
    this.nowMs = end;
  }

  quiesce(): void {
    this.#editsPerSecond = Number.MIN_VALUE;
  }

  bulkEdit(count: number): void {
    for (let id = 1; id <= count; id += 1) this.edit(String(id));
  }

  search(question: SearchQuestion): SearchPage & { readonly versions: readonly number[] } {
    const hits = [...this.edits.entries()]
      .map(([id, edits]) => ({ id, ...this.#shown(edits) }))
      .filter((hit) => question.filters.every((filter) => fits(hit, filter)))
      .sort(
        (a, b) =>
          (question.sort === 'changed' ? a.changedMs - b.changedMs : 0) ||
          Number(a.id) - Number(b.id),
      );
    if (question.limit > RESULT_CAP) throw new Error('400: beyond 10,000 results');
    const page = hits.slice(0, question.limit);
    this.calls += 1;
    this.pass(CALL_MS);
    const versions = page.map((hit) => hit.version);
    return { hits: page, size: page.length, hasNext: hits.length > page.length, versions };
  }

  stale(local: ReadonlyMap<string, number>): number {
    return [...this.edits].filter(([id, edits]) => local.get(id) !== edits.length).length;
  }

  #shown(edits: readonly Edit[]): Edit {
    const shown = edits.findLast((edit) => edit.visibleMs <= this.nowMs) ?? edits[0];
    if (shown === undefined) throw new Error('A record has at least its first version.');
    return shown;
  }

  #indexLag(): number {
    const slow = this.#random.chance(0.01);
    return slow ? 2 * MINUTE_MS * (0.2 + this.#random.next()) : this.#random.exponential(4_000);
  }
}

type Filter = SearchQuestion['filters'][number];

function fits(
  hit: { id: string; changedMs: number },
  { propertyName, operator, value }: Filter,
): boolean {
  const key = propertyName === 'changed' ? hit.changedMs : Number(hit.id);
  const order = key - Number(value);
  return { GTE: order >= 0, LTE: order <= 0, EQ: order === 0, GT: order > 0, LT: order < 0 }[
    operator
  ];
}

const TYPE = { changedProperty: 'changed', pageLimit: PAGE };

function readWindow(crm: ModelCrm, local: Map<string, number>, fromMs: number): number {
  const toMs = Math.floor(crm.nowMs) - LAG_MS;
  let place: SearchPlace | null = { walk: 'keyset', fromMs };
  while (place !== null) {
    const page = crm.search(askFor(TYPE, place, toMs));
    for (const [index, hit] of page.hits.entries()) {
      const version = page.versions[index] ?? 0;
      local.set(hit.id, Math.max(local.get(hit.id) ?? 0, version));
    }
    place = nextPlace(place, page);
    if (place?.walk === 'keyset' && place.fromMs > toMs) place = null;
  }
  return toMs;
}

function run(seed: number, editsPerSecond: number, bulk: number): number {
  const crm = new ModelCrm(new SeededRandom(seed), 300, editsPerSecond);
  const local = new Map<string, number>();
  let watermarkMs = crm.nowMs - OVERLAP_MS;
  for (let cycle = 0; cycle < 6; cycle += 1) {
    crm.pass(20 * MINUTE_MS);
    if (cycle === 2) crm.bulkEdit(bulk);
    watermarkMs = readWindow(crm, local, watermarkMs - OVERLAP_MS);
  }
  for (let quiet = 0; quiet < 2; quiet += 1) {
    crm.quiesce();
    crm.pass(20 * MINUTE_MS);
    watermarkMs = readWindow(crm, local, watermarkMs - OVERLAP_MS);
  }
  return crm.stale(local);
}

describe('The walk through a window of changes', () => {
  it('leaves nothing stale, whatever is edited while it reads', () => {
    const seeds = fc.integer({ min: 1, max: 1_000_000 });
    const rates = fc.constantFrom(0.01, 0.1, 0.5);
    const bulks = fc.constantFrom(0, PAGE, PAGE + 1, 250);
    fc.assert(
      fc.property(seeds, rates, bulks, (seed, editsPerSecond, bulk) => {
        expect(run(seed, editsPerSecond, bulk)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('drains a millisecond that fills more than one page, and goes on after it', () => {
    const crm = new ModelCrm(new SeededRandom(7), 200, 0.000_001);
    const local = new Map<string, number>();
    crm.nowMs += 10 * MINUTE_MS;
    readWindow(crm, local, 999_999_999);
    expect(crm.stale(local)).toBe(0);
    expect(crm.calls).toBeLessThanOrEqual(200 / PAGE + 3);
  });

  it('stops when the answer is not in the order that was asked for', () => {
    const hits = [
      { id: '2', changedMs: 20 },
      { id: '1', changedMs: 10 },
    ];
    const place: SearchPlace = { walk: 'keyset', fromMs: 5 };
    expect(() => nextPlace(place, { hits, size: 2, hasNext: false })).toThrow('order');
  });

  it('stops at a page of which nothing can be read, instead of asking for it for ever', () => {
    const place: SearchPlace = { walk: 'drain', atMs: 5, afterId: '0', taken: 0, digits: null };
    expect(() => nextPlace(place, { hits: [], size: 200, hasNext: true })).toThrow('readable');
  });
});
