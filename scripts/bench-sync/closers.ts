/** What must be closed again, whatever ends the run. */
export class Closers {
  readonly #all: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.#all.push(close);
  }

  /** Newest first; one that fails does not keep the others. */
  async close(): Promise<void> {
    for (const close of this.#all.splice(0).toReversed()) await close().catch(() => undefined);
  }
}
