import { readFileSync } from 'node:fs';

const SAMPLE_EVERY_MS = 10;
const LIST_EVERY_MS = 1_000;

/**
 * How long our own work takes: real time, but never more than the processor gave us and our PostgreSQL, all threads and
 * processes added up. On an idle machine that is real time; on a busy one, what others used is not counted, and a result
 * does not depend on them. Without /proc it is real time.
 */
export class OwnTime {
  #postgresPid: () => number | undefined = () => undefined;
  #postgresPids: readonly number[] = [];
  #listedMs = -Infinity;
  #elapsedMs = 0;
  #wallMs = performance.now();
  #cpuMs: number | null;
  readonly #seenNs = new Map<number, number>();
  #postgresNs = 0;

  constructor() {
    this.#cpuMs = this.#readCpuMs();
  }

  /** PostgreSQL's work counts as ours. */
  of(postgresPid: () => number | undefined): void {
    this.#postgresPid = postgresPid;
  }

  /** Only goes forward. */
  elapsedMs(): number {
    const wallMs = performance.now();
    if (wallMs - this.#wallMs < SAMPLE_EVERY_MS) return this.#elapsedMs;
    const cpuMs = this.#readCpuMs();
    const passedMs = wallMs - this.#wallMs;
    const usedMs = cpuMs === null || this.#cpuMs === null ? passedMs : cpuMs - this.#cpuMs;
    this.#elapsedMs += Math.min(passedMs, usedMs);
    this.#wallMs = wallMs;
    this.#cpuMs = cpuMs;
    return this.#elapsedMs;
  }

  /** Seconds of processor: ours with all threads, and PostgreSQL's. */
  used(): { readonly ours: number; readonly postgres: number } {
    const { user, system } = process.cpuUsage();
    this.#readPostgres();
    return { ours: (user + system) / 1e6, postgres: this.#postgresNs / 1e9 };
  }

  #readCpuMs(): number | null {
    if (!this.#readPostgres()) return null;
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000 + this.#postgresNs / 1e6;
  }

  #readPostgres(): boolean {
    const postmaster = this.#postgresPid();
    if (postmaster === undefined) return true;
    try {
      this.#listPostgres(postmaster);
    } catch {
      return false;
    }
    for (const pid of this.#postgresPids) {
      const ns = nanosecondsOf(pid);
      this.#postgresNs += Math.max(0, ns - (this.#seenNs.get(pid) ?? 0));
      this.#seenNs.set(pid, ns);
    }
    return true;
  }

  #listPostgres(postmaster: number): void {
    const nowMs = performance.now();
    if (nowMs - this.#listedMs < LIST_EVERY_MS) return;
    this.#listedMs = nowMs;
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
    this.#postgresPids = [postmaster, ...children.trim().split(' ').map(Number)];
  }
}

/** Time on a processor, its first figure (kernel.org, Documentation/scheduler/sched-stats). 0 of one that is gone. */
function nanosecondsOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
