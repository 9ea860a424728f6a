import type { Card } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { InsightPayload, InsightValues } from '../../../shared/insight-payload.ts';
import { chooseFocus } from '../focus.ts';
import type { CardRecord, CardRow, FocusFacts } from '../port.ts';

/** What may be reported on, of the person or deal that the card would speak of now, beside its payload. */
export function insightValues(
  record: CardRecord,
  rows: readonly CardRow[],
  { payload, now }: { readonly payload: InsightPayload; readonly now: Instant },
): InsightValues {
  const row = chooseFocus(record, rows, now)?.row;
  return { ...ofCard(row?.card), ...ofFacts(row?.facts), generatedAt: now, payload };
}

type OfCard = Pick<InsightValues, 'stage' | 'stageSince' | 'topDriver' | 'pole'>;

function ofCard(card: Card | undefined): OfCard {
  if (card?.kind !== 'insight')
    return { stage: null, stageSince: null, topDriver: null, pole: null };
  const [top = null] = card.drivers;
  const { stage, since: stageSince } = card.stage;
  return { stage, stageSince, topDriver: top && top.driver, pole: top && top.pole };
}

function ofFacts(facts: FocusFacts | undefined) {
  if (facts === undefined) return { openConcerns: 0, oldestConcernAt: null };
  const { openConcerns, oldestOpenConcernAt: oldestConcernAt } = facts;
  return { openConcerns, oldestConcernAt };
}
