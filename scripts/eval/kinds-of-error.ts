import type { Reading } from '../../server/inference/reading.ts';
import type { GoldItem, Label } from './gold-items-of.ts';
import { matchItem, sharesWords } from './match-item.ts';

/** Where a wrong claim stands, and what became of a label that was missed. */
export const ERROR_KINDS = [
  'wrong: another need stands in these words',
  'wrong: the other pole',
  'wrong: a text that carries nothing',
  'wrong: elsewhere in a text that carries something',
  'missed: taken for another need',
  'missed: no claim on these words',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

export function countErrors(
  items: readonly GoldItem[],
  found: ReadonlyMap<string, readonly Reading[]>,
): Readonly<Record<ErrorKind, number>> {
  const errors = items.flatMap((item) => errorsOf(item, found.get(item.id) ?? []));
  const counts = ERROR_KINDS.map(
    (kind) => [kind, errors.filter((each) => each === kind).length] as const,
  );
  // Object.fromEntries forgets its keys; these are exactly the kinds.
  return Object.fromEntries(counts) as Record<ErrorKind, number>;
}

function errorsOf(item: GoldItem, readings: readonly Reading[]): readonly ErrorKind[] {
  const { wrong, missed } = matchItem(item, readings);
  return [
    ...wrong.map((reading) => kindOfWrong(item, reading)),
    ...missed.map((label) => kindOfMissed(label, readings)),
  ];
}

function kindOfWrong({ labels }: GoldItem, { driver, pole, quote }: Reading): ErrorKind {
  if (labels.length === 0) return 'wrong: a text that carries nothing';
  const here = labels.filter(({ quotes }) => quotes.some((each) => sharesWords(each, quote)));
  if (here.some((label) => label.driver === driver && label.pole !== pole))
    return 'wrong: the other pole';
  return here.length > 0
    ? 'wrong: another need stands in these words'
    : 'wrong: elsewhere in a text that carries something';
}

function kindOfMissed({ quotes }: Label, readings: readonly Reading[]): ErrorKind {
  const isTaken = readings.some(({ quote }) => quotes.some((each) => sharesWords(each, quote)));
  return isTaken ? 'missed: taken for another need' : 'missed: no claim on these words';
}
