import type { BuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';

export type TextPart = {
  readonly start: number;
  readonly text: string;
  /** What the words were read as; null for words that did not count. */
  readonly mark: string | null;
};

type Mark = BuyerMessage['marks'][number];

/** Cuts a text at its marks; of marks that overlap the earlier one stands, and names both. */
export function markText(text: string, marks: readonly Mark[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end, names } of mergeMarks(marks)) {
    if (start > at) parts.push({ start: at, text: text.slice(at, start), mark: null });
    parts.push({ start, text: text.slice(start, end), mark: names.join(', ') });
    at = end;
  }
  if (at < text.length) parts.push({ start: at, text: text.slice(at), mark: null });
  return parts;
}

type Merged = { readonly start: number; readonly end: number; readonly names: readonly string[] };

function mergeMarks(marks: readonly Mark[]): readonly Merged[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.reduce<readonly Merged[]>((merged, mark) => {
    const last = merged.at(-1);
    const own = { start: mark.start, end: mark.end, names: [nameOf(mark)] };
    if (last === undefined || mark.start >= last.end) return [...merged, own];
    const joined = {
      start: last.start,
      end: Math.max(last.end, mark.end),
      names: [...new Set([...last.names, nameOf(mark)])],
    };
    return [...merged.slice(0, -1), joined];
  }, []);
}

function nameOf({ driver, pole }: Mark): string {
  return `${driver.replaceAll('_', ' ')} ${pole === 'met' ? 'met' : 'at stake'}`;
}
