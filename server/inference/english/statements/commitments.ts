import { MOMENT, SOME_WORDS } from './moments.ts';
import { ASKED, compileSign } from '../../statements/statement-sign.ts';

const DELIVER =
  '(?:sign|send|confirm|decide|get|give|deliver|pay|approve|return|revert|come back|get back|finish|provide|share|complete|submit|order|let you know|have|fill|transfer|answer|reply|prepare|upload|book|release|hand|bring|put|issue|circulate|forward)';
const WILL =
  "(?:'ll| will| shall|'m going to|'re going to| am going to| are going to| is going to)(?: (?:also|then|gladly|certainly|definitely|now|personally|still|both|all|make sure to|see to it that you))*";

/** What they promise to do or have decided to do, with the day where they name one. */
export const COMMITMENT = compileSign({
  kind: 'commitment',
  anyOf: [
    `\\b(?:i|we|he|she|they)${WILL} ${DELIVER}\\b${SOME_WORDS} (?<done>${MOMENT})`,
    `\\byou(?:'ll| will| shall) (?:have|get|receive|hear)\\b${SOME_WORDS} (?<given>${MOMENT})`,
    `\\b(?:it|that|this|the (?:signed )?(?:contract|order|po|purchase order|list|file|export|form|payment|feedback|answers?|signature|paperwork))(?:'ll| will) (?:be|go|arrive|reach)(?: \\w+){0,4}? (?:signed|sent|ready|done|out|with you|in your (?:inbox|hands)|paid|approved|back)${SOME_WORDS} (?<reached>${MOMENT})`,
    `\\b(?:signed|signature|contract|order|po|approval|sign-?off|payment|list|answers?|feedback) (?:back )?(?:to you|with you|coming|follows?|promised|due)${SOME_WORDS} (?<due>${MOMENT})`,
    `\\b(?:i|we|he|she|they)(?: have| has|'ve)? (?:promised|agreed|committed)(?: to| that (?:i|we))${SOME_WORDS} (?<promised>${MOMENT})`,
    "\\b(?:i|we) (?:hereby )?(?:promise|undertake)\\b(?! (?:you )?(?:nothing|no))|\\b(?:i|we)(?:'ll| will| can| am happy to| are happy to|'re happy to|'m happy to) commit (?:to|ourselves)",
    '^(?:(?:so|yes|ok|okay|then|right|great|good|fine),? )*(?:(?:we|please) )?go ahead\\b|\\bwe accept (?:the|your) (?:\\w+ )?(?:price|offer|quote|quotation|terms|proposal)\\b',
    '\\byou have my word|\\bcount on (?:me|us)\\b|\\bconsider it (?:done|signed|approved)',
    "\\b(?:we|i)(?:'re| are|'ve| have|'d)(?: now| all| formally| finally)* (?:going ahead with (?:you|it|this|the (?:order|pilot|contract))|going with you|decided (?:to (?:go|sign|buy|order|start|proceed|renew)|for you|in your favou?r)|ready to sign|agreed to (?:go|buy|sign|start|proceed|renew|order|take)|signed (?:it )?off on)",
    "\\b(?:we|i)(?:'ll| will) (?:go ahead(?: with| and)?|take (?:the \\w+ (?:plan|package|licen[cs]es?|seats|offer)|both\\b|all (?:\\d+|of them))|go with you|renew|proceed with|start with (?:\\d+|an?|one|two|the) (?:\\w+ )?(?:seats?|licen[cs]es?|pilot|sites?|plan|teams?|months?|years?)|sign\\b)",
    "\\blet's (?:go ahead|do it|sign|proceed|get (?:it|this) signed)|\\bplease (?:go ahead|proceed|send (?:me |us |over )*(?:the |your )?(?:contract|order form|agreement)(?= (?:over|across|for signature)|\\s*[.,;!]|$))",
  ],
  unless: [
    ASKED,
    "\\b(?:might|maybe|perhaps|probably|hopefully|we(?:'ll| will) see|may (?:sign|decide|go)|(?:will|'ll|can|could)(?: not| never)|won't|can't|cannot|not going to|try to|hope to)\\b|\\b(?:n't|not) count on\\b",
    '\\bif (?:we|i) (?:sign|go ahead|decide)\\b|\\b(?:would|could) (?:sign|go ahead|commit)\\b',
    '^(?:as|when|before|once|until|if|unless)\\b[^,]*$',
  ],
});
