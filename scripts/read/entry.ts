import type { ReadingInput } from '../../server/inference/reading.ts';

export const AUTHORS = ['buyer', 'seller', 'rep'] as const;
export type Author = (typeof AUTHORS)[number];

/** One text to read. */
export interface Item {
  readonly id: string;
  /** The mail's own headers call it automatic: nothing is read from it. */
  readonly automatic: boolean;
  readonly input: ReadingInput;
}

/** An item, or why there is none, or both: an item that was read although something was odd. */
export interface Entry {
  readonly item: Item | null;
  /** One line for standard error. */
  readonly receipt: string | null;
}
