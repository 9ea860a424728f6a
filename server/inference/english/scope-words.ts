import type { ScopeWords } from '../scope.ts';

export const SCOPE_WORDS: ScopeWords = {
  denial:
    /\b(?:not|no|never|nobody|no-?one|nothing|none|neither|nor|without|hardly|barely|isnt|arent|dont|doesnt|didnt|wont|cant|wasnt|werent|don'?t|\w+n't|cannot|far from|rather than|instead of|stop(?:ped)?|nobody's)\b/,
  /** "not only", "no doubt", "no wonder", "not just": no denial. */
  noDenial:
    /\b(?:not (?:only|just|least|to mention)|no (?:doubt|wonder|question that)|nothing but|cannot but|why not)\b/g,
  /** How contracts and tenders speak; nobody feels anything there. */
  legalese:
    /\b(?:vendor|supplier|contractor|licensee|customer|part(?:y|ies)|tenderer|bidder)s? (?:shall|hereby)\b|\b(?:hereinafter|pursuant to|notwithstanding|indemnif\w+)\b/,
  counterfactual:
    /\bif (?:i|we|he|she|they) (?:only |just )?(?:wanted|cared|believed|thought|needed|minded|meant)\b.*\b(?:would|'d)\b|\bif (?:i|we|he|she|they|it|price|that|this|there|the \w+) (?:were|was|had|hadn't|weren't|wasn't)\b.*\b(?:would|'d|could|might)\b|\bhad (?:it|we|i|that|this|they|he|she) (?:been|had|not|n't|wanted|known)\b|\b(?:would|could|might|should)(?:n't| not)? have (?:been|said|told|heard|asked|written|complained|called|had|gone|left|known|mentioned)\b/,
  hypothetical:
    /\b(?:in case (?:you|of)|suppose|supposing|hypothetical(?:ly)?|for (?:example|instance)|let's say|say,|imagine (?:a|some) )\b/,
  youAsSubject:
    /\b(?:you|your (?:team|company|colleagues?|side|people|engineers?|reps?|boss|board|support|developers?))(?:'re| are|'ve| have|'ll| will|'d| would| might| may| must| were| feel| seem| sound| look)?(?: \w+){0,3} $/,
  outsider:
    /\b(?:(?:my|our|her|his|their) (?:neighbou?rs?|friends?|landlord|competitors?)|the (?:news|press|government|industry|economy|weather|traffic|train|airline|hotel|caterer|landlord)|another company|other (?:companies|firms|industries)|in the news|according to (?:the )?(?:press|news))\b/,
  irony:
    /^(?:oh )?(?:great|lovely|brilliant|wonderful|fantastic|super|perfect|marvellous|bravo|well done|nice one|how (?:nice|lovely|reassuring|convenient)|sure|right|yeah right|of course)[,.!:]|\b(?:so much for|yeah,? right|as if|apparently|allegedly|so-called|what a (?:joy|treat|surprise|delight)|thanks for nothing|exactly what (?:i|we) (?:needed|were missing)|just what (?:i|we) needed)\b|"(?:easy|simple|seamless|smooth|free|unlimited|intuitive|painless|fast|quick)"|🙄|😒|🙃|\(sic\)|\/s\b/u,
  hedge:
    /\b(?:maybe|perhaps|a bit|a little|slightly|somewhat|sort of|kind of|possibly|might|i guess)\b/,
  booster:
    /\b(?:very|really|extremely|absolutely|completely|totally|so much|far too|way too|at all|honestly|seriously|again and again|every single|definitely)\b|!/,
};
