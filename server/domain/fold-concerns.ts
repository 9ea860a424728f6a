import type { Instant } from '../../shared/ids.ts';
import type { Driver } from '../../shared/vocabulary.ts';
import type { Concern } from './concern.ts';
import type { Verdict } from './deal-file.ts';
import type { Evidence } from './evidence.ts';
import { byTime } from './evidence-order.ts';
import { isStanding } from './fold-beliefs.ts';

/**
 * A present pain is why they talk to us, not something we owe an answer to: of 45 threatened readings of relief in the
 * sandbox's truth files, one is a concern.
 */
const NO_CONCERN: readonly Driver[] = ['relief'];

interface Folded {
  readonly evidence: readonly Evidence[];
  readonly verdicts: readonly Verdict[];
}

/** What each person raised, oldest first: open until their own later words settle it. */
export function foldConcerns(file: Folded, now: Instant): readonly Concern[] {
  const ordered = file.evidence
    .filter((each) => each.at <= now && raisesOrSettles(each))
    .sort(byTime);
  const concerns = ordered.reduce<readonly Concern[]>(takeIn, []);
  return concerns
    .map((each) => withdrawnIfRefuted(each, file.verdicts))
    .sort((a, b) =>
      a.raisedAt < b.raisedAt ? -1 : a.raisedAt > b.raisedAt ? 1 : a.id < b.id ? -1 : 1,
    );
}

function raisesOrSettles(evidence: Evidence): boolean {
  return evidence.status !== 'observed' && !NO_CONCERN.includes(evidence.driver);
}

function takeIn(concerns: readonly Concern[], evidence: Evidence): readonly Concern[] {
  const { personId } = evidence;
  if (personId === null) return concerns;
  const open = concerns.find(
    (each) =>
      each.state === 'open' && each.personId === personId && each.driver === evidence.driver,
  );
  if (open === undefined) {
    return evidence.pole === 'met' ? concerns : [...concerns, raise(personId, evidence)];
  }
  const next = evidence.pole === 'met' ? settle(open, evidence) : raiseAgain(open, evidence);
  return concerns.map((each) => (each === open ? next : each));
}

function raise(personId: string, evidence: Evidence): Concern {
  return {
    id: `${personId}:${evidence.driver}:${evidence.id}`,
    personId,
    driver: evidence.driver,
    state: 'open',
    raisedAt: evidence.at,
    raised: [evidence],
    settledBy: null,
  };
}

/** Two clauses of one mail raise a concern once. */
function raiseAgain(concern: Concern, evidence: Evidence): Concern {
  const known = concern.raised.some((each) => each.activityId === evidence.activityId);
  return known ? concern : { ...concern, raised: [...concern.raised, evidence] };
}

function settle(concern: Concern, evidence: Evidence): Concern {
  return { ...concern, state: 'answered', settledBy: evidence };
}

/** A rep's "not right" takes back the readings it refutes, and the concern when nothing else carries it. */
function withdrawnIfRefuted(concern: Concern, verdicts: readonly Verdict[]): Concern {
  const raised = concern.raised.filter((each) => isStanding(each, verdicts));
  const first = raised[0];
  if (first !== undefined) return { ...concern, raised, raisedAt: first.at };
  return concern.state === 'open' ? { ...concern, state: 'withdrawn' } : concern;
}
