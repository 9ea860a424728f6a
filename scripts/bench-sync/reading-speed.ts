import type { ReadingInput } from '../../server/inference/reading.ts';
import type { Reader } from '../../server/sync/read-activity-page.ts';

const MEASURE_MS = 3_000;
/** A page of mails, as the engine reads it. */
const PAGE = 100;
/** Pages at once, as many as the night has kinds. */
const AT_ONCE = 4;
const KEPT = 2_000;

type PoolReader = Required<Reader>;

/** Keeps some of the texts that a run reads, so that the pool's own speed can be measured with them. */
export class ReadingSpeed {
  readonly #reader: PoolReader;
  readonly #kept: ReadingInput[] = [];

  constructor(reader: PoolReader) {
    this.#reader = reader;
  }

  watching(reader: PoolReader): PoolReader {
    return {
      ...reader,
      readAll: (inputs) => {
        const mails = inputs.filter(({ kind }) => kind === 'email');
        if (this.#kept.length < KEPT) this.#kept.push(...mails);
        return reader.readAll(inputs);
      },
    };
  }

  /** Mails a second on all cores together, through the pool that the run used. */
  async measure(): Promise<number> {
    const pages = Array.from({ length: Math.ceil(this.#kept.length / PAGE) }, (_, page) =>
      this.#kept.slice(page * PAGE, (page + 1) * PAGE),
    );
    const startMs = performance.now();
    let read = 0;
    const lane = async (): Promise<void> => {
      for (let turn = 0; performance.now() - startMs < MEASURE_MS; turn += 1) {
        const page = pages[turn % pages.length] ?? [];
        await this.#reader.readAll(page);
        read += page.length;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return (read * 1000) / (performance.now() - startMs);
  }
}
