import { z } from 'zod';
import type { ReadingInput } from '../../server/inference/reading.ts';
import { DRIVERS, POLES } from '../../shared/vocabulary.ts';
import { itemOfLine } from '../read/item-of-line.ts';
import { Unreadable } from '../read/read-file-bytes.ts';

const Label = z.object({
  driver: z.enum(DRIVERS),
  pole: z.enum(POLES),
  quotes: z.array(z.string()),
  statuses: z.array(z.string()),
  persons: z.array(z.string().nullable()),
});
export type Label = z.infer<typeof Label>;

const Labelled = z.object({
  id: z.string(),
  hard: z.array(z.string()).default([]),
  labels: z.array(Label),
  optional: z.array(z.object({ driver: z.enum(DRIVERS), pole: z.enum(POLES) })).default([]),
});

/** A text with the readings that two readers of the guide agreed on (`labels`) and those only one gave (`optional`). */
export interface GoldItem extends z.infer<typeof Labelled> {
  readonly input: ReadingInput;
}

export function goldItemsOf(bytes: Uint8Array): readonly GoldItem[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [goldItemOf(line, index + 1)]));
}

/** Labelled items are ours: a broken one is a mistake to mend, not to skip. */
function goldItemOf(line: string, number: number): GoldItem {
  const { item } = itemOfLine(new TextEncoder().encode(line), number);
  if (item === null) throw new Unreadable(`Line ${number} is no labelled item.`);
  const labelled = Labelled.safeParse(JSON.parse(line));
  if (!labelled.success)
    throw new Unreadable(`Line ${number}: its labels are not in the gold format.`);
  return { ...labelled.data, input: item.input };
}
