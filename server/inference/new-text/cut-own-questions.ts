import { isOwnHeading, ownQuestionOf } from '../../domain/our-questions.ts';
import type { Participant } from '../reading.ts';
import { textAt, type Line } from './lines.ts';

export interface OwnLinesCut {
  /** As many as before; of a line that our question begins, the words after it. */
  readonly lines: readonly Line[];
  readonly hasOurs: boolean;
}

/**
 * Takes out the lines that we wrote ourselves, by their exact words: what we ask is no evidence of anything. One that
 * somebody copied is still only a question of ours. `text` is the decoded text that the lines stand in.
 */
export function cutOwnQuestions(
  text: string,
  lines: readonly Line[],
  people: readonly Participant[],
): OwnLinesCut {
  const names = people.map(({ name }) => name);
  const kept = lines.map((line, index) =>
    isOwnHeading(line.text, names, () => textBelow(lines, index))
      ? cutWhole(line)
      : withoutQuestions(text, line),
  );
  return { lines: kept, hasOurs: kept.some((line, index) => line !== lines[index]) };
}

/** The next line with words. */
function textBelow(lines: readonly Line[], index: number): string {
  let below = index + 1;
  while (lines[below]?.text === '') below += 1;
  return textAt(lines, below);
}

/** An editor may have put several on one line. */
function withoutQuestions(text: string, line: Line): Line {
  const question = ownQuestionOf(line.text);
  if (question === null) return line;
  const words = line.text.slice(question.length).trim();
  if (words === '') return cutWhole(line);
  const start = text.indexOf(question, line.start) + question.length;
  return withoutQuestions(text, { ...line, start, text: words });
}

function cutWhole(line: Line): Line {
  return { ...line, start: line.end, text: '', removed: true };
}
