import { readActivity } from '../read-activity.ts';
import type { ReadingInput } from '../reading.ts';
import { ReaderThread } from './reader-thread.ts';
import { readOrNull, type Answer } from './serve-readings.ts';
import { ThreadLender } from './thread-lender.ts';

export interface ReaderPool {
  /**
   * The readings of the texts, in their order; null for a text that could not be read, because the reader failed on it
   * or it took a thread down. Throws `unexpected` (retry) when no thread comes up, or the pool is closed meanwhile.
   */
  readAll(inputs: readonly ReadingInput[]): Promise<readonly Answer[]>;
  /** Ends the threads. What is still being read is lost, and its callers are told. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** 0: everything is read in the calling thread. */
  readonly threads: number;
  /** What a thread runs; for tests. */
  readonly entry?: URL;
}

/** Texts that a thread takes at once: enough to make the way there cheap, few enough to end together. */
const CHUNK = 25;
/** Less than this is read where it is: about ten milliseconds. */
const SMALL_TEXTS = 3;
const SMALL_CHARACTERS = 3_000;

const THREAD = new URL('./thread.ts', import.meta.url);

/** Reads pages of texts on several cores, so that no text keeps the event loop waiting. Threads start when first needed. */
export function openReaderPool({ threads, entry = THREAD }: PoolOptions): ReaderPool {
  const lender = new ThreadLender(threads, () => new ReaderThread(entry));
  const readChunk = async (inputs: readonly ReadingInput[]): Promise<readonly Answer[]> => {
    const answers = await lender.lend((thread) => thread.read(inputs));
    if (answers !== null) return answers;
    if (inputs.length === 1) return [null];
    // One of them took the thread down: each alone, to know which.
    return (await Promise.all(inputs.map((input) => readChunk([input])))).flat();
  };
  return {
    readAll: async (inputs) => {
      if (threads === 0 || isSmall(inputs))
        return inputs.map((each) => readOrNull(readActivity, each));
      return (await Promise.all(chunksOf(inputs).map(readChunk))).flat();
    },
    close: () => lender.close(),
  };
}

function isSmall(inputs: readonly ReadingInput[]): boolean {
  const characters = inputs.reduce((sum, { text }) => sum + text.length, 0);
  return inputs.length <= SMALL_TEXTS && characters <= SMALL_CHARACTERS;
}

function chunksOf(inputs: readonly ReadingInput[]): readonly (readonly ReadingInput[])[] {
  return Array.from({ length: Math.ceil(inputs.length / CHUNK) }, (_, chunk) =>
    inputs.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
  );
}
