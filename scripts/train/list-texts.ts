import { readdirSync } from 'node:fs';

export interface TextFile {
  readonly writer: string;
  readonly file: URL;
  /** How often each of its sentences counts. */
  readonly times: number;
}

const TEXTS = new URL('../../test/evals/texts/', import.meta.url);
/** Writes only what must stay quiet; the tests hold the reader against it, so that it must not learn from it. */
const TRAPS = 'gale';
/** Of each writer this file is never learnt from. Whole deals: no file goes on with another's. */
const UNSEEN = '02.jsonl';

/** Never learnt from: what the reader makes of people whom it has not met. */
const UNMET: ReadonlySet<string> = new Set([
  ...['nakata', 'rossi', 'hansen', 'lopes', 'bonnet', 'kimura'],
]);

/** They wrote single sentences, most of them carrying a need: learnt from wholly, and too easy to measure with. */
const SENTENCES: ReadonlySet<string> = new Set(['adeyemi', 'bergstrom', 'castro', 'dasgupta']);

/**
 * They write as most buyers do, plainly and in short sentences, where the others looked for wordings nobody expects. The
 * fewer are heard as loudly.
 */
const PLAIN: ReadonlySet<string> = new Set(['sato', 'tanaka', 'ulrich', 'varga', 'wilde']);
const PLAIN_VOICES = 3;

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
    learnt: met.filter((each) => !isKeptApart(each)),
    unseen: met.filter(isKeptApart),
    unmet: all.filter(({ writer }) => UNMET.has(writer)),
  };
}

interface NamedFile extends TextFile {
  readonly name: string;
}

function isKeptApart({ writer, name }: NamedFile): boolean {
  return name === UNSEEN && !SENTENCES.has(writer);
}

function filesOf(writer: string): readonly NamedFile[] {
  const names = readdirSync(new URL(`${writer}/`, TEXTS)).toSorted();
  const times = PLAIN.has(writer) ? PLAIN_VOICES : 1;
  return names.map((name) => ({ writer, name, times, file: new URL(`${writer}/${name}`, TEXTS) }));
}
