import type { Reading } from '../../server/inference/reading.ts';
import type { GoldItem, Label } from './gold-items-of.ts';

/** A label that a reading found. */
interface Hit {
  readonly label: Label;
  readonly reading: Reading;
  /** Also by an accepted person, in words that an accepted quote shares. */
  readonly grounded: boolean;
}

/** An item's readings held against its labels, one to one. */
export interface Match {
  readonly hits: readonly Hit[];
  readonly missed: readonly Label[];
  /** Readings that nobody asked for; optional ones and further accepted clauses are spared. */
  readonly wrong: readonly Reading[];
  /** Readings whose quote is the exact slice of the text. */
  readonly exact: number;
}

const QUOTE_LIMIT = 280;

const keyOf = ({ driver, pole }: Pick<Reading, 'driver' | 'pole'>): string => `${driver}/${pole}`;

export function matchItem(item: GoldItem, readings: readonly Reading[]): Match {
  // As in score.mjs, a pair that is listed twice counts by its last label.
  const required = new Map(item.labels.map((label) => [keyOf(label), label]));
  const hits = [...required.values()].flatMap((label) => hitOf(label, readings) ?? []);
  return {
    hits,
    missed: [...required.values()].filter((label) => !hits.some((hit) => hit.label === label)),
    wrong: wrongOf(item, required, { readings, hits }),
    exact: readings.filter((reading) => isExact(item, reading)).length,
  };
}

/** The first grounded reading of the label's pair, else the first. */
function hitOf(label: Label, readings: readonly Reading[]): Hit | null {
  const candidates = readings.filter((reading) => keyOf(reading) === keyOf(label));
  const reading = candidates.find((each) => isGrounded(each, label)) ?? candidates[0];
  return reading === undefined ? null : { label, reading, grounded: isGrounded(reading, label) };
}

function wrongOf(
  item: GoldItem,
  required: ReadonlyMap<string, Label>,
  { readings, hits }: { readonly readings: readonly Reading[]; readonly hits: readonly Hit[] },
): readonly Reading[] {
  const optional = new Set(item.optional.map(keyOf));
  const spared = new Set<string>();
  return readings.filter((reading) => {
    const hit = hits.find((each) => keyOf(each.reading) === keyOf(reading));
    if (hit?.reading === reading) return false;
    const pass = passFor(reading, {
      optional,
      label: required.get(keyOf(reading)),
      taken: hit?.reading,
      spared,
    });
    if (pass !== null) spared.add(pass);
    return pass === null;
  });
}

/** What spares a reading that was not asked for: an optional pair, or a further accepted clause; each only once. */
function passFor(
  reading: Reading,
  {
    optional,
    label,
    taken,
    spared,
  }: {
    readonly optional: ReadonlySet<string>;
    readonly label: Label | undefined;
    readonly taken: Reading | undefined;
    readonly spared: ReadonlySet<string>;
  },
): string | null {
  const key = keyOf(reading);
  if (optional.has(key) && !spared.has(key)) return key;
  const clause = label?.quotes.find(
    (quote) =>
      !spared.has(`${key}/${quote}`) &&
      sharesWords(reading.quote, quote) &&
      !sharesWords(taken?.quote ?? '', quote),
  );
  return clause === undefined ? null : `${key}/${clause}`;
}

function isGrounded(reading: Reading, label: Label): boolean {
  return (
    label.persons.includes(reading.person) &&
    label.quotes.some((quote) => sharesWords(reading.quote, quote))
  );
}

function isExact(item: GoldItem, { start, end, quote }: Reading): boolean {
  return item.input.text.slice(start, end) === quote && quote.length <= QUOTE_LIMIT;
}

/** At least half of the words of both. */
export function sharesWords(a: string, b: string): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const both = [...left].filter((word) => right.has(word)).length;
  return both > 0 && both / left.size >= 0.5 && both / right.size >= 0.5;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []);
}
