import type { Instant } from '../../shared/ids.ts';
import type { Stage } from '../../shared/vocabulary.ts';

/** One condition of a stage rule with the deal's own value, for "Why". */
export interface TracedCondition {
  /** A plain sentence, for example "a price question in the last 30 days". */
  readonly sentence: string;
  readonly held: boolean;
  /** The deal's value in words; null when the deal has none. */
  readonly value: string | null;
}

export interface StageReading {
  readonly stage: Stage;
  readonly since: Instant;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly trace: readonly TracedCondition[];
  /** What would move the stage, as sentences. */
  readonly wouldMove: readonly string[];
}
