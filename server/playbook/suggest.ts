import type { Phrase } from '../../shared/card.ts';
import type { Belief } from '../domain/belief.ts';
import { leadOf, wantsToSee } from '../domain/lead-quote.ts';
import { fixedWords, moment, phrase } from '../domain/phrase.ts';
import type { NextStep } from '../domain/suggestion.ts';
import { daysBetween } from '../domain/time-span.ts';
import { suggestCheckIn } from './check-in.ts';
import { draftFor } from './drafts.ts';
import { fillTemplate } from './fill-template.ts';
import { ALL_PLAYS } from './plays/all-plays.ts';
import type { Play } from './plays/play.ts';
import type { Situation } from './situation.ts';
import { factsOf, isFit, openConcernOf, timesWord } from './situation.ts';
import { ASKED_FOR_TIME, suggestWaiting } from './wait.ts';

/** How many other steps are worth unfolding. */
const MOST_ALTERNATIVES = 2;

interface Suggestion {
  readonly step: NextStep | null;
  readonly alternatives: readonly NextStep[];
}

/**
 * One next step and what else would be fitting. Waiting comes first when the buyer asked for it or has not had time;
 * else the play of this stage for the need that matters most; in retention the check-ins where nothing is open. What
 * the headline has told of the meeting is not said again.
 */
export function suggest(situation: Situation, headline: Phrase = []): Suggestion {
  const wait = suggestWaiting(situation);
  const plays = playsFor(
    tellsOf(headline, situation) ? { ...situation, meeting: null } : situation,
  );
  const checkIn = suggestCheckIn(situation);
  const nothingOpen = situation.concerns.every((each) => each.state !== 'open');
  const order = nothingOpen
    ? [wait, ...plays.slice(0, 1), checkIn, ...plays.slice(1)]
    : [wait, ...plays, checkIn];
  const [step = null, ...others] = order.filter((each) => each !== null);
  const fitting = others.filter((each) => fitsBeside(each, step, nothingOpen));
  return { step, alternatives: once(fitting, step).slice(0, MOST_ALTERNATIVES) };
}

function tellsOf(headline: Phrase, { meeting }: Situation): boolean {
  return headline.some((part) => typeof part !== 'string' && part.at === meeting?.at);
}

/** Beside a promise to wait nothing else is asked of them; while something is open, good news is not the thing to do. */
function fitsBeside(other: NextStep, step: NextStep | null, nothingOpen: boolean): boolean {
  if (step?.playId === ASKED_FOR_TIME) return other.playId.includes('.control.');
  return nothingOpen || !other.playId.includes('.met');
}

function once(steps: readonly NextStep[], chosen: NextStep | null): readonly NextStep[] {
  const others = new Map(steps.map((each) => [each.playId, each]));
  if (chosen !== null) others.delete(chosen.playId);
  return [...others.values()];
}

/** What was said lately gives the steps; older words and hints only where nothing else does. */
function playsFor(situation: Situation): readonly NextStep[] {
  const { beliefs } = situation;
  const fresh = beliefs.filter(({ word }) => word === 'said');
  const steps = fresh.flatMap((belief) => stepsFor(situation, belief));
  return steps.length > 0 ? steps : beliefs.flatMap((belief) => stepsFor(situation, belief));
}

function stepsFor(situation: Situation, belief: Belief): readonly NextStep[] {
  return ALL_PLAYS.filter((play) => fits(play, situation, belief))
    .map((play) => stepOf(play, situation, belief))
    .filter((step) => step !== null);
}

function fits(play: Play, { stage }: Situation, belief: Belief): boolean {
  const shows = ALL_PLAYS.some((each) => each.toShow && concernsSame(each, stage, belief));
  return concernsSame(play, stage, belief) && play.toShow === (shows && wantsToSee(leadOf(belief)));
}

function concernsSame(play: Play, stage: Situation['stage'], belief: Belief): boolean {
  return (
    play.stage === (stage ?? 'awareness') &&
    play.driver === belief.driver &&
    play.pole === belief.pole
  );
}

function stepOf(play: Play, situation: Situation, belief: Belief): NextStep | null {
  const title = titleOf(play, situation, belief);
  const reason = phrase(factOf(situation, belief), ' ', play.because);
  if (!isFit(situation, phrase(title, ' ', reason))) return null;
  return {
    id: `${play.id}:${situation.person.id}`,
    playId: play.id,
    stage: play.stage,
    title,
    reason,
    action: play.action,
    askAgain: null,
    draft: play.action === 'email' ? draftFor(situation, belief) : null,
  };
}

function titleOf(play: Play, situation: Situation, belief: Belief): Phrase {
  const facts = factsOf(situation, belief);
  const before =
    facts.meeting === undefined ? null : fillTemplate(`${play.title}, before {meeting}`, facts);
  const plain = play.title.replaceAll('{first}', fixedWords(facts.first));
  return before !== null && canHurry(play) ? before : [plain];
}

/** What mends something is best done before they meet; giving them room is not. */
function canHurry({ pole, action, driver }: Play): boolean {
  return pole === 'threatened' && action !== 'meeting' && driver !== 'control';
}

/** The fact of this deal that a reason opens with: at most 42 characters once rendered. */
function factOf(situation: Situation, belief: Belief): Phrase {
  const concern = openConcernOf(situation, belief);
  const newest = belief.support[0];
  const said = newest?.at ?? belief.since;
  if (concern === null || belief.pole === 'met') return phrase('Said ', moment(said, 'ago'), ':');
  if (concern.raised.length > 1) {
    return phrase(
      'Raised ',
      timesWord(concern.raised.length),
      ', open ',
      moment(concern.raisedAt, 'age'),
      ':',
    );
  }
  const fresh = daysBetween(concern.raisedAt, situation.now) < 2;
  return fresh
    ? phrase('Raised ', moment(concern.raisedAt, 'ago'), ':')
    : phrase('Open for ', moment(concern.raisedAt, 'age'), ':');
}
