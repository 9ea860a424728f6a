import type { Instant } from '../../shared/ids.ts';
import type { Topic } from '../../shared/vocabulary.ts';
import type { Activity } from '../domain/activity.ts';
import { isFromBuyer } from '../domain/activity.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Evidence } from '../domain/evidence.ts';
import { daysBetween } from '../domain/time-span.ts';
import { stageOfCrm } from './crm-stage.ts';

export type SignalValue = number | string | boolean | null;

/** What the rules look at. Null means unknown; a conversation knows nothing of a deal. */
export interface Signals {
  readonly dealOutcome: 'open' | 'won' | 'lost' | null;
  /** The journey stage that the CRM's own stage label suggests. */
  readonly crmStage: string | null;
  readonly renewalPipeline: boolean | null;
  readonly daysSinceInbound: number | null;
  /** Buyer-side persons who wrote or took part. */
  readonly personsEngaged: number;
  readonly meetingsHeld: number;
  readonly nextMeetingBooked: boolean;
  /** They met us, or spoke of a demo, requirements or other options in their own mails. */
  readonly explores: boolean;
  /** Distinct topics of choosing (price, security, legal and so on) in their own mails since they explore. */
  readonly choosingTopics: number;
  /** Of those, the ones that bind: all but the price. */
  readonly bindingTopics: number;
  /** The most topics of choosing that one mail of theirs has raised. */
  readonly choosingAtOnce: number;
  /** The most binding topics that one call or meeting has touched since they explore. */
  readonly bindingInTalk: number;
  /** In their own words they have called our price or terms just or not, since they explore. */
  readonly weighsTerms: boolean;
  /** Days since the buyer last raised each of these; null when never. */
  readonly daysSinceProblem: number | null;
  readonly daysSincePrice: number | null;
  readonly daysSinceComparison: number | null;
  readonly daysSinceContract: number | null;
  readonly daysSinceRenewal: number | null;
  readonly decisionDateStated: boolean;
  /** The buyer compares options again, later than their last word on choosing. */
  readonly comparesAgain: boolean;
  readonly ticketsOpen: number;
  /** Tickets and survey answers are what customers write, and talk of the renewal. */
  readonly customerSigns: number;
  readonly surveyScore: number | null;
}

export type SignalName = keyof Signals;

const EXPLORING: readonly Topic[] = ['demo', 'requirements', 'comparison'];
const BINDING: readonly Topic[] = [
  'security',
  'legal',
  'procurement',
  'reference',
  'contract',
  'decision_date',
];
const CHOOSING: readonly Topic[] = ['price', ...BINDING];

/** Pure functions of what had happened until `now`, so that any past moment can be evaluated again. */
export function readSignals(file: DealFile, now: Instant): Signals {
  const past = file.activities.filter((each) => each.at <= now && !each.automatic);
  return {
    ...dealSignals(file),
    ...peopleSignals(file, past, now),
    ...topicSignals(past, now),
    ...choiceSignals(past, file.evidence, now),
    ...careSignals(past),
  };
}

function dealSignals({ deal }: DealFile) {
  if (deal === null) return { dealOutcome: null, crmStage: null, renewalPipeline: null };
  return {
    dealOutcome: deal.outcome,
    crmStage: stageOfCrm(deal),
    renewalPipeline: /renew/i.test(deal.pipelineLabel),
  };
}

function peopleSignals(file: DealFile, past: readonly Activity[], now: Instant) {
  const inbound = past.filter(isFromBuyer).at(-1);
  const meetings = past.filter((each) => each.kind === 'meeting' && !isCancelled(each));
  const engaged = [
    ...past.filter(isFromBuyer),
    ...meetings,
    ...past.filter((each) => each.kind === 'call'),
  ];
  return {
    daysSinceInbound: inbound === undefined ? null : wholeDays(inbound.at, now),
    personsEngaged: new Set(engaged.flatMap(engagedPersons)).size,
    meetingsHeld: meetings.length,
    nextMeetingBooked: file.activities.some(
      (each) => each.kind === 'meeting' && each.at > now && !isCancelled(each),
    ),
  };
}

/** A mail's recipients are not engaged yet; who writes, joins or speaks is. */
function engagedPersons(activity: Activity): readonly string[] {
  if (activity.kind === 'call' || activity.kind === 'meeting') return activity.personIds;
  return activity.authorPersonId === null ? [] : [activity.authorPersonId];
}

function topicSignals(past: readonly Activity[], now: Instant) {
  const last = lastSeen(past);
  const since = (topic: Topic): number | null => {
    const at = last.get(topic);
    return at === undefined ? null : wholeDays(at, now);
  };
  return {
    daysSinceProblem: since('problem'),
    daysSincePrice: since('price'),
    daysSinceComparison: since('comparison'),
    daysSinceContract: since('contract'),
    daysSinceRenewal: since('renewal'),
    decisionDateStated: last.has('decision_date'),
    comparesAgain: isNewer(
      last.get('comparison'),
      newest(CHOOSING.map((topic) => last.get(topic))),
    ),
  };
}

/** Words of choosing count from the day they explore, and only their own: our notes name prices in every stage. */
function choiceSignals(past: readonly Activity[], evidence: readonly Evidence[], now: Instant) {
  const begin = past.find(isExploring)?.at;
  const since = ({ at }: { readonly at: Instant }): boolean => begin !== undefined && at >= begin;
  const raised = past.filter((each) => isFromBuyer(each) && since(each)).map(choosingIn);
  const spoken = past.filter((each) => isTalk(each) && since(each)).map(choosingIn);
  const distinct = [...new Set(raised.flat())];
  return {
    explores: begin !== undefined,
    choosingTopics: distinct.length,
    bindingTopics: distinct.filter(isBinding).length,
    choosingAtOnce: Math.max(0, ...raised.map((topics) => topics.length)),
    bindingInTalk: Math.max(0, ...spoken.map((topics) => topics.filter(isBinding).length)),
    weighsTerms: evidence.some((each) => each.at <= now && since(each) && isOnTerms(each)),
  };
}

function choosingIn({ topics }: Activity): readonly Topic[] {
  return topics.filter((topic) => CHOOSING.includes(topic));
}

function isBinding(topic: Topic): boolean {
  return BINDING.includes(topic);
}

function isTalk({ kind }: Activity): boolean {
  return kind === 'meeting' || kind === 'call';
}

/** To call a price fair or not is to weigh an offer; what we noted of it may be our own wish. */
function isOnTerms({ driver, status }: Evidence): boolean {
  return driver === 'fairness' && status !== 'reported';
}

function isExploring(activity: Activity): boolean {
  if (activity.kind === 'meeting') return !isCancelled(activity);
  return isFromBuyer(activity) && activity.topics.some((topic) => EXPLORING.includes(topic));
}

function isCancelled({ outcome }: Activity): boolean {
  return outcome !== null && /cancel/i.test(outcome);
}

function lastSeen(past: readonly Activity[]): ReadonlyMap<Topic, Instant> {
  const seen = new Map<Topic, Instant>();
  for (const activity of past) {
    for (const topic of activity.topics)
      seen.set(topic, newest([seen.get(topic), activity.at]) ?? activity.at);
  }
  return seen;
}

function newest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
}

function isNewer(comparison: Instant | undefined, choosing: Instant | undefined): boolean {
  return comparison !== undefined && choosing !== undefined && comparison > choosing;
}

function careSignals(past: readonly Activity[]) {
  const scores = past.filter((each) => each.survey !== null);
  return {
    customerSigns: past.filter(isCustomerSign).length,
    ticketsOpen: past.filter((each) => each.kind === 'ticket' && each.outcome === 'open').length,
    surveyScore: scores.at(-1)?.survey?.score ?? null,
  };
}

function isCustomerSign({ kind, topics }: Activity): boolean {
  return kind === 'ticket' || kind === 'survey' || topics.includes('renewal');
}

function wholeDays(from: Instant, to: Instant): number {
  return Math.floor(daysBetween(from, to));
}
