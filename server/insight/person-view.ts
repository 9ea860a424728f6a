import type { Instant } from '../../shared/ids.ts';
import type { BuyingRole } from '../../shared/vocabulary.ts';
import type { Activity } from '../domain/activity.ts';
import { isFromBuyer } from '../domain/activity.ts';
import type { Belief } from '../domain/belief.ts';
import { byWeight } from '../domain/by-weight.ts';
import type { Concern } from '../domain/concern.ts';
import type { DealFile } from '../domain/deal-file.ts';
import { foldBeliefs } from '../domain/fold-beliefs.ts';
import { foldConcerns } from '../domain/fold-concerns.ts';
import { leadOf, tellingPoints } from '../domain/lead-quote.ts';
import type { Person } from '../domain/person.ts';
import { inferRole } from '../persona/infer-role.ts';

/** One person of the deal with everything that was folded about them. */
export interface PersonView {
  readonly person: Person;
  readonly role: BuyingRole | null;
  /** What matters most first. */
  readonly beliefs: readonly Belief[];
  /** All states, oldest first. */
  readonly concerns: readonly Concern[];
  readonly open: readonly Concern[];
  /** Meetings and calls that are booked with them, soonest first. */
  readonly ahead: readonly Activity[];
  readonly lastWroteAt: Instant | null;
}

/** What such beliefs weigh when they are put in order: measured on the stories' own authors' truth (test/evals/cards.test.ts). */
const MANNER = 0.7;
const VAGUE = 0.8;

export function viewPersons(file: DealFile, now: Instant): readonly PersonView[] {
  const beliefs = foldBeliefs(file, now);
  const concerns = foldConcerns(file, now);
  return file.persons.map((person) => {
    const own = concerns.filter((each) => each.personId === person.id);
    const held = beliefs.filter((each) => each.personId === person.id);
    const open = own.filter((each) => each.state === 'open' && isStillHeld(each, held));
    const ahead = file.activities.filter((each) => isAhead(each, person.id, now));
    return {
      person,
      role: inferRole(file, person).role,
      beliefs: byMattering(held, open),
      concerns: own.filter((each) => each.state !== 'open' || open.includes(each)),
      open,
      ahead,
      lastWroteAt: lastWrote(file, person.id, now),
    };
  });
}

/** What nobody has come back to until the belief itself fell silent is history, not a thing to greet them with. */
function isStillHeld({ driver }: Concern, held: readonly Belief[]): boolean {
  return held.some((belief) => belief.driver === driver && belief.pole === 'threatened');
}

function isAhead(activity: Activity, personId: string, now: Instant): boolean {
  const booked = activity.kind === 'meeting' || activity.kind === 'call';
  return (
    booked && activity.at > now && !isCancelled(activity) && activity.personIds.includes(personId)
  );
}

function isCancelled({ outcome }: Activity): boolean {
  return outcome !== null && /cancel/i.test(outcome);
}

function lastWrote(file: DealFile, personId: string, now: Instant): Instant | null {
  const written = file.activities.filter(
    (each) => isFromBuyer(each) && each.authorPersonId === personId,
  );
  return written.findLast((each) => each.at <= now)?.at ?? null;
}

/** Open concerns that are more than a hint, then what else is more than a hint, then hints; shared words last. */
function byMattering(beliefs: readonly Belief[], open: readonly Concern[]): readonly Belief[] {
  const tier = (belief: Belief): number => {
    if (isSharedOnly(belief)) return 4;
    const concern =
      belief.pole === 'threatened' && open.some((each) => each.driver === belief.driver);
    return (belief.word === 'hint' ? 2 : 0) + (concern ? 0 : 1);
  };
  return [...beliefs].sort((a, b) => tier(a) - tier(b) || byWeight(substance(a), substance(b)));
}

/**
 * On near-equal weight the matter itself comes before how it was handled, a hope before a settled question, and words
 * that can be understood alone before words that cannot.
 */
function substance(belief: Belief): number {
  const { driver, pole, weight } = belief;
  const manner = driver === 'being_heard' || driver === 'recognition';
  const settled = pole === 'met' && driver === 'certainty';
  const lead = leadOf(belief);
  const vague = lead !== undefined && tellingPoints(lead.shown) < -0.5;
  return weight * (manner || settled ? MANNER : 1) * (vague ? VAGUE : 1);
}

/** Nothing but words that are not tied to one deal: never alone a headline. */
export function isSharedOnly(belief: Belief): boolean {
  return belief.support.every((each) => each.tie.kind === 'shared');
}
