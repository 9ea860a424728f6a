import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadingInput } from '../reading.ts';
import type { Answer } from './serve-readings.ts';

/** A text that takes more than this takes its thread down, not the process. */
const MEMORY_LIMIT_MB = 512;

/** One thread, which reads one chunk at a time. While it waits for one, it keeps no process alive. */
export class ReaderThread {
  readonly #worker: Worker;
  #isDead = false;

  constructor(entry: URL) {
    this.#worker = new Worker(entry, {
      // Not the arguments of a test runner, nor of `node --eval`.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    // Whoever waits for an answer hears of an error; between two chunks nobody does, and nothing is lost.
    this.#worker.on('error', () => undefined);
    this.#worker.once('exit', () => {
      this.#isDead = true;
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** To be awaited once, before the first text. Rejects when the thread does not come up. */
  async comeUp(): Promise<void> {
    await this.#nextMessage();
    this.#worker.unref();
  }

  /** Rejects when the thread dies over it. */
  async read(inputs: readonly ReadingInput[]): Promise<readonly Answer[]> {
    this.#worker.ref();
    this.#worker.postMessage(inputs);
    const message = await this.#nextMessage();
    this.#worker.unref();
    // Only `serveReadings` answers on this port, in this form.
    return message as readonly Answer[];
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  async #nextMessage(): Promise<unknown> {
    const over = new AbortController();
    const { signal } = over;
    const ended = once(this.#worker, 'exit', { signal });
    try {
      return await Promise.race([
        once(this.#worker, 'message', { signal }).then(([message]): unknown => message),
        ended.then(() => Promise.reject(new Error('The thread ended.'))),
      ]);
    } finally {
      over.abort();
    }
  }
}
