import type { OwnTime } from './own-time.ts';

/**
 * Time that passes as ours does while something really works, and jumps where everybody only waits: for the CRM's
 * latency or for a limit. So a night of half an hour is measured in minutes, our own work as long as it takes.
 */
export class VirtualClock {
  readonly #base: number;
  readonly #own: Pick<OwnTime, 'elapsedMs'>;
  readonly #sleepers = new Set<Sleeper>();
  #skippedMs = 0;
  #busy = 0;
  #look: NodeJS.Immediate | null = null;
  #alarm: NodeJS.Timeout | null = null;

  constructor(start: Date, own: Pick<OwnTime, 'elapsedMs'>) {
    this.#own = own;
    this.#base = start.getTime();
  }

  nowMs(): number {
    return this.#base + this.#skippedMs + this.#own.elapsedMs();
  }

  date(): Date {
    return new Date(this.nowMs());
  }

  /** Work that really happens somewhere: while any does, time does not jump. */
  async working<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      this.#lookAround();
    }
  }

  sleepUntil(atMs: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.add({ atMs, wake });
      this.#lookAround();
    });
  }

  /** A jump on purpose, over days in which nothing is measured. */
  skip(ms: number): void {
    this.#skippedMs += ms;
  }

  close(): void {
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    if (this.#look !== null) clearImmediate(this.#look);
    this.#sleepers.clear();
  }

  /** What follows from work that has just ended begins before an immediate runs. */
  #lookAround(): void {
    this.#look ??= setImmediate(() => {
      this.#look = null;
      this.#wakeDue();
    });
  }

  #wakeDue(): void {
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    this.#alarm = null;
    const earliestMs = Math.min(...[...this.#sleepers].map(({ atMs }) => atMs));
    if (earliestMs === Infinity) return;
    const leftMs = earliestMs - this.nowMs();
    if (leftMs > 0 && this.#busy > 0) {
      this.#alarm = setTimeout(() => {
        this.#wakeDue();
      }, Math.ceil(leftMs));
      return;
    }
    if (leftMs > 0) this.#skippedMs += leftMs;
    for (const sleeper of [...this.#sleepers]) {
      if (sleeper.atMs > earliestMs) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
    this.#lookAround();
  }
}

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}
