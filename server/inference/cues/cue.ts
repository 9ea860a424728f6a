import type { Driver, Pole } from '../../../shared/vocabulary.ts';
import { expression } from './expression.ts';

/** What a cue tolerates that would otherwise silence it. */
export type Tolerance =
  'negated' | 'question' | 'you' | 'hypothetical' | 'irony' | 'outsider' | 'legalese';

/** One wording class that carries a need. Written as data; `compile` makes it ready. */
export interface CueSpec {
  /** Regular expression over a normalised sentence; a space stands for any white space. */
  readonly pattern: string;
  readonly status: 'said' | 'implied';
  /** 0 to 1: how plainly it carries the need. */
  readonly strength: number;
  /** False friends: when this matches the sentence, the cue says nothing. */
  readonly unless?: string;
  /** Must match somewhere in the sentence too. */
  readonly needs?: string;
  readonly tolerates?: readonly Tolerance[];
}

export interface DriverCues {
  readonly driver: Driver;
  readonly threatened: readonly CueSpec[];
  readonly met: readonly CueSpec[];
}

export interface Cue {
  readonly driver: Driver;
  readonly pole: Pole;
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
  readonly needs: RegExp | null;
  readonly status: 'said' | 'implied';
  readonly strength: number;
  readonly tolerates: ReadonlySet<Tolerance>;
}

export function compile(cues: DriverCues): readonly Cue[] {
  return [
    ...cues.threatened.map((spec) => compileCue(cues.driver, 'threatened', spec)),
    ...cues.met.map((spec) => compileCue(cues.driver, 'met', spec)),
  ];
}

function compileCue(driver: Driver, pole: Pole, spec: CueSpec): Cue {
  return {
    driver,
    pole,
    pattern: expression(spec.pattern),
    unless: spec.unless === undefined ? null : expression(spec.unless),
    needs: spec.needs === undefined ? null : expression(spec.needs),
    status: spec.status,
    strength: spec.strength,
    tolerates: new Set(spec.tolerates ?? []),
  };
}
