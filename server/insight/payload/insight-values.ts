import type { Instant } from '../../../shared/ids.ts';
import type { InsightPayload, InsightValues } from '../../../shared/insight-payload.ts';
import { chooseFocus } from '../focus.ts';
import type { CardRecord, CardRow } from '../port.ts';

/** What may be reported on, of the person or deal that the card would speak of now, beside its payload. */
export function insightValues(
  record: CardRecord,
  rows: readonly CardRow[],
  { payload, now }: { readonly payload: InsightPayload; readonly now: Instant },
): InsightValues {
  const row = chooseFocus(record, rows, now)?.row;
  const card = row?.card.kind === 'insight' ? row.card : null;
  const [top] = card?.drivers ?? [];
  return {
    stage: card?.stage.stage ?? null,
    stageSince: card?.stage.since ?? null,
    topDriver: top?.driver ?? null,
    pole: top?.pole ?? null,
    openConcerns: row?.facts.openConcerns ?? 0,
    oldestConcernAt: row?.facts.oldestOpenConcernAt ?? null,
    generatedAt: now,
    payload,
  };
}
