import type { Stage } from '../../shared/vocabulary.ts';
import { STAGES } from '../../shared/vocabulary.ts';
import type { TracedCondition } from '../domain/stage.ts';
import type { RuleSet, StageRule } from './rule-language.ts';
import { holds, isOutOfReach, traceOf } from './rule-language.ts';
import type { Signals } from './signals.ts';

/** One moment's answer of the rules, before the waiting time of the stage history. */
export interface Evaluation {
  readonly rule: Pick<StageRule, 'id' | 'name' | 'stage' | 'immediate'>;
  readonly trace: readonly TracedCondition[];
  readonly wouldMove: readonly string[];
}

export function evaluate(ruleSet: RuleSet, signals: Signals): Evaluation {
  const hit = ruleSet.rules.find((rule) => holds(rule.when, signals));
  const rule = hit ?? ruleSet.fallback;
  const trace = hit === undefined ? unmet(ruleSet, signals) : traceOf(hit.when, signals);
  return { rule, trace, wouldMove: nextMoves(ruleSet, rule.stage, signals) };
}

/** The fallback holds because nothing else does: show what was looked for. */
function unmet(ruleSet: RuleSet, signals: Signals): readonly TracedCondition[] {
  return ruleSet.rules
    .filter((rule) => !rule.immediate)
    .slice(-1)
    .flatMap((rule) => traceOf(rule.when, signals));
}

/** What the next stages still lack, in the rules' own sentences. */
function nextMoves(ruleSet: RuleSet, stage: Stage, signals: Signals): readonly string[] {
  const later = ruleSet.rules.filter(
    (rule) => STAGES.indexOf(rule.stage) === STAGES.indexOf(stage) + 1,
  );
  return later
    .filter((rule) => rule.id !== 'renewing' && !isOutOfReach(rule.when, signals))
    .flatMap((rule) =>
      traceOf(rule.when, signals)
        .filter((each) => !each.held)
        .map((each) => toward(rule, each)),
    );
}

function toward(rule: StageRule, lacking: TracedCondition): string {
  const stage = rule.stage.charAt(0).toUpperCase() + rule.stage.slice(1);
  return `${stage}, once this holds: ${lacking.sentence}`;
}
