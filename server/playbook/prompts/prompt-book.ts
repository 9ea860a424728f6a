import type { Pole } from '../../../shared/vocabulary.ts';

/** The four lines of the card: three kinds of prompt, and what would hurt. */
export type PromptLineKind = 'understand' | 'feel' | 'act' | 'avoid';

/**
 * Lines of one driver. `understand` and `feel` are said to the buyer, `act` and `avoid` to the rep. Each holds at least
 * one fact of the deal in braces; the ones whose facts are known take turns. Slots: see fill-template.ts.
 */
export type PromptBook = Readonly<
  Record<Pole, Readonly<Record<PromptLineKind, readonly string[]>>>
>;
