import { availableParallelism } from 'node:os';
import { openReaderPool } from '../inference/pool/reader-pool.ts';
import { readActivity } from '../inference/read-activity.ts';
import { READER_VERSION } from '../inference/reading.ts';
import type { Reader } from '../sync/read-activity-page.ts';

/** The reader with its threads, one a core unless told otherwise. */
export function openReader(
  threads = availableParallelism(),
): Required<Reader> & { close(): Promise<void> } {
  const pool = openReaderPool({ threads });
  return {
    version: READER_VERSION,
    read: readActivity,
    readAll: (inputs) => pool.readAll(inputs),
    close: () => pool.close(),
  };
}
