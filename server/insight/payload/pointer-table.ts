import { createHash } from 'node:crypto';
import type { PayloadQuote, PayloadSource, Words } from '../../../shared/insight-payload.ts';
import type { ActivityKind } from '../../../shared/vocabulary.ts';
import type { KnownWords, Stretch } from './known-words.ts';

/** A record of the CRM that a card rests on. */
export interface SourceRef {
  readonly kind: ActivityKind;
  readonly id: string;
}

/** Where an activity's text stands in the org, by API names; null: nobody could select it there. */
export type Locate = (
  ref: SourceRef,
) => { readonly object: string; readonly id: string; readonly field: string } | null;

/** Sources and quotes of one payload, each once, in the order of their first use. Belongs to one call of composePayload. */
export interface PointerTable {
  readonly sources: readonly PayloadSource[];
  readonly quotes: readonly PayloadQuote[];
  /** Null: the org has no such record, so nothing may rest on it. */
  source(ref: SourceRef & { readonly at: string }): number | null;
  words(stretch: Stretch): Words | null;
}

export function createPointerTable(locate: Locate): PointerTable {
  const [sources, quotes]: [PayloadSource[], PayloadQuote[]] = [[], []];
  const places = new Map<string, number>();

  function place(key: string, add: () => number): number {
    const known = places.get(key) ?? add();
    places.set(key, known);
    return known;
  }

  function source({ kind, id, at }: SourceRef & { readonly at: string }): number | null {
    const found = locate({ kind, id });
    if (found === null) return null;
    return place(
      `${kind} ${id}`,
      () => sources.push({ object: found.object, id: found.id, kind, at }) - 1,
    );
  }

  function quote(words: KnownWords): number | null {
    const ref = { kind: words.activityKind, id: words.activityId, at: words.at };
    const [index, found] = [source(ref), locate(ref)];
    if (index === null || found === null) return null;
    const { start, end } = words;
    const key = `quote ${index} ${start} ${end}`;
    const pointer = { source: index, field: found.field, start, end, hash: hashOf(words.quote) };
    return place(key, () => quotes.push(pointer) - 1);
  }

  function words({ words: known, from, to }: Stretch): Words | null {
    const index = quote(known);
    if (index === null) return null;
    const isWhole = from === 0 && to === known.shown.length;
    return isWhole ? { quote: index } : { quote: index, from, to };
  }

  return { sources, quotes, source, words };
}

/** As PayloadQuote asks for it. */
export function hashOf(slice: string): string {
  return createHash('sha256').update(slice, 'utf8').digest('hex').slice(0, HASH_DIGITS);
}

const HASH_DIGITS = 32;
