import type { PersonaSlot, StatementKind } from '../../shared/vocabulary.ts';
import type { ActivityKind } from '../../shared/vocabulary.ts';
import type { Activity, Statement } from '../domain/activity.ts';
import { isFromBuyer } from '../domain/activity.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Confirmation, Persona, SlotEntry, Source } from '../domain/persona.ts';
import { isRefuted, slotVerdictOn } from './slot-verdicts.ts';

/** How many entries of a slot are worth reading. */
const MOST = 4;

const SLOT_OF: Readonly<Partial<Record<StatementKind, PersonaSlot>>> = {
  value: 'values',
  desired_outcome: 'values',
  where_and_how: 'where_and_how',
  accommodation: 'where_and_how',
  pain_point: 'pain_points',
  influencer: 'influencers',
  purchasing: 'purchasing',
  obstacle: 'purchasing',
};

const CHANNEL_WORDS: Readonly<Partial<Record<ActivityKind, string>>> = {
  email: 'mail',
  call: 'phone',
  meeting: 'meetings',
  chat: 'chat',
  form: 'forms',
  ticket: 'tickets',
};

/** The persona's five questions, answered by this person's own statements, newest first. */
export function fillSlots(file: DealFile, personId: string): Persona['slots'] {
  const own = file.statements.filter((each) => each.personId === personId);
  const confirmed = (entry: Unconfirmed): SlotEntry => ({
    ...entry,
    confirmedBy: confirmationOf(file, personId, entry.id),
  });
  const told = (slot: PersonaSlot) => entriesOf(own, slot).map(confirmed);
  const seen = observedChannel(file.activities, personId)
    .filter(({ id }) => !isRefuted(file, { personId, entryId: id }))
    .map(confirmed);
  return {
    values: told('values'),
    where_and_how: [...told('where_and_how'), ...seen].slice(0, MOST),
    pain_points: told('pain_points'),
    influencers: told('influencers'),
    purchasing: told('purchasing'),
  };
}

function confirmationOf(file: DealFile, personId: string, entryId: string): Confirmation | null {
  const given = slotVerdictOn(file, { personId, entryId });
  return given?.verdict === 'right' ? { userId: given.byUserId, name: given.byName } : null;
}

type Unconfirmed = Omit<SlotEntry, 'confirmedBy'>;

function entriesOf(statements: readonly Statement[], slot: PersonaSlot): readonly Unconfirmed[] {
  const newestFirst = statements.filter((each) => SLOT_OF[each.kind] === slot).reverse();
  const once = new Map(newestFirst.map((each) => [each.shown.toLowerCase(), each]));
  return [...once.values()].slice(0, MOST).map((each) => ({
    id: each.id,
    text: each.shown,
    status: each.status,
    source: sourceOf(each),
  }));
}

export function sourceOf(each: Pick<Statement, 'activityId' | 'activityKind' | 'at'>): Source {
  return { activityId: each.activityId, activityKind: each.activityKind, at: each.at };
}

/** "Mostly by mail": said only when there is enough to call it a habit. */
function observedChannel(
  activities: readonly Activity[],
  personId: string,
): readonly Unconfirmed[] {
  const own = activities.filter((each) => isFromBuyer(each) && each.authorPersonId === personId);
  const counts = Map.groupBy(own, (each) => each.kind);
  const [kind, group] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const last = group?.at(-1);
  const word = kind === undefined ? undefined : CHANNEL_WORDS[kind];
  if (group === undefined || last === undefined || word === undefined || group.length < 3)
    return [];
  const source: Source = { activityId: last.id, activityKind: last.kind, at: last.at };
  return [
    {
      id: `mostly-by-${kind}`,
      text: `mostly by ${word} (${group.length} of ${own.length})`,
      status: 'observed',
      source,
    },
  ];
}
