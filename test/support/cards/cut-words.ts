import { hashOf } from '../../../server/insight/payload/pointer-table.ts';
import { shown } from '../../../server/inference/shown.ts';
import type { InsightPayload, PayloadPhrase } from '../../../shared/insight-payload.ts';

/** What each quote of a payload shows, cut out of the CRM's own texts as the org's reader does; null: it cannot be cut. */
export function cutWords(
  { sources, quotes }: InsightPayload,
  textOf: (sourceId: string) => string | null,
): readonly (string | null)[] {
  return quotes.map(({ source, start, end, hash }) => {
    const slice = textOf(sources[source]?.id ?? '')?.slice(start, end);
    return slice === undefined || hashOf(slice) !== hash ? null : shown(slice);
  });
}

/** A phrase with its words back in place, and the instants of its moments. */
export function sayPhrase(text: PayloadPhrase, words: readonly (string | null)[]): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('at' in part) return part.at;
      return words[part.quote]?.slice(part.from ?? 0, part.to) ?? '█';
    })
    .join('');
}
