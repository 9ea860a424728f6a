import { readdirSync } from 'node:fs';

export interface TextFile {
  readonly writer: string;
  readonly file: URL;
}

const TEXTS = new URL('../../test/evals/texts/', import.meta.url);
/** Writes only what must stay quiet; the tests hold the reader against it, so that it must not learn from it. */
const TRAPS = 'gale';
/** Of each writer this file is never learnt from. Whole deals: no file goes on with another's. */
const UNSEEN = '02.jsonl';

/** The labelled texts to learn from, and those kept apart to measure with; by writer, in the order of their names. */
export function listTexts(): {
  readonly learnt: readonly TextFile[];
  readonly unseen: readonly TextFile[];
} {
  const writers = readdirSync(TEXTS)
    .toSorted()
    .filter((writer) => writer !== TRAPS);
  const all = writers.flatMap((writer) =>
    readdirSync(new URL(`${writer}/`, TEXTS))
      .toSorted()
      .map((name) => ({
        ...{ writer, name },
        file: new URL(`${writer}/${name}`, TEXTS),
      })),
  );
  return {
    learnt: all.filter(({ name }) => name !== UNSEEN),
    unseen: all.filter(({ name }) => name === UNSEEN),
  };
}
