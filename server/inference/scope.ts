import type { Sentence } from './clauses.ts';
import type { Tolerance } from './cues/cue.ts';
import type { Span } from './source-text.ts';

/** What stands around a cue and may take its meaning away. */
export interface Scope {
  readonly silencedBy: readonly Tolerance[];
  /** -1 … 1: hedges weaken, boosters strengthen. */
  readonly intensity: number;
}

const NEGATION =
  /\b(?:not|no|never|nobody|no-?one|nothing|none|neither|nor|without|hardly|barely|isnt|arent|dont|doesnt|didnt|wont|cant|wasnt|werent|don'?t|\w+n't|cannot|far from|rather than|instead of|stop(?:ped)?|nobody's)\b/;
/** "not only", "no doubt", "no wonder", "not just": no denial. */
const NO_DENIAL =
  /\b(?:not (?:only|just|least|to mention)|no (?:doubt|wonder|question that)|nothing but|cannot but|why not)\b/g;
/** A denial reaches over a few words, not to the end of the clause. */
const NEGATION_REACH_WORDS = 5;

/** How contracts and tenders speak; nobody feels anything there. */
const LEGALESE =
  /\b(?:vendor|supplier|contractor|licensee|customer|part(?:y|ies)|tenderer|bidder)s? (?:shall|hereby)\b|\b(?:hereinafter|pursuant to|notwithstanding|indemnif\w+)\b/;

const COUNTERFACTUAL =
  /\bif (?:i|we|he|she|they) (?:only |just )?(?:wanted|cared|believed|thought|needed|minded|meant)\b.*\b(?:would|'d)\b|\bif (?:i|we|he|she|they|it|price|that|this|there|the \w+) (?:were|was|had|hadn't|weren't|wasn't)\b.*\b(?:would|'d|could|might)\b|\bhad (?:it|we|i|that|this|they|he|she) (?:been|had|not|n't|wanted|known)\b|\b(?:would|could|might|should)(?:n't| not)? have (?:been|said|told|heard|asked|written|complained|called|had|gone|left|known|mentioned)\b/;
const HYPOTHETICAL =
  /\b(?:in case (?:you|of)|suppose|supposing|hypothetical(?:ly)?|for (?:example|instance)|let's say|say,|imagine (?:a|some) )\b/;

const YOU_SUBJECT =
  /\b(?:you|your (?:team|company|colleagues?|side|people|engineers?|reps?|boss|board|support|developers?))(?:'re| are|'ve| have|'ll| will|'d| would| might| may| must| were| feel| seem| sound| look)?(?: \w+){0,3} $/;

const OUTSIDER =
  /\b(?:(?:my|our|her|his|their) (?:neighbou?rs?|friends?|landlord|competitors?)|the (?:news|press|government|industry|economy|weather|traffic|train|airline|hotel|caterer|landlord)|another company|other (?:companies|firms|industries)|in the news|according to (?:the )?(?:press|news))\b/;

const IRONY =
  /^(?:oh )?(?:great|lovely|brilliant|wonderful|fantastic|super|perfect|marvellous|bravo|well done|nice one|how (?:nice|lovely|reassuring|convenient)|sure|right|yeah right|of course)[,.!:]|\b(?:so much for|yeah,? right|as if|apparently|allegedly|so-called|what a (?:joy|treat|surprise|delight)|thanks for nothing|exactly what (?:i|we) (?:needed|were missing)|just what (?:i|we) needed)\b|"(?:easy|simple|seamless|smooth|free|unlimited|intuitive|painless|fast|quick)"|🙄|😒|🙃|\(sic\)|\/s\b/u;

const HEDGE =
  /\b(?:maybe|perhaps|a bit|a little|slightly|somewhat|sort of|kind of|possibly|might|i guess)\b/;
const BOOSTER =
  /\b(?:very|really|extremely|absolutely|completely|totally|so much|far too|way too|at all|honestly|seriously|again and again|every single|definitely)\b|!/;

/** A sentence with a cue in it, cut where scope looks. */
interface Surroundings {
  readonly whole: string;
  /** From the clause's start to the cue. */
  readonly before: string;
  readonly cue: string;
}

/** What silences a cue, and when. */
const SILENCERS: readonly (readonly [Tolerance, (surroundings: Surroundings) => boolean])[] = [
  ['negated', ({ before, cue }) => isNegated(before) || NEGATION.test(cue)],
  ['question', ({ whole }) => /\?["')]*$/.test(whole)],
  ['you', ({ before }) => YOU_SUBJECT.test(before)],
  ['hypothetical', ({ whole }) => COUNTERFACTUAL.test(whole) || HYPOTHETICAL.test(whole)],
  ['legalese', ({ whole }) => LEGALESE.test(whole)],
  ['outsider', ({ whole }) => OUTSIDER.test(whole)],
  ['irony', ({ whole }) => IRONY.test(whole)],
];

/** `match` in offsets of the decoded text. */
export function scopeOf(sentence: Sentence, match: Span): Scope {
  const whole = sentence.normal;
  const cueAt = match.start - sentence.start;
  const before = whole.slice(clauseStart(sentence, match.start) - sentence.start, cueAt);
  const surroundings = { whole, before, cue: whole.slice(cueAt, match.end - sentence.start) };
  const silencers = SILENCERS.filter(([, isSilent]) => isSilent(surroundings));
  return {
    silencedBy: silencers.map(([tolerance]) => tolerance),
    intensity: Number(BOOSTER.test(whole)) - Number(HEDGE.test(whole)),
  };
}

function clauseStart(sentence: Sentence, at: number): number {
  return sentence.clauses.findLast((clause) => clause.start <= at)?.start ?? sentence.start;
}

function isNegated(before: string): boolean {
  const words = before.replace(NO_DENIAL, ' ').trimEnd().split(/\s+/).slice(-NEGATION_REACH_WORDS);
  return NEGATION.test(words.join(' '));
}
