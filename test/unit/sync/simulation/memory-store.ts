import type { Instant } from '../../../../shared/ids.ts';
import { isActivityKind, type RecordKind, type RecordRef } from '../../../../server/crm/records.ts';
import type { NewUnit } from '../../../../server/sync/night/port.ts';
import type {
  AppliedPage,
  DirtyRecord,
  Surroundings,
  SyncStore,
  SyncUnit,
} from '../../../../server/sync/port.ts';

export interface Held {
  readonly updatedAt: Instant;
  /** A name, or when it was said. */
  readonly words: string | null;
  readonly contactIds: readonly string[];
  /** How often its readings stand in the store; more than once is a doubled reading. */
  readonly readings: number;
  readonly isRead: boolean;
}

const RETURN_AFTER_MS = 15 * 60_000;

/** The sync's store in memory, with the promises of the real one: all or nothing, by compare-and-swap on the generation. */
export class MemoryStore implements SyncStore {
  readonly units = new Map<string, SyncUnit>();
  readonly held = new Map<string, Held>();
  readonly cursorMoves: string[] = [];
  readonly #gone = new Map<string, number>();
  readonly #dirty = new Map<string, DirtyRecord>();
  readonly #sighted = new Map<string, Set<string>>();
  readonly #nowMs: () => number;
  #marks = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  open(night: string, units: readonly NewUnit[]): readonly SyncUnit[] {
    const opened = units.map((unit): SyncUnit => {
      const workId = `${night} ${unit.kind} ${unit.phase}`;
      const place = { cursor: null, generation: 0, done: false };
      return { ...unit, ...place, workId, tenantId: 'tenant', nightId: night };
    });
    for (const unit of opened) this.units.set(unit.workId, unit);
    return opened;
  }

  refsOf(kind: RecordKind): readonly string[] {
    return [...this.held.keys()]
      .filter((key) => key.startsWith(`${kind} `))
      .map((key) => key.slice(kind.length + 1));
  }

  loadUnit(_tenantId: string, workId: string): Promise<SyncUnit | null> {
    return Promise.resolve(this.units.get(workId) ?? null);
  }

  loadSurroundings(
    _tenantId: string,
    { contactIds, dealIds }: Parameters<SyncStore['loadSurroundings']>[1],
  ): Promise<Surroundings> {
    const known = (kind: RecordKind, ids: readonly string[]) =>
      ids.filter((id) => this.held.has(keyOf({ kind, id })));
    const persons = known('contact', contactIds).map((id) => ({ id, ...PERSON }));
    const deals = known('deal', dealIds).map((id) => ({ id, name: id, open: true, personIds: [] }));
    return Promise.resolve({ persons, deals, sellers: [], threadDeals: new Map(), ownDomains: [] });
  }

  commitPage(unit: SyncUnit, page: AppliedPage, next: string | null): Promise<boolean> {
    if (!this.#move(unit, next)) return Promise.resolve(false);
    this.#apply(page);
    const seen = this.#sighted.get(unit.workId) ?? new Set<string>();
    for (const id of page.sighted ?? []) seen.add(id);
    this.#sighted.set(unit.workId, seen);
    return Promise.resolve(true);
  }

  endUnit(unit: SyncUnit): Promise<boolean> {
    return Promise.resolve(this.#move(unit, null));
  }

  keepHeld(_tenantId: string, refs: readonly RecordRef[]): Promise<readonly RecordRef[]> {
    return Promise.resolve(refs.filter((ref) => this.held.has(keyOf(ref))));
  }

  compareSweep(unit: SyncUnit) {
    const seen = this.#sighted.get(unit.workId) ?? new Set<string>();
    const held = this.refsOf(unit.kind);
    return Promise.resolve({
      held: held.length,
      unseen: held.filter((id) => !seen.has(id)),
      lacking: [...seen].filter((id) => !this.held.has(keyOf({ kind: unit.kind, id }))),
    });
  }

  holdsAny(_tenantId: string, kind: RecordKind): Promise<boolean> {
    return Promise.resolve(this.refsOf(kind).length > 0);
  }

  listCitedOf(): Promise<readonly RecordRef[]> {
    return Promise.resolve([]);
  }

  listCitedSoon(): Promise<readonly RecordRef[]> {
    return Promise.resolve([]);
  }

  markDirty(_tenantId: string, refs: readonly RecordRef[]): Promise<void> {
    for (const ref of refs) {
      this.#marks += 1;
      const markedAt = new Date(this.#nowMs() + this.#marks / 1000).toISOString();
      this.#dirty.set(keyOf(ref), { ref, markedAt: `${markedAt}#${this.#marks}` });
    }
    return Promise.resolve();
  }

  commitRefresh(_tenantId: string, page: AppliedPage): Promise<void> {
    this.#apply(page);
    return Promise.resolve();
  }

  loadDirtyRecords(_tenantId: string, limit: number): Promise<readonly DirtyRecord[]> {
    return Promise.resolve([...this.#dirty.values()].slice(0, limit));
  }

  clearDirtyRecords(_tenantId: string, marks: readonly DirtyRecord[]): Promise<void> {
    for (const { ref, markedAt } of marks) {
      if (this.#dirty.get(keyOf(ref))?.markedAt === markedAt) this.#dirty.delete(keyOf(ref));
    }
    return Promise.resolve();
  }

  /** As the inbox settles what a webhook told. */
  obeyDeletion(ref: RecordRef): void {
    this.#remove(ref);
  }

  obeyRestore(ref: RecordRef): void {
    this.#gone.delete(keyOf(ref));
    void this.markDirty('tenant', [ref]);
  }

  #move(unit: SyncUnit, next: string | null): boolean {
    const current = this.units.get(unit.workId);
    if (current === undefined || current.done || current.generation !== unit.generation)
      return false;
    const generation = unit.generation + 1;
    this.units.set(unit.workId, { ...current, cursor: next, generation, done: next === null });
    this.cursorMoves.push(`${unit.workId} ${generation}`);
    return true;
  }

  #apply(page: AppliedPage): void {
    for (const ref of page.gone) this.#remove(ref);
    for (const record of page.subjects) {
      const words = 'name' in record ? record.name : null;
      this.#keep(record, { words, contactIds: [], isRead: true });
    }
    for (const { activity, updatedAt, readByModel } of page.activities) {
      const { kind, id, personIds } = activity;
      const read = { words: activity.at, contactIds: personIds, isRead: readByModel !== null };
      this.#keep({ kind, id, updatedAt }, read);
    }
    void this.markDirty('tenant', page.again ?? []);
  }

  #keep(
    record: RecordRef & { readonly updatedAt: Instant },
    more: Pick<Held, 'words' | 'contactIds' | 'isRead'>,
  ): void {
    const key = keyOf(record);
    const goneMs = this.#gone.get(key) ?? -Infinity;
    if (goneMs > this.#nowMs() - RETURN_AFTER_MS) return;
    const before = this.held.get(key);
    if (before !== undefined && before.updatedAt > record.updatedAt) return;
    // Readings are replaced, never added: an activity stands in the store with its readings once.
    this.held.set(key, { updatedAt: record.updatedAt, readings: 1, ...more });
  }

  #remove(ref: RecordRef): void {
    this.held.delete(keyOf(ref));
    this.#gone.set(keyOf(ref), this.#nowMs());
    if (!isActivityKind(ref.kind)) this.#markActivitiesOf(ref);
  }

  #markActivitiesOf(ref: RecordRef): void {
    const theirs = [...this.held].filter(([, { contactIds }]) => contactIds.includes(ref.id));
    void this.markDirty(
      'tenant',
      theirs.map(([key]) => {
        const [kind = '', id = ''] = key.split(' ');
        // Keys are made by keyOf, from a kind.
        return { kind: kind as RecordKind, id };
      }),
    );
  }
}

const PERSON = {
  name: 'A buyer',
  title: null,
  email: null,
  companyId: null,
  ownerId: null,
  doNotAnalyse: false,
  responses: null,
} as const;

export function keyOf({ kind, id }: RecordRef): string {
  return `${kind} ${id}`;
}
