import type { PostNoteBody } from '../../../shared/api/actions/post-note.ts';
import type { Card, InsightCard, PersonaSlotView } from '../../../shared/card.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { PersonaSlot } from '../../../shared/vocabulary.ts';
import { questionsHeading, SLOT_QUESTIONS } from '../../domain/our-questions.ts';
import { cardInFocus, keyOfDay, subjectsOf } from './card-in-focus.ts';
import type { QuestionsNote } from './port.ts';

export interface NoteRequest {
  readonly tenantId: TenantId;
  readonly wanted: PostNoteBody;
  /** As the one who asks sees it. */
  readonly card: Card;
  readonly ownerId: string | null;
  readonly now: Instant;
}

/**
 * The open questions with room under each, and nothing else of the card: everybody who sees the record sees a note.
 * Throws AppError `questions_unknown` when the card shows this viewer none of this person.
 */
export function composeNote(request: NoteRequest): QuestionsNote {
  const { wanted, ownerId, now } = request;
  const { insight, open } = findOpen(request);
  return {
    key: keyOf(request, insight, open),
    lines: [
      questionsHeading(insight.focus.person.name),
      ...open.flatMap((slot) => [SLOT_QUESTIONS[slot], '']),
    ],
    at: now,
    ownerId,
    about: subjectsOf(wanted),
  };
}

function findOpen({ card, wanted }: NoteRequest) {
  const insight = cardInFocus(card, wanted);
  const open = insight?.persona.filter(isOpen).map(({ slot }) => slot) ?? [];
  if (insight !== null && open.length > 0) return { insight, open };
  throw new AppError(
    'questions_unknown',
    'The card has changed since it was opened, and has no open question here. Nothing was written.',
    { recovery: 'skip' },
  );
}

/** What is usual for a role is nobody's answer. */
function isOpen({ entries }: PersonaSlotView): boolean {
  return entries.every(({ status }) => status === 'role_default');
}

/** One note for the same questions and day of the card, whoever asks and however often. */
function keyOf(
  { tenantId, wanted }: NoteRequest,
  insight: InsightCard,
  open: readonly PersonaSlot[],
): string {
  const { recordKind, recordId, dealId, personId } = wanted;
  return keyOfDay(insight, [
    ...[tenantId, 'questions', recordKind, recordId, dealId, personId],
    ...open.toSorted(),
  ]);
}
