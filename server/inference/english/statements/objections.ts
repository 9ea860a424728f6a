import { ASKED, compileSign } from '../../statements/statement-sign.ts';

const OFFER =
  '(?:it|this|that|you|(?:your|the|this) (?:\\w+ )?(?:tool|product|offer|proposal|system|platform|contract|quote|quotation|package|plan|module|version|software|solution|price|fee|rate|licence|license|draft|terms?|edition|service|app|pilot|model|machine|unit|training|timeline|schedule))';

/** What speaks against buying, or against the offer as it stands. */
export const OBJECTION = compileSign({
  kind: 'objection',
  anyOf: [
    `\\b${OFFER}(?:'s| is| are| was| seems| looks| feels| comes out| comes)(?: \\w+){0,2}? (?:(?:far |much |way |just |simply |still |a (?:bit|little) )?too (?:expensive|costly|pricey|high|much|dear|complex|complicated|rigid|risky|long|big|heavy|slow|steep|short|early|small|technical)|not (?:acceptable|enough|worth|competitive|justified|a fit|flexible|what we (?:need|asked|wanted|want|agreed)))`,
    '\\b(?:over|above|beyond|exceeds?|outside(?: of)?|out of|blows?|more than) (?:our|my|the|what our) (?:\\w+ )?(?:budget|limit|ceiling|cap)\\b',
    "\\b(?:we|i|he|she|they|\\w+)(?:'m| am|'re| are|'s| is|) (?:still |really |yet )?not (?:yet |really |quite |fully |entirely )?(?:convinced|persuaded|sold on|ready to (?:pay|sign|commit|switch|accept))",
    "\\b(?:we|i) (?:(?:really |still |simply |just )?(?:don't|do not|can't|cannot|won't|will not)) (?:really |quite |yet )?(?:see (?:the (?:point|benefit|value|need|sense|difference|case|return)|why we|what (?:we|would|it)\\b|it (?:happening|work)|that (?:a|this|it|the)\\b|how (?:this|that|it) (?:fits|pays|justifies))|need (?:half|most|all|another|a new|that much|so many|the whole|this)|justify|accept|agree (?:to|with)|want (?:another|a new|to (?:change|switch|be locked|be tied|pay))|like (?:the|that|how))",
    `\\b${OFFER} (?:lacks?|misses|doesn't|does not|don't|do not|can't|cannot) (?:(?:yet |even |really |seem to )*)(?:have(?! to)|support|cover|offer|include|integrate|fit|work (?:with|for|on)|handle|meet|allow|match|read|talk to|connect|speak|suit)`,
    '\\bwhy (?:should|would) (?:we|i|anyone) (?:pay|switch|change|buy|move|leave|sign|need)',
    '\\b(?:happy|fine|content|satisfied) with (?:what we have|our (?:current|present|old|existing)|the (?:current|old|existing|one we have)|how it is)|\\b(?:see )?(?:no|not) (?:any )?(?:reason|need|point) (?:to|in) (?:change|chang|switch|mov|leav)\\w*|\\bwe already have (?:a|an|one|something|that|this|our own)',
    "\\b(?:deal-?breaker|no-?go for|not acceptable|unacceptable (?:to|for) (?:us|me)|is unacceptable|won't work for (?:us|me)|doesn't work for (?:us|me)|non-?starter|show-?stopper|off the table for us)",
    '\\b(?:my|our|his|her|their|the)(?: (?:main|only|biggest|one|first|real|other|remaining))* (?:objection|concern|reservation|doubt|sticking point|hesitation)s? (?:with (?:it|this|that|you|your|the|clause|paragraph)|is|are|here|remains?|about)\\b|\\b(?:i|we|he|she|they|\\w+) (?:object(?:s|ed)? to|(?:still )?(?:have|has|had) (?:(?:a|an|some|my|our|his|her|their|serious|big|strong|two|three|several|one) )*(?:reservations?|doubts|concerns?|objections?) (?:about|with|on|over|regarding|there|here|to)|(?:have|has) (?:still )?(?:one|two|some|a few) (?:\\w+ )?(?:reservations?|concerns?|objections?)\\b)',
    "\\b(?:reluctant to|hesitant (?:to|about)|hesitat(?:e|ing) to|i'd rather not (?:sign|commit|pay|change|switch)|we'd rather not (?:sign|commit|pay|change|switch)|vendor lock-?in|being locked in(?:to)?|locked into)",
    "\\b(?:cannot|can't|not) (?:sign|agree to|accept|take|live with) (?:it |this |that |the |your |a |an |clause |paragraph )?(?:like (?:this|that)|as it stands|as is|these terms|those terms|that clause|this clause|clause|price|increase|liability|term)\\b",
  ],
  unless: [
    '\\b(?:no|without(?: any)?|not have any|any other|if (?:you|there)|do you have) (?:further )?(?:objections?|concerns?|reservations?|doubts|issues?)\\b',
    '\\b(?:your|you have) (?:\\w+ )?(?:concern|objection|reservation)s?\\b',
    '\\bnot (?:that |too |so )(?:expensive|high|much|complicated)\\b|\\b(?:withdrawn|resolved|removed|explained|gone now|settled|no harm)\\b|\\bif (?:we|i|it|you|they|that|this)\\b',
    '\\b(?:used to|no longer|any ?more a|was afraid it|thought it (?:was|would be))\\b',
    `(?<!why (?:should|would)[^?]{0,80})${ASKED}`,
  ],
});
