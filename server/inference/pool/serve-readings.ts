import { parentPort } from 'node:worker_threads';
import type { ActivityReading, ReadingInput } from '../reading.ts';

/** A text's reading; null when it could not be read. */
export type Answer = ActivityReading | null;

/** The first message of a thread: from now on it reads. */
export const READY = 'ready';

/** A thread's side: each message is a chunk of texts, each answer the readings in the same order. */
export function serveReadings(read: (input: ReadingInput) => ActivityReading): void {
  parentPort?.on('message', (inputs: readonly ReadingInput[]) => {
    parentPort?.postMessage(inputs.map((input) => readOrNull(read, input)));
  });
  parentPort?.postMessage(READY);
}

/** One text that the reader stumbles over takes no other with it. */
export function readOrNull(
  read: (input: ReadingInput) => ActivityReading,
  input: ReadingInput,
): Answer {
  try {
    return read(input);
  } catch {
    return null;
  }
}
