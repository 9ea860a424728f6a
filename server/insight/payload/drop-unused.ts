import type { InsightPayload } from '../../../shared/insight-payload.ts';

/** The payload without quotes and sources that no view speaks of, and with the others counted anew. Pure. */
export function dropUnused(payload: InsightPayload): InsightPayload {
  const text = JSON.stringify(payload.views);
  const quotes = numbersAfter(text, 'quote').filter((index) => payload.quotes[index] !== undefined);
  const kept = quotes.flatMap((index) => payload.quotes[index] ?? []);
  const sources = distinct([
    ...kept.map(({ source }) => source),
    ...numbersAfter(text, 'source'),
    ...payload.views.flatMap(({ rests }) => rests.flatMap((each) => each.sources)),
  ]);
  const views = JSON.parse(text, (key, value: unknown) => {
    if (key === 'quote' && typeof value === 'number') return quotes.indexOf(value);
    if (key === 'source' && typeof value === 'number') return sources.indexOf(value);
    return isSources(key, value) ? value.map((each) => sources.indexOf(each)) : value;
  }) as InsightPayload['views']; // what was written a line above, with other numbers
  return {
    ...payload,
    sources: sources.flatMap((index) => payload.sources[index] ?? []),
    quotes: kept.map((quote) => ({ ...quote, source: sources.indexOf(quote.source) })),
    views,
  };
}

/** Keys of the contract (shared/insight-payload.ts), which no text can hold: in a text, its quotation marks are escaped. */
function numbersAfter(text: string, key: 'quote' | 'source'): readonly number[] {
  return distinct(
    [...text.matchAll(new RegExp(`"${key}":(\\d+)`, 'g'))].map((each) => Number(each[1])),
  );
}

function isSources(key: string, value: unknown): value is readonly number[] {
  return key === 'sources' && Array.isArray(value);
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
