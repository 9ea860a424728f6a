import { createHash } from 'node:crypto';
import type { Card, InsightCard } from '../../../shared/card.ts';
import type { Subject } from './port.ts';

/** Whom and what the card spoke of when somebody pressed on it. */
export interface PressedFocus {
  readonly personId: string;
  readonly dealId: string | null;
}

/** Null: the card no longer speaks of them, or not to this viewer. */
export function cardInFocus(card: Card, { personId, dealId }: PressedFocus): InsightCard | null {
  if (card.kind !== 'insight') return null;
  const { person, deal } = card.focus;
  return person.id === personId && (deal?.id ?? null) === dealId ? card : null;
}

/** The deal and the person; a conversation is the person's alone. */
export function subjectsOf({ dealId, personId }: PressedFocus): readonly Subject[] {
  const person = { kind: 'contact', id: personId } as const;
  return dealId === null ? [person] : [{ kind: 'deal', id: dealId }, person];
}

/** The same names, the same key, on one day of the card. */
export function keyOfDay(
  { updatedAt }: Pick<InsightCard, 'updatedAt'>,
  names: readonly (string | null)[],
): string {
  const day = updatedAt.slice(0, 10);
  return createHash('sha256')
    .update(JSON.stringify([...names, day]))
    .digest('hex');
}
