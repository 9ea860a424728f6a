import type { Sentence } from './clauses.ts';
import type { Cue, Tolerance } from './cues/cue.ts';
import type { Scope, ScopeOf } from './scope.ts';
import { createSieve } from './sieve/sieve.ts';
import type { Span } from './source-text.ts';

/** A cue that holds in a sentence, or what the sentence's wording says without one. */
export interface Finding {
  readonly cue: Pick<Cue, 'driver' | 'pole' | 'status'>;
  readonly sentence: Sentence;
  /** The words that matched, in offsets of the decoded text. */
  readonly core: Span;
  readonly strength: number;
}

export interface FindReadings {
  /** Every cue that holds in the sentence once its surroundings were heard. */
  readonly findingsIn: (sentence: Sentence) => readonly Finding[];
  /** Cues that need two sentences ("You said X. The contract says Y."), over both joined. */
  readonly findingsAcross: (first: Sentence | undefined, second: Sentence) => readonly Finding[];
}

export interface CueTable {
  readonly cues: readonly Cue[];
  /** Over two sentences that follow each other. */
  readonly pairCues: readonly Cue[];
}

const expressionsOf = ({ pattern, needs }: Cue): readonly RegExp[] =>
  needs === null ? [pattern] : [pattern, needs];

export function createFindReadings({ cues, pairCues }: CueTable, scopeOf: ScopeOf): FindReadings {
  const cuesFor = createSieve(cues, expressionsOf);
  const pairCuesFor = createSieve(pairCues, expressionsOf);
  return {
    findingsIn: (sentence) => findingsOf(cuesFor(sentence.normal), sentence, scopeOf),
    findingsAcross: (first, second) => {
      if (first === undefined) return [];
      const gap = ' '.repeat(Math.max(0, second.start - first.end));
      const found = pairCuesFor(first.normal + gap + second.normal);
      return found.length === 0 ? [] : findingsOf(found, joined([first, second], gap), scopeOf);
    },
  };
}

function joined([first, second]: readonly [Sentence, Sentence], gap: string): Sentence {
  return {
    start: first.start,
    end: second.end,
    normal: first.normal + gap + second.normal,
    text: first.text + gap + second.text,
    clauses: [...first.clauses, ...second.clauses],
  };
}

/** Those of the cues that hold. */
export function findingsOf(
  cues: readonly Cue[],
  sentence: Sentence,
  scopeOf: ScopeOf,
): readonly Finding[] {
  return cues.flatMap((cue) => findingOf(cue, sentence, scopeOf) ?? []);
}

function findingOf(cue: Cue, sentence: Sentence, scopeOf: ScopeOf): Finding | null {
  const match = cue.pattern.exec(sentence.normal);
  if (match === null || match[0].trim() === '') return null;
  if (cue.unless?.test(sentence.normal) === true) return null;
  if (cue.needs?.test(sentence.normal) === false) return null;
  const start = sentence.start + match.index;
  const core = { start, end: start + match[0].trimEnd().length };
  const scope = scopeOf(sentence, core);
  if (isSilenced(cue, scope)) return null;
  return { cue, sentence, core, strength: strengthOf(cue, scope) };
}

function isSilenced(cue: Cue, scope: Scope): boolean {
  return scope.silencedBy.some((state) => !tolerates(cue, state));
}

/** Threats survive irony (it is how they are said) and questions less marked; what is met survives neither. */
function tolerates(cue: Cue, state: Tolerance): boolean {
  if (cue.tolerates.has(state)) return true;
  return state === 'irony' && cue.pole === 'threatened';
}

function strengthOf(cue: Cue, scope: Scope): number {
  return Math.min(1, Math.max(0.1, Number((cue.strength + scope.intensity * 0.1).toFixed(2))));
}
