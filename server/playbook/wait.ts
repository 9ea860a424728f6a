import type { NextStep } from '../domain/suggestion.ts';
import { firstName } from '../domain/person.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { addDays, daysBetween } from '../domain/time-span.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Concern } from '../domain/concern.ts';
import type { Activity } from '../domain/activity.ts';
import type { Situation } from './situation.ts';

/** After this a request for room is history. */
const ROOM_LASTS_DAYS = 45;

export const ASKED_FOR_TIME = 'asked-for-time';

/** Who asked for time gets two weeks of it, unless they set a date. */
const TIME_ASKED_DAYS = 14;
/** A mail of ours gets this many days before we think of another. */
const TIME_TO_ANSWER_DAYS = 3;

/** "Do nothing yet, because …": when waiting is the kindest step; null when it is not. */
export function suggestWaiting(situation: Situation): NextStep | null {
  const asked = topConcern(situation);
  const own = asked?.driver === 'control' ? asked.raised.at(-1) : undefined;
  const room = own ?? colleagueWantsRoom(situation);
  if (room !== null) return waitAsAsked(situation, room);
  const ours = unansweredOutbound(situation, asked);
  return ours === null ? null : waitForAnswer(situation, ours);
}

/** The open concern behind the belief that matters most. */
function topConcern({ beliefs, concerns }: Situation): Concern | null {
  const top = beliefs[0];
  const open = concerns.find((each) => each.state === 'open' && each.driver === top?.driver);
  return open !== undefined && top?.pole === 'threatened' ? open : null;
}

/** The last that their side told us was a colleague's request for room; nothing is booked and nothing asked since. */
function colleagueWantsRoom({ file, person, now }: Situation): Evidence | null {
  const word = file.evidence.findLast((each) => each.at <= now);
  if (word === undefined || !asksForRoom(word) || word.personId === person.id) return null;
  const since = file.activities.filter((each) => each.at > word.at);
  const moving = since.some((each) => each.kind === 'meeting' || each.questions > 0);
  return moving || daysBetween(word.at, now) > ROOM_LASTS_DAYS ? null : word;
}

function asksForRoom({ driver, pole, status }: Evidence): boolean {
  return driver === 'control' && pole === 'threatened' && status === 'said';
}

function waitAsAsked(situation: Situation, last: Evidence): NextStep {
  const { file, now, meeting } = situation;
  const asker = file.persons.find((each) => each.id === last.personId) ?? situation.person;
  const booked = meeting !== null;
  const at = booked ? meeting.at : laterOf(addDays(last.at, TIME_ASKED_DAYS), addDays(now, 7));
  const name = firstName(asker);
  return {
    ...nothing({ ...situation, person: asker }, ASKED_FOR_TIME),
    title: phrase('Do nothing until ', moment(at, 'day'), ', unless ', name, ' writes first'),
    reason: booked
      ? phrase(name, ' asked for room ', moment(last.at, 'ago'), '; the meeting is soon enough.')
      : phrase(
          name,
          ' asked for room ',
          moment(last.at, 'ago'),
          '; keeping to it is the help they want.',
        ),
    askAgain: moment(at, 'day'),
  };
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

/** Our side wrote after their last word, and they have not had time yet. */
function unansweredOutbound(situation: Situation, asked: Concern | null): Activity | null {
  const last = lastActivity(situation);
  if (last === null || !isOurMail(last) || meetsSoon(situation)) return null;
  const fresh = addDays(last.at, TIME_TO_ANSWER_DAYS) > situation.now;
  return fresh && !raisedSince(last, asked) ? last : null;
}

function raisedSince(mail: Activity, asked: Concern | null): boolean {
  return asked !== null && asked.raised.some((each) => each.at >= mail.at);
}

function meetsSoon({ meeting, now }: Situation): boolean {
  return meeting !== null && meeting.at <= addDays(now, TIME_TO_ANSWER_DAYS);
}

function lastActivity({ file, person, now }: Situation): Activity | null {
  const own = file.activities.filter((each) => each.personIds.includes(person.id));
  return own.findLast((each) => each.at <= now && !each.automatic) ?? null;
}

function isOurMail({ kind, direction }: Activity): boolean {
  return kind === 'email' && direction === 'out';
}

function waitForAnswer(situation: Situation, ours: Activity): NextStep {
  const at = addDays(ours.at, TIME_TO_ANSWER_DAYS + 1);
  const name = firstName(situation.person);
  return {
    ...nothing(situation, 'answer-on-its-way'),
    title: phrase('Do nothing until ', moment(at, 'day')),
    reason: phrase(
      'We wrote ',
      moment(ours.at, 'ago'),
      '; ',
      name,
      ' has had little time to answer.',
    ),
    askAgain: moment(at, 'day'),
  };
}

function nothing({ person, stage }: Situation, playId: string) {
  return {
    id: `wait.${playId}:${person.id}`,
    playId,
    stage: stage ?? 'awareness',
    action: 'none',
    draft: null,
  } as const;
}
