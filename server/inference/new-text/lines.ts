import type { SourceText, Span } from '../source-text.ts';

export interface Line extends Span {
  /** Trimmed. */
  readonly text: string;
  /** The markup itself says that this line is quoted or a signature, or it is a line of ours. */
  readonly removed: boolean;
}

/**
 * About an hour and a half of talk. Nobody writes more in one activity; what is longer is pasted logs and exports. Bounds the
 * time for a body of any size (code units of decoded text).
 */
const READ_LIMIT = 80_000;

export function linesOf(source: SourceText): readonly Line[] {
  const text = source.text.slice(0, READ_LIMIT);
  const lines: Line[] = [];
  let removedAt = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    while ((source.removed[removedAt]?.end ?? Infinity) <= start) removedAt += 1;
    const removed = (source.removed[removedAt]?.start ?? Infinity) < end;
    lines.push({ start, end, text: text.slice(start, end).trim(), removed });
    start = end + 1;
  }
  return lines;
}

/** An index beyond the end reads as an empty line. */
export function textAt(lines: readonly Line[], index: number): string {
  return lines[index]?.text ?? '';
}
