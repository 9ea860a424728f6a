import type { Stage } from '../../shared/vocabulary.ts';
import type { TracedCondition } from '../domain/stage.ts';
import type { SignalName, Signals, SignalValue } from './signals.ts';

/**
 * Rules are data: all, any and not over conditions on typed signals. An unknown signal satisfies no comparison; only
 * `missing` sees it. Every condition carries the sentence that "Why" prints.
 */
type Comparison =
  | (Said & { readonly op: 'gte' | 'lte'; readonly value: number })
  | (Said & { readonly op: 'in'; readonly value: readonly string[] })
  | (Said & { readonly op: 'is'; readonly value: boolean });

export type Condition =
  Comparison | (Said & { readonly op: 'known' }) | (Said & { readonly op: 'missing' });

interface Said {
  readonly signal: SignalName;
  readonly sentence: string;
}

export type Node =
  | Condition
  | { readonly all: readonly Node[] }
  | { readonly any: readonly Node[] }
  | { readonly not: Node };

export interface StageRule {
  readonly id: string;
  readonly name: string;
  readonly when: Node;
  readonly stage: Stage;
  /** Takes effect at once, without waiting for the stage to hold. */
  readonly immediate: boolean;
}

export interface RuleSet {
  readonly version: number;
  /** First match wins: the order is the priority. */
  readonly rules: readonly StageRule[];
  readonly fallback: Omit<StageRule, 'when'>;
  /** Days that a change must hold before the stage follows. */
  readonly confirmDaysForward: number;
  readonly confirmDaysBack: number;
}

export function holds(node: Node, signals: Signals): boolean {
  if ('all' in node) return node.all.every((each) => holds(each, signals));
  if ('any' in node) return node.any.some((each) => holds(each, signals));
  if ('not' in node) return !holds(node.not, signals);
  return meets(node, signals[node.signal]);
}

function meets(condition: Condition, value: SignalValue): boolean {
  if (condition.op === 'missing') return value === null;
  if (condition.op === 'known') return value !== null;
  return value !== null && compares(condition, value);
}

function compares(condition: Comparison, value: NonNullable<SignalValue>): boolean {
  switch (condition.op) {
    case 'is':
      return value === condition.value;
    case 'in':
      return condition.value.includes(String(value));
    case 'gte':
      return Number(value) >= condition.value;
    case 'lte':
      return Number(value) <= condition.value;
  }
}

/** Every condition of a rule with the deal's own value, in reading order. */
export function traceOf(node: Node, signals: Signals): readonly TracedCondition[] {
  if ('all' in node) return node.all.flatMap((each) => traceOf(each, signals));
  if ('any' in node) return node.any.flatMap((each) => traceOf(each, signals));
  if ('not' in node) return traceOf(node.not, signals).map(negated);
  const value = signals[node.signal];
  const held = meets(node, value);
  // A yes or no answers the sentence, which may be the signal's denial.
  const answer = node.op === 'is' && value !== null ? held : value;
  return [{ sentence: node.sentence, held, value: inWords(answer) }];
}

function negated(traced: TracedCondition): TracedCondition {
  return { ...traced, sentence: `Not: ${traced.sentence}`, held: !traced.held };
}

function inWords(value: SignalValue): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** What is known will not become unknown again: such a rule can no longer come true. */
export function isOutOfReach(node: Node, signals: Signals): boolean {
  if ('all' in node) return node.all.some((each) => isOutOfReach(each, signals));
  if ('any' in node) return node.any.every((each) => isOutOfReach(each, signals));
  if ('not' in node) return false;
  return node.op === 'missing' && signals[node.signal] !== null;
}
