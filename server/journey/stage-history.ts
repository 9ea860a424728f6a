import type { Instant } from '../../shared/ids.ts';
import type { Stage } from '../../shared/vocabulary.ts';
import { STAGES } from '../../shared/vocabulary.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Deal } from '../domain/deal.ts';
import { stageSince } from '../domain/deal.ts';
import type { StageReading } from '../domain/stage.ts';
import { addDays } from '../domain/time-span.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import type { RuleSet } from './rule-language.ts';
import { readSignals } from './signals.ts';

/** A stretch of the journey: the stage, since when, and the rules' answer that brought it. */
interface Stretch {
  readonly stage: Stage;
  readonly from: Instant;
  readonly evaluation: Evaluation;
}

interface Walk {
  readonly held: readonly Stretch[];
  /** A change that has not held long enough yet. */
  readonly pending: Stretch | null;
}

export interface Journey {
  readonly points: readonly { readonly stage: Stage; readonly from: Instant }[];
  /** Null for a lost deal, and where nothing has happened yet. */
  readonly current: StageReading | null;
}

/**
 * The stages over time: the rules are asked at each moment something happened, never in between, so silence moves
 * nothing. A change becomes the stage only after it has held (1 day forward, 5 days back by default): in a real log this
 * took back-and-forth changes within a week from 547 to 161 (research/loop.md §2.7).
 */
export function walkJourney(file: DealFile, ruleSet: RuleSet, now: Instant): Journey {
  const moments = momentsOf(file, now);
  const walk = moments.reduce<Walk>((done, at) => step(done, ruleSet, look(file, ruleSet, at)), {
    held: [],
    pending: null,
  });
  const { held, pending } = confirmDue(walk, ruleSet, now);
  const points = held.map(({ stage, from }) => ({ stage, from }));
  return {
    points,
    current: file.deal?.outcome === 'lost' ? null : readingOf(held.at(-1), pending),
  };
}

function momentsOf({ activities, deal }: DealFile, now: Instant): readonly Instant[] {
  const happened = activities.filter((each) => !each.automatic).map((each) => each.at);
  const closed = deal !== null && deal.outcome !== 'open' ? [stageSince(deal)] : [];
  return [...new Set([...happened, ...closed])].filter((at) => at <= now).sort();
}

function look(file: DealFile, ruleSet: RuleSet, at: Instant): Stretch {
  const then = { ...file, deal: file.deal === null ? null : dealAt(file.deal, at) };
  const evaluation = evaluate(ruleSet, readSignals(then, at));
  return { stage: evaluation.rule.stage, from: at, evaluation };
}

function dealAt(deal: Deal, at: Instant): Deal {
  return deal.outcome !== 'open' && at < stageSince(deal) ? { ...deal, outcome: 'open' } : deal;
}

function step(walk: Walk, ruleSet: RuleSet, seen: Stretch): Walk {
  const { held, pending } = confirmDue(walk, ruleSet, seen.from);
  const current = held.at(-1);
  if (current === undefined) return { held: [seen], pending: null };
  if (seen.stage === current.stage)
    return { held: [...held.slice(0, -1), { ...seen, from: current.from }], pending: null };
  if (seen.evaluation.rule.immediate) return { held: [...held, seen], pending: null };
  return { held, pending: pending?.stage === seen.stage ? pending : seen };
}

function confirmDue(walk: Walk, ruleSet: RuleSet, now: Instant): Walk {
  const { held, pending } = walk;
  const current = held.at(-1);
  if (pending === null || current === undefined) return walk;
  const due = addDays(pending.from, confirmDays(ruleSet, current.stage, pending.stage));
  return due <= now ? { held: [...held, pending], pending: null } : walk;
}

function confirmDays(ruleSet: RuleSet, from: Stage, to: Stage): number {
  const forward = STAGES.indexOf(to) > STAGES.indexOf(from);
  return forward ? ruleSet.confirmDaysForward : ruleSet.confirmDaysBack;
}

function readingOf(current: Stretch | undefined, pending: Stretch | null): StageReading | null {
  if (current === undefined) return null;
  const { rule, trace, wouldMove } = current.evaluation;
  return {
    stage: current.stage,
    since: current.from,
    ruleId: rule.id,
    ruleName: rule.name,
    trace,
    wouldMove: pending === null ? wouldMove : [waiting(pending), ...wouldMove],
  };
}

function waiting(pending: Stretch): string {
  return `Signs of ${pending.stage} are new; the stage follows when they have held for some days.`;
}
