import { AppError } from '../../../shared/errors.ts';
import type { ReaderThread } from './reader-thread.ts';

/** Keeps at most so many threads, and lends each to one piece of work at a time; more work waits in its order. */
export class ThreadLender {
  readonly #create: () => ReaderThread;
  readonly #idle: ReaderThread[] = [];
  readonly #all = new Set<ReaderThread>();
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #isClosed = false;

  constructor(threads: number, create: () => ReaderThread) {
    this.#free = threads;
    this.#create = create;
  }

  /** The work's result; null when the thread died over it. Throws `unexpected` when there is no thread to be had. */
  async lend<Result>(work: (thread: ReaderThread) => Promise<Result>): Promise<Result | null> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#used(this.#idleOne() ?? (await this.#started()), work);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#idle.length = 0;
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  #idleOne(): ReaderThread | undefined {
    let thread = this.#idle.pop();
    while (thread?.isDead === true) thread = this.#idle.pop();
    return thread;
  }

  async #started(): Promise<ReaderThread> {
    if (this.#isClosed) throw closed();
    const thread = this.#create();
    this.#all.add(thread);
    try {
      await thread.comeUp();
      return thread;
    } catch (cause) {
      this.#all.delete(thread);
      throw this.#whyNone(cause);
    }
  }

  #whyNone(cause: unknown): AppError {
    return this.#isClosed ? closed() : notStarted(cause);
  }

  async #used<Result>(
    thread: ReaderThread,
    work: (thread: ReaderThread) => Promise<Result>,
  ): Promise<Result | null> {
    try {
      const result = await work(thread);
      if (!this.#isClosed) this.#idle.push(thread);
      return result;
    } catch {
      this.#all.delete(thread);
      if (this.#isClosed) throw closed();
      return null;
    }
  }
}

function notStarted(cause: unknown): AppError {
  const options = { recovery: 'retry', cause } as const;
  return new AppError('unexpected', 'No thread to read in could be started.', options);
}

function closed(): AppError {
  return new AppError('unexpected', 'The reader was closed before everything was read.', {
    recovery: 'retry',
  });
}
