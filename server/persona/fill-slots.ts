import type { PersonaSlot, StatementKind } from '../../shared/vocabulary.ts';
import type { ActivityKind } from '../../shared/vocabulary.ts';
import type { Activity, Statement } from '../domain/activity.ts';
import { isFromBuyer } from '../domain/activity.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Persona, SlotEntry, Source } from '../domain/persona.ts';

/** How many entries of a slot are worth reading. */
const MOST = 4;

const SLOT_OF: Readonly<Partial<Record<StatementKind, PersonaSlot>>> = {
  value: 'values',
  desired_outcome: 'values',
  where_and_how: 'where_and_how',
  pain_point: 'pain_points',
  influencer: 'influencers',
  purchasing: 'purchasing',
};

const CHANNEL_WORDS: Readonly<Partial<Record<ActivityKind, string>>> = {
  email: 'mail',
  call: 'phone',
  meeting: 'meetings',
  chat: 'chat',
  ticket: 'tickets',
};

/** The persona's five questions, answered by this person's own statements, newest first. */
export function fillSlots(file: DealFile, personId: string): Persona['slots'] {
  const own = file.statements.filter((each) => each.personId === personId);
  const seen = observedChannel(file.activities, personId);
  return {
    values: entriesOf(own, 'values'),
    where_and_how: [...entriesOf(own, 'where_and_how'), ...seen].slice(0, MOST),
    pain_points: entriesOf(own, 'pain_points'),
    influencers: entriesOf(own, 'influencers'),
    purchasing: entriesOf(own, 'purchasing'),
  };
}

function entriesOf(statements: readonly Statement[], slot: PersonaSlot): readonly SlotEntry[] {
  const newestFirst = statements.filter((each) => SLOT_OF[each.kind] === slot).reverse();
  const once = new Map(newestFirst.map((each) => [each.shown.toLowerCase(), each]));
  return [...once.values()].slice(0, MOST).map((each) => ({
    text: each.shown,
    status: each.status,
    source: sourceOf(each),
  }));
}

export function sourceOf(each: Pick<Statement, 'activityId' | 'activityKind' | 'at'>): Source {
  return { activityId: each.activityId, activityKind: each.activityKind, at: each.at };
}

/** "Mostly by mail": said only when there is enough to call it a habit. */
function observedChannel(activities: readonly Activity[], personId: string): readonly SlotEntry[] {
  const own = activities.filter((each) => isFromBuyer(each) && each.authorPersonId === personId);
  const counts = Map.groupBy(own, (each) => each.kind);
  const [kind, group] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const last = group?.at(-1);
  const word = kind === undefined ? undefined : CHANNEL_WORDS[kind];
  if (group === undefined || last === undefined || word === undefined || group.length < 3)
    return [];
  const source: Source = { activityId: last.id, activityKind: last.kind, at: last.at };
  return [
    { text: `mostly by ${word} (${group.length} of ${own.length})`, status: 'observed', source },
  ];
}
