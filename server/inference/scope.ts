import type { Sentence } from './clauses.ts';
import type { Tolerance } from './cues/cue.ts';
import type { Span } from './source-text.ts';

/** What stands around a cue and may take its meaning away. */
export interface Scope {
  readonly silencedBy: readonly Tolerance[];
  /** -1 … 1: hedges weaken, boosters strengthen. */
  readonly intensity: number;
}

/** `match` in offsets of the decoded text. */
export type ScopeOf = (sentence: Sentence, match: Span) => Scope;

/** How a language denies, imagines, mocks, hedges and insists. Over normalised text. */
export interface ScopeWords {
  readonly denial: RegExp;
  /** Global: what looks like a denial and is none. */
  readonly noDenial: RegExp;
  /** How contracts and tenders speak; nobody feels anything there. */
  readonly legalese: RegExp;
  readonly counterfactual: RegExp;
  readonly hypothetical: RegExp;
  /** At the end of what stands before a cue: it is said of "you". */
  readonly youAsSubject: RegExp;
  readonly outsider: RegExp;
  readonly irony: RegExp;
  readonly hedge: RegExp;
  readonly booster: RegExp;
}

/** A denial reaches over a few words, not to the end of the clause. */
const DENIAL_REACH_WORDS = 5;

/** A sentence with a cue in it, cut where scope looks. */
interface Surroundings {
  readonly whole: string;
  /** From the clause's start to the cue. */
  readonly before: string;
  readonly cue: string;
}

type Silencer = readonly [Tolerance, (surroundings: Surroundings) => boolean];

export function createScope(words: ScopeWords): ScopeOf {
  const silencers = silencersBy(words);
  return (sentence, match) => {
    const whole = sentence.normal;
    const cueAt = match.start - sentence.start;
    const before = whole.slice(clauseStart(sentence, match.start) - sentence.start, cueAt);
    const surroundings = { whole, before, cue: whole.slice(cueAt, match.end - sentence.start) };
    const silent = silencers.filter(([, isSilent]) => isSilent(surroundings));
    return {
      silencedBy: silent.map(([tolerance]) => tolerance),
      intensity: Number(words.booster.test(whole)) - Number(words.hedge.test(whole)),
    };
  };
}

/** What silences a cue, and when. */
function silencersBy(words: ScopeWords): readonly Silencer[] {
  const imagines = ({ whole }: Surroundings): boolean =>
    words.counterfactual.test(whole) || words.hypothetical.test(whole);
  return [
    ['negated', ({ before, cue }) => isDenied(before, words) || words.denial.test(cue)],
    ['question', ({ whole }) => /\?["')]*$/.test(whole)],
    ['you', ({ before }) => words.youAsSubject.test(before)],
    ['hypothetical', imagines],
    ['legalese', ({ whole }) => words.legalese.test(whole)],
    ['outsider', ({ whole }) => words.outsider.test(whole)],
    ['irony', ({ whole }) => words.irony.test(whole)],
  ];
}

function clauseStart(sentence: Sentence, at: number): number {
  return sentence.clauses.findLast((clause) => clause.start <= at)?.start ?? sentence.start;
}

function isDenied(before: string, { denial, noDenial }: ScopeWords): boolean {
  const near = before.replace(noDenial, ' ').trimEnd().split(/\s+/).slice(-DENIAL_REACH_WORDS);
  return denial.test(near.join(' '));
}
