/** A half-open range of code units. In the decoded text, unless a name says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Decoded text with its way back: code unit `i` of `text` came from `[starts[i], ends[i])` of the original.
 * Plain text is its own decoding (`starts` and `ends` null), so the common case costs no memory.
 */
export interface SourceText {
  readonly text: string;
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
  /** Ranges that the markup itself calls quoted or hidden, ascending, never overlapping. */
  readonly removed: readonly Span[];
}

/** Where a decoded range stands in the original. */
export function toOriginal(source: SourceText, span: Span): Span {
  const start = source.starts?.[span.start] ?? span.start;
  const end = source.ends?.[span.end - 1] ?? span.end;
  return { start, end: Math.max(start, end) };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
