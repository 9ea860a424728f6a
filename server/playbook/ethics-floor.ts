import { withoutNames } from '../domain/person.ts';

/** What the floor refuses, and why. Also for plays and prompts that sales ops write. */
export interface FloorBreach {
  readonly rule:
    'word_for_a_person' | 'pressure' | 'invented_urgency' | 'fear' | 'guessed_pronoun' | 'loud';
  readonly words: string;
}

const RULES: readonly (readonly [FloorBreach['rule'], RegExp])[] = [
  [
    'word_for_a_person',
    /\b(anxious|insecure|na[iï]ve|difficult|weak|emotional|irrational|blockers?)\b/i,
  ],
  [
    'pressure',
    /\b(push (them|for)|chase|close them|corner|insist|take it or leave it|final offer|or else)\b/i,
  ],
  ['pressure', /\b(go over (their|the) heads?|make them|force|nudge)\b/i],
  [
    'invented_urgency',
    /\b(act now|last chance|only until|limited[- ]time|while (it|stocks) lasts?|hurry up)\b/i,
  ],
  [
    'invented_urgency',
    /\b(don['’]?t miss|expires?|running out|end[- ]of[- ](the )?quarter|before it is too late|asap|urgent(ly)?)\b/i,
  ],
  ['fear', /\b(regret|fall(ing)? behind|left behind|scare|fear of|too late|disaster|nightmare)\b/i],
  ['guessed_pronoun', /\b(he|she|him|his|her|hers|himself|herself)\b/i],
  ['loud', /!|\p{Extended_Pictographic}/u],
];

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * The first thing that our own words may not say. What stands in quotation marks is the buyer's and is not judged, nor
 * are the names of the people in the deal: a buyer called Chase gets the same help as any other.
 */
export function findBreach(text: string, names = NO_NAMES): FloorBreach | null {
  const own = withoutNames(text.replaceAll(/“[^”]*”/g, '“”'), names);
  for (const [rule, pattern] of RULES) {
    const found = pattern.exec(own);
    if (found !== null) return { rule, words: found[0] };
  }
  return null;
}
