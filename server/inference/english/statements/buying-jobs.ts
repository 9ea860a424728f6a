import { compileSign } from '../../statements/statement-sign.ts';

const WE =
  "(?:we|i|they|he|she|our \\w+|the \\w+)(?:'re| are|'m| am|'ve| have| had| still| now| also| first)*";

/** They find out what is wrong, or that something is. */
export const JOB_PROBLEM = compileSign({
  kind: 'job_problem',
  anyOf: [
    `\\b${WE} (?:trying to (?:find out|understand|work out)|looking into|investigat(?:e|ing)|analys(?:e|ing)) (?:why|where|what (?:is|goes)|how much|the (?:cause|causes|reason|reasons))`,
    "\\b(?:the|our|main|real|biggest|underlying|same) (?:problem|trouble|bottleneck|root cause) (?:is|was|seems|lies|starts)\\b|\\bwhat(?:'s| is) (?:going )?wrong (?:is|with (?:our|the))",
    "\\b(?:that's|this is|which is|here is) (?:why|where) (?:we|i) (?:started|began|are) (?:looking|to look|asking|searching)|\\bwe have a problem with|\\bsomething has to (?:change|be done|happen)",
  ],
  unless: ['\\b(?:no problem|not a problem|problem (?:is )?(?:solved|fixed|gone))\\b'],
});

/** They look at what there is. */
export const JOB_SOLUTION = compileSign({
  kind: 'job_solution',
  anyOf: [
    `\\b${WE} (?:looking for|searching for|exploring|looking around for|shopping for|in the market for|considering) (?:a|an|some|new|something|ways|options|other ways|software|tools?|solutions?)\\b`,
    '\\b(?:what|which) (?:options|solutions|tools|products|ways|modules|packages) (?:are there|exist|do you (?:have|offer)|would (?:you suggest|fit|suit))|\\bhow (?:do|did) (?:other|others|your other|similar) (?:\\w+ )?(?:solve|handle|do|deal with|manage)',
    '\\b(?:can|could|would) (?:we|i|you)(?: please)? (?:have|get|see|show (?:me|us)|give (?:me|us)|arrange|book) (?:a |an |the |another )?(?:\\w+ )?(?:demo|demonstration|walk-?through|trial|overview|presentation)\\b|\\bis there (?:a|any) (?:tool|product|module|solution|software) (?:that|which|to|for)',
  ],
  unless: [
    '\\blooking for (?:a|an) (?:date|slot|room|time|file|number|link|parking|colleague|new job|quote|customer|replacement)\\b',
  ],
});

/** They say what it must do. */
export const JOB_REQUIREMENTS = compileSign({
  kind: 'job_requirements',
  anyOf: [
    '\\b(?:our|the|these|those|my|updated|final) (?:\\w+ )?(?:requirements?|must-?haves?|criteria|wish ?list|user stories)\\b(?! (?:is|are) (?:met|fulfilled))|\\brequirements? (?:list|document|workshop|catalogue)\\b|\\b(?:rfp|rfi|rfq|itt)\\b',
    '\\b(?:it|the (?:tool|system|software|product|solution|new one|platform|machine)|whatever we (?:take|buy|choose)) (?:must|has to|needs to|should|would have to|will have to) (?:be able to|support|integrate|work with|run|handle|speak|connect|cover|comply|export|import|fit|allow|store|read|print)\\b',
    '\\b(?:a must|mandatory|non-?negotiable|must-have|prerequisite|knock-?out criterion) (?:for us|is|for the)\\b|\\bis (?:a must|mandatory|a prerequisite|non-?negotiable)\\b',
  ],
  unless: ['\\b(?:visa|entry|legal notice|job|admission|room|travel) requirements?\\b'],
});

/** They choose among those who sell it. */
export const JOB_SUPPLIER = compileSign({
  kind: 'job_supplier',
  anyOf: [
    '\\b(?:short-?list(?:ed)?|compar(?:e|ing|ed) (?:you|the (?:two|three|four|offers|quotes|vendors|suppliers|bids)|(?:two|three|four|several) (?:offers|quotes|vendors|suppliers|tools|systems|products)|your (?:offer|quote|bid|proposal) (?:with|to|against))|scor(?:e|ing) (?:sheet|matrix|model|the (?:bids|offers|vendors|suppliers))|evaluation (?:matrix|sheet|committee|panel)|vendor (?:selection|comparison)|supplier (?:selection|comparison)|bid (?:opening|comparison)|final round|(?:last|final) two (?:vendors|suppliers|offers|bidders|candidates)|runner-?up|preferred (?:bidder|supplier|vendor))\\b',
    `\\b${WE} (?:choosing|deciding|choose|decide|select|selecting|pick|picking) (?:between|among|from|one of|a (?:vendor|supplier|provider|system|tool))\\b`,
  ],
  unless: ['\\bour (?:customers?|clients) (?:compare|choose|decide)\\b'],
});

/** They check whether it is true. */
export const JOB_VALIDATION = compileSign({
  kind: 'job_validation',
  anyOf: [
    '\\b(?:speak|talk|visit|call|meet)(?:ing)?(?: (?:to|with))? (?:a|an|another|one|two|some|three|your|existing|other|of your) (?:\\w+ )?(?:references?|customers?|clients?|users?|sites?)\\b|\\b(?:reference (?:call|customer|visit|site)|customer reference|references? (?:from|in|of) (?:our|the same|a similar|your)|proof of concept|poc|certificates? of|audit report|(?:send|see|have|read|share|is there) (?:\\w+ ){0,3}?case stud(?:y|ies)|penetration test|iso ?\\d{4,5}|soc ?2)\\b',
    '\\b(?:test|try|run|check|prove|verify|pilot)(?:ing|ed)? (?:it|this|that|the (?:tool|system|import|export|machine|software|module|interface)|your \\w+) (?:out )?(?:with|on|against|for|in|at) (?:our|a|one|two|real|some)\\b',
    '\\b(?:our|a|the) (?:pilot|trial|test) (?:run|phase|group|site|month|week|period|with|in|at|on|of)\\b|\\b(?:can|could) you (?:prove|show|demonstrate)(?: me| us)?(?: that)? (?:it|this) (?:with|on|works|runs|holds|in)',
  ],
  unless: [
    '\\b(?:test (?:mail|message|call)|trial balance|pilot(?:s|ing)? (?:the )?(?:plane|boat|licence))\\b',
  ],
});

/** They bring their own people together. */
export const JOB_CONSENSUS = compileSign({
  kind: 'job_consensus',
  anyOf: [
    '\\b(?:get|getting|bring|bringing|have|need|take|convince|persuade|win over|align|aligning)(?: \\w+){0,3}? (?:on board|buy-?in|behind (?:it|this)|aligned|to agree|around (?:one|the same|a) table|on the same page)\\b|\\b(?:align|aligning|agree|agreeing|discuss|discussing|settle|clear|clearing) (?:it |this |that )?(?:internally|with (?:my|our|the) (?:\\w+ )?(?:team|colleagues?|board|boss|cfo|ceo|cto|it|management|directors?|partners?|committee|departments?|works council|staff))\\b',
    '\\b(?:present|presenting|take|taking|bring|bringing|put|putting|show|showing)(?: \\w+){0,4}? (?:to|before|in front of) (?:the|our|my) (?:\\w+ )?(?:board|committee|council|steering (?:group|committee)|management|partners|directors|executive|cfo|ceo|department heads|whole team|works council)\\b',
    '\\b(?:everyone|everybody|all (?:of us|departments|sites|five|four|three|the \\w+)|both (?:departments|teams|sides|of us)) (?:has|have|had|needs?|must|should) to (?:agree|sign|be|say|vote)\\b|\\b(?:my|our) (?:\\w+ )?(?:colleagues?|team|board|boss|cfo|ceo|it|department) (?:still )?(?:wants?|needs?|has|have) to (?:be convinced|agree|see|be asked|be heard)\\b',
  ],
  unless: ['\\b(?:you|your team) (?:need|have|get) (?:\\w+ )?(?:on board|buy-?in)\\b'],
});
