import type { ObjectName, RecordSource } from '../hubspot-record.ts';

export interface Ref {
  readonly type: ObjectName;
  readonly id: string;
}

/** Who belongs to whom, answered from both sides; what was added and removed lies over what sources tell. */
export class AssociationBook {
  readonly #sources: ReadonlyMap<ObjectName, RecordSource>;
  readonly #added = new Map<string, Map<ObjectName, Set<string>>>();
  readonly #removed = new Set<string>();

  constructor(sources: readonly RecordSource[]) {
    this.#sources = new Map(sources.map((source) => [source.type, source]));
  }

  add(a: Ref, b: Ref): void {
    for (const [from, to] of bothWays(a, b)) {
      this.#removed.delete(`${keyOf(from)} ${keyOf(to)}`);
      this.#targets(from, to.type).add(to.id);
    }
  }

  remove(a: Ref, b: Ref): void {
    for (const [from, to] of bothWays(a, b)) {
      this.#targets(from, to.type).delete(to.id);
      this.#removed.add(`${keyOf(from)} ${keyOf(to)}`);
    }
  }

  /** All that belonged to one belongs to the other. */
  move(from: Ref, to: Ref): void {
    const types = new Set([
      ...(this.#added.get(keyOf(from))?.keys() ?? []),
      ...this.#sources.keys(),
    ]);
    for (const type of types) {
      for (const id of this.targets(from, type)) {
        this.remove(from, { type, id });
        this.add(to, { type, id });
      }
    }
  }

  targets(from: Ref, to: ObjectName): readonly string[] {
    const told = this.#toldBySource(from, to);
    const added = this.#added.get(keyOf(from))?.get(to) ?? new Set<string>();
    if (told.length === 0) return [...added];
    const kept = told.filter((id) => !this.#removed.has(`${keyOf(from)} ${to} ${id}`));
    return [...new Set([...kept, ...added])];
  }

  #toldBySource(from: Ref, to: ObjectName): readonly string[] {
    const source = this.#sources.get(from.type);
    const index = source?.indexOf(from.id) ?? -1;
    return index < 0 ? [] : (source?.associated(index, to) ?? []);
  }

  #targets(from: Ref, to: ObjectName): Set<string> {
    const byType = this.#added.get(keyOf(from)) ?? new Map<ObjectName, Set<string>>();
    this.#added.set(keyOf(from), byType);
    const targets = byType.get(to) ?? new Set<string>();
    byType.set(to, targets);
    return targets;
  }
}

function bothWays(a: Ref, b: Ref): readonly (readonly [Ref, Ref])[] {
  return [
    [a, b],
    [b, a],
  ];
}

function keyOf({ type, id }: Ref): string {
  return `${type} ${id}`;
}
