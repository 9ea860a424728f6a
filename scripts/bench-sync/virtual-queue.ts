import type { Enqueue, Ensure, NewWork } from '../../server/queue/enqueue.ts';
import { JOBS, type JobName } from '../../server/queue/jobs.ts';
import { settleError, settleOutcome } from '../../server/queue/settle.ts';
import type { Handler } from '../../server/queue/worker.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type Handlers = Readonly<Partial<Record<JobName, Handler>>>;

interface Waiting {
  readonly work: NewWork;
  dueMs: number;
  attempts: number;
  isRunning: boolean;
  isRung: boolean;
}

/**
 * The queue in virtual time. BullMQ and the database's own clock cannot jump, so this part of the product, and only this,
 * is played: as many lanes as a worker has, the longest due first, the product's own handlers and settlement.
 */
export class VirtualQueue {
  readonly #clock: VirtualClock;
  readonly #lanes: number;
  readonly #works = new Map<string, Waiting>();
  #handlers: Handlers = {};
  #running = 0;
  #failure: Error | null = null;
  #idle: (() => void) | null = null;
  #alarmMs = Infinity;

  constructor(clock: VirtualClock, lanes: number) {
    this.#clock = clock;
    this.#lanes = lanes;
  }

  readonly enqueue: Enqueue = (work, dueInMs = 0) => {
    const known = this.#works.get(work.workId) ?? this.#add(work);
    if (known.isRunning) known.isRung = true;
    known.dueMs = Math.min(known.dueMs, this.#clock.nowMs() + dueInMs);
    this.#serve();
    return Promise.resolve();
  };

  readonly ensure: Ensure = (work) =>
    this.#works.has(work.workId) ? Promise.resolve() : this.enqueue(work);

  open(handlers: Handlers): void {
    this.#handlers = handlers;
  }

  /** Until nothing is left to do. Throws what no handler could settle. */
  async drain(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
      this.#serve();
    });
    if (this.#failure !== null) throw this.#failure;
  }

  #add(work: NewWork): Waiting {
    const added = { work, dueMs: Infinity, attempts: 0, isRunning: false, isRung: false };
    this.#works.set(work.workId, added);
    return added;
  }

  #serve(): void {
    if (this.#works.size === 0 || this.#failure !== null) {
      if (this.#running === 0) this.#idle?.();
      return;
    }
    const waiting = [...this.#works.values()].filter(({ isRunning }) => !isRunning);
    for (const each of waiting.toSorted((a, b) => a.dueMs - b.dueMs)) {
      if (this.#running >= this.#lanes) return;
      if (each.dueMs > this.#clock.nowMs()) {
        this.#serveAt(each.dueMs);
        return;
      }
      void this.#run(each);
    }
  }

  #serveAt(dueMs: number): void {
    if (dueMs >= this.#alarmMs) return;
    this.#alarmMs = dueMs;
    void this.#clock.sleepUntil(dueMs).then(() => {
      if (this.#alarmMs === dueMs) this.#alarmMs = Infinity;
      this.#serve();
    });
  }

  async #run(waiting: Waiting): Promise<void> {
    this.#running += 1;
    Object.assign(waiting, { isRunning: true, isRung: false, dueMs: Infinity });
    try {
      await this.#take(waiting);
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
    this.#running -= 1;
    waiting.isRunning = false;
    this.#serve();
  }

  async #take(waiting: Waiting): Promise<void> {
    const { kind, tenantId, workId } = waiting.work;
    const handler = this.#handlers[kind];
    if (handler === undefined) throw new Error(`Nobody does ${kind} here.`);
    let cause: unknown = null;
    const settlement = await handler({ tenantId, workId }).then(settleOutcome, (error: unknown) => {
      cause = error;
      return settleError(error, waiting.attempts, JOBS[kind]);
    });
    const isOver = settlement.kind === 'complete' && !waiting.isRung;
    if (isOver) this.#works.delete(workId);
    else if (settlement.kind === 'complete') waiting.dueMs = this.#clock.nowMs();
    else if (settlement.kind !== 'postpone' || settlement.attempts > 3)
      throw new Error(`${kind} failed.`, { cause });
    else this.#postpone(waiting, settlement);
  }

  #postpone(
    waiting: Waiting,
    { inMs, attempts }: { readonly inMs: number; readonly attempts: number },
  ) {
    waiting.attempts = attempts;
    const dueMs = this.#clock.nowMs() + (waiting.isRung ? 0 : inMs);
    waiting.dueMs = Math.min(waiting.dueMs, dueMs);
  }
}
