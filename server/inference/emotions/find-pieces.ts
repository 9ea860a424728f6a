import { numberAt } from './number-at.ts';

/** A piece of a word and its log probability, as SentencePiece's unigram model keeps them; null counts as certain. */
export type Piece = readonly [text: string, score: number | null];

export type FindPieces = (text: string) => readonly number[];

interface Branch {
  readonly next: Map<string | undefined, Branch>;
  id: number | null;
}

/** Before these the vocabulary holds marks that stand for no text. */
const FIRST_PIECE = 6;
const UNKNOWN = 0;
const WORD_START = '\u2581';

/** The most probable cut of a text into the vocabulary's pieces (Viterbi); what it does not know becomes one unknown. */
export function createFindPieces(vocabulary: readonly Piece[]): FindPieces {
  const root = plant(vocabulary);
  const scores = vocabulary.map(([, score]) => score ?? 0);
  return (text) => {
    if (text === '') return [];
    const written = WORD_START + text.normalize('NFKC').replaceAll(' ', WORD_START);
    const letters = Array.from(written);
    return cut(letters, root, scores);
  };
}

function plant(vocabulary: readonly Piece[]): Branch {
  const root: Branch = { next: new Map(), id: null };
  for (const [id, [text]] of vocabulary.entries()) {
    if (id < FIRST_PIECE) continue;
    let branch = root;
    for (const letter of text) {
      const grown = branch.next.get(letter) ?? {
        next: new Map<string | undefined, Branch>(),
        id: null,
      };
      branch.next.set(letter, grown);
      branch = grown;
    }
    branch.id = id;
  }
  return root;
}

/** Of the ways to each place in the text, the best one's score, its last piece and where that began. */
interface Ways {
  readonly score: Float64Array;
  readonly piece: Int32Array;
  readonly start: Int32Array;
}

function cut(
  letters: readonly string[],
  root: Branch,
  scores: readonly number[],
): readonly number[] {
  const places = letters.length + 1;
  const ways: Ways = {
    score: new Float64Array(places).fill(-Infinity),
    piece: new Int32Array(places),
    start: new Int32Array(places),
  };
  ways.score[0] = 0;
  for (let start = 0; start < letters.length; start += 1) {
    const steps = stepsFrom(letters, start, root);
    for (const { id, end } of steps) take(ways, { id, start, end, score: numberAt(scores, id) });
  }
  return wayBack(ways);
}

interface Step {
  readonly id: number;
  readonly end: number;
}

function stepsFrom(letters: readonly string[], start: number, root: Branch): readonly Step[] {
  const steps: Step[] = [];
  let branch = root.next.get(letters[start]);
  for (let end = start + 1; branch !== undefined; end += 1) {
    if (branch.id !== null) steps.push({ id: branch.id, end });
    branch = branch.next.get(letters[end]);
  }
  return steps.length > 0 ? steps : [{ id: UNKNOWN, end: start + 1 }];
}

function take(
  { score, piece, start }: Ways,
  step: Step & { readonly start: number; readonly score: number },
): void {
  const reached = numberAt(score, step.start) + step.score;
  // Of two equal ways the one with the later start, as the model was trained with.
  if (reached < numberAt(score, step.end)) return;
  score[step.end] = reached;
  piece[step.end] = step.id;
  start[step.end] = step.start;
}

function wayBack({ piece, start }: Ways): readonly number[] {
  const ids: number[] = [];
  for (let end = piece.length - 1; end > 0; end = numberAt(start, end)) {
    const id = numberAt(piece, end);
    if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
  }
  return ids.reverse();
}
