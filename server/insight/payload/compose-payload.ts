import type { Card } from '../../../shared/card.ts';
import {
  PAYLOAD_VERSION,
  type InsightPayload,
  type PayloadView,
} from '../../../shared/insight-payload.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { DealFile } from '../../domain/deal-file.ts';
import type { CardRecord, CardRow } from '../port.ts';
import { labelOf, waitingElsewhere, choiceOf } from '../view/choices.ts';
import { filterReadable } from '../view/filter-readable.ts';
import { fitPayload } from './fit-payload.ts';
import { focusTimes } from './focus-times.ts';
import { openWordBook } from './known-words.ts';
import { createPointerTable, type Locate } from './pointer-table.ts';
import { told, writeCard, type Pen } from './write-view.ts';

export interface PayloadQuestion {
  readonly record: CardRecord;
  /** Every row of the record: all persons of a deal, all deals of a person. */
  readonly rows: readonly CardRow[];
  /** The deal files that the rows were built from. */
  readonly files: readonly DealFile[];
  readonly locate: Locate;
  readonly now: Instant;
}

/** What the org's record says of a CRM record, without a word of a buyer's; null where there is nothing to say. */
export function composePayload(question: PayloadQuestion): InsightPayload | null {
  const { record, rows, files, locate, now } = question;
  const times = focusTimes(record, rows, now);
  if (times.length === 0) return null;
  const table = createPointerTable(locate);
  const pen: Pen = { book: openWordBook(files), table };
  const views = rows.map((row) => writeView(pen, question, row));
  const focus = times.map(({ from, row, because }) => ({
    from,
    view: rows.indexOf(row),
    because,
  }));
  const { sources, quotes } = table;
  return fitPayload({
    ...{ version: PAYLOAD_VERSION, sources: [...sources], quotes: [...quotes] },
    ...{ views, focus },
  });
}

function writeView(pen: Pen, { record, rows, locate }: PayloadQuestion, row: CardRow): PayloadView {
  const canSelect = (ref: { readonly kind: string; readonly id: string }) =>
    row.cited.some(
      ({ kind, id }) => kind === ref.kind && id === ref.id && locate({ kind, id }) !== null,
    );
  const others = rows.filter((each) => choiceOf(record, each) !== choiceOf(record, row));
  const waiting = waitingElsewhere(record, others, () => true);
  return {
    person: personOf(row),
    deal: row.dealId === null ? null : { id: row.dealId, name: row.dealName ?? '' },
    label: labelOf(record, row),
    waiting: waiting && told(pen, waiting),
    card: writeCard(pen, filterReadable(row, canSelect)),
    rests: restsOf(pen, row),
  };
}

function personOf({ card, personId, personName }: CardRow): PayloadView['person'] {
  const focus = 'focus' in card ? card.focus : null;
  return focus?.person ?? { id: personId, name: personName, title: null, role: null };
}

/** Every part that is said, with all it rests on. */
function restsOf({ table, book }: Pen, { card, cited, builtAt }: CardRow): PayloadView['rests'] {
  const momentOf = (activityId: string) =>
    book.all.find((words) => words.activityId === activityId)?.at ?? builtAt;
  const pairs = cited.flatMap(({ kind, id, parts }) =>
    parts
      .filter((part) => stands(part, card))
      .map((part) => ({ part, source: table.source({ kind, id, at: momentOf(id) }) })),
  );
  return [...Map.groupBy(pairs, ({ part }) => part)].flatMap(([part, group]) => {
    const sources = group.flatMap(({ source }) => source ?? []);
    return sources.length === 0 ? [] : [{ part, sources }];
  });
}

/** Quotes carry pointers of their own, and of what a card does not say nothing needs to be checked. */
function stands(part: string, card: Card): boolean {
  if (card.kind !== 'insight' || part === 'quotes') return false;
  if (part === 'group') return card.groupNotes.length > 0;
  return part !== 'hand_over' || card.notices.some(({ kind }) => kind === 'hand_over');
}
