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

/** Wrote after the committed heads were fitted: until the next fit they are the writers that nobody has met. */
const UNMET = new Set([
  ...['moreau', 'nakata', 'okello', 'petrov', 'quinn', 'rossi'],
  ...['sato', 'tanaka', 'ulrich', 'varga', 'wilde'],
]);

export interface ListedTexts {
  readonly learnt: readonly TextFile[];
  /** Kept apart, of writers who are learnt from. */
  readonly unseen: readonly TextFile[];
  /** Of writers who are not. */
  readonly unmet: readonly TextFile[];
}

/** The labelled texts by what they are for; by writer, in the order of their names. */
export function listTexts(): ListedTexts {
  const all = readdirSync(TEXTS)
    .toSorted()
    .filter((writer) => writer !== TRAPS)
    .flatMap(filesOf);
  const met = all.filter(({ writer }) => !UNMET.has(writer));
  return {
    learnt: met.filter(({ name }) => name !== UNSEEN),
    unseen: met.filter(({ name }) => name === UNSEEN),
    unmet: all.filter(({ writer }) => UNMET.has(writer)),
  };
}

function filesOf(writer: string): readonly (TextFile & { readonly name: string })[] {
  const names = readdirSync(new URL(`${writer}/`, TEXTS)).toSorted();
  return names.map((name) => ({ writer, name, file: new URL(`${writer}/${name}`, TEXTS) }));
}
