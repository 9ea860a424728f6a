import { compileSign } from '../../statements/statement-sign.ts';

const WORD = "[a-z\\u00df-\\uffff0-9][a-z\\u00df-\\uffff0-9&.'-]*";
/** Not a name, though it may stand where one does. */
const NO_NAME =
  "(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|plan|phase|option|annex|version|english|german|french|i|we|he|she|it|they|you|your|our|my|the|this|that|these|those|an?|all|both|his|her|their|its|each|one|two|mr|mrs|ms|dr|cfo|ceo|cto|it's|purchasing|finance|legal|it|excel|support|nobody|everyone|someone|who)\\b)";
/** One to three words; whether they are written as a name, the sentence as written tells. */
const NAME = `${NO_NAME}${WORD}(?: (?:& |\\+ )?(?!(?:and|or|but|for|with|who|which|that|at|in|on|as|is|are|was|has|have|had|to|too|also|from|by|of|instead|because|since|last|this|next|costs?|offers?|does|did|can|will|would|it|we|they|he|she|you|i|the|a|our|their|your|quoted|charges|came|comes|over|last)\\b)${WORD}){0,2}`;

/** Somebody else who sells to them, by name. */
export const NAMED_COMPETITOR = compileSign({
  kind: 'competitor',
  namesSomebody: true,
  anyOf: [
    `\\b(?:also|currently|already|now|both|meanwhile|in parallel)(?: \\w+)? (?:looking at|looked at|evaluating|in talks with|testing|trialling|piloting|negotiating with) (?<watched>${NAME})`,
    `\\b(?:evaluating|trialling|shortlisted|compar(?:e|ed|ing) (?:you|it|this|that|your \\w+) (?:with|to|against)|(?:demo|quote|quotation|proposal|bid|pitch) from|versus|cheaper than|better than|switch(?:ed|ing)? (?:over )?(?:to|from|back to)|(?:contract|subscription) with|stay(?:ing)? with|went with) (?<other>${NAME})`,
    `(?<=^|[\\s(])(?<cheaper>${NAME}) (?:(?:quoted|offered|charges) (?:us|me|only|half|less)|came in at|comes in at|undercuts|(?:is|are|was|were|comes?|came)(?: \\d+ ?(?:%|percent)| a lot| much| far)? cheaper)\\b`,
  ],
  unless: ['\\b(?:hotel|flight|train|taxi|restaurant|caterer)\\b'],
});

/** Somebody else who sells to them, without a name. */
export const COMPETITOR = compileSign({
  kind: 'competitor',
  anyOf: [
    "\\b(?:a|the|your|two|three|several|some|other|another|one of your|direct|main|closest|nearest)(?: \\w+)? (?:competitors?|rivals?)(?:'s?)?\\b(?! (?:analysis|of ours))",
    '\\b(?:other|another|second|third|two|three|four|five|several|competing|rival|alternative|different|cheaper|lower|counter)(?: \\w+)?[ -](?:vendors?|suppliers?|providers?|offers?|quotes?|quotations?|bids?|proposals?|bidders?|contenders?)\\b',
    '\\bthe (?:other|second|third|cheaper) (?:one|two|three|lot|company|guys|people|party) (?:offers?|offered|quoted|is cheaper|are cheaper|asks?|charges?)\\b|^competitors?\\b|\\bcompetitors? (?:= ?|is |are |won |lost )',
    '\\b(?:shortlisted (?:you|two|three|four|vendors|suppliers)|short-?list of (?:two|three|four|\\d)|on (?:the|our) short-?list|comparing (?:three|two|four|several) (?:tools|systems|products|packages|options|companies)|(?:one|out) of (?:the )?(?:two|three|four|five|six) (?:vendors|suppliers|providers|finalists|bidders|offers)|(?:build|develop|write|make) it (?:ourselves|in-?house)|in-?house (?:solution|build|tool))\\b',
  ],
  unless: [
    '\\bour (?:\\w+ )?(?:competitors?|rivals?|suppliers?)\\b|\\b(?:no|without|not) (?:a |any )?(?:other|competing|second|third|another) (?:offers?|quotes?|vendors?|suppliers?|providers?)\\b',
    '\\b(?:supplier|vendor) (?:list|form|number|portal|invoices?|code|audit|master)\\b|\\b(?:you(?:r)? (?:own )?(?:two|three|second|different|other)|revised|the second|your second) (?:\\w+ )?(?:offers?|quotes?|proposals?)\\b',
  ],
});
