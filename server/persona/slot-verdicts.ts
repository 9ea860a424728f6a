import type { DealFile, SlotVerdict } from '../domain/deal-file.ts';

type Told = Pick<DealFile, 'slotVerdicts'>;
type Entry = Pick<SlotVerdict, 'personId' | 'entryId'>;

export function slotVerdictOn(
  { slotVerdicts }: Told,
  { personId, entryId }: Entry,
): SlotVerdict | undefined {
  return slotVerdicts.find((each) => each.personId === personId && each.entryId === entryId);
}

/** What a rep called not right is said nowhere any more, nor are the same words of another mail. */
export function withoutRefuted(file: DealFile): DealFile {
  const refuted = new Set(
    file.statements
      .filter(({ personId, id }) => personId !== null && isRefuted(file, { personId, entryId: id }))
      .map(wordsOf),
  );
  if (refuted.size === 0) return file;
  return { ...file, statements: file.statements.filter((each) => !refuted.has(wordsOf(each))) };
}

export function isRefuted(told: Told, entry: Entry): boolean {
  return slotVerdictOn(told, entry)?.verdict === 'not_right';
}

function wordsOf({ personId, shown }: DealFile['statements'][number]): string {
  return `${personId ?? ''} ${shown.toLowerCase()}`;
}
