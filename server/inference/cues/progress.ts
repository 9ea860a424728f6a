import type { DriverCues } from './cue.ts';
import { CANT, DONT, GAP, GOOD_CHANGE, NEAR, WONT } from './words.ts';

/** Hope of a better state. */
export const PROGRESS: DriverCues = {
  driver: 'progress',
  threatened: [
    {
      pattern: '\\b(?:nice[- ]to[- ]haves?|hype[ds]?|gimmicks?|gimmicky|buzz ?words?|bells and whistles|cosmetic|window dressing|lipstick|eye candy|toys?|fad|flavou?r of the month|vapou?rware|solution looking for|snazzy|shiny|bling|pie in the sky|wishful|old wine|emperor)\\b',
      unless: '\\b(?:toy (?:shop|store|maker|company|manufacturer|retailer)|toys (?:for|and)|cosmetics? (?:company|brand|industry|line)|not (?:just )?(?:a |another )?(?:gimmick|hype|toy|cosmetic|nice))\\b',
      status: 'said',
      strength: 0.8,
    },
    {
      pattern: `\\b(?:${DONT}|${CANT}|${WONT}|fails? to|hard to|struggle to|not|hardly|doubt(?:s|ful)?|nothing|no longer)${NEAR} (?:see|name|think of|expect|imagine|believe|tell|notice|feel|point to|say|find|observe|measure|recogni[sz]e)${GAP} (?:${GOOD_CHANGE}|it (?:is|has|would|will|\\w+) (?:better|chang|made|mak|brought|bring)|what it (?:brings?|changes?|gives?|adds?|would)|what'?d be|worth|for (?:us|me|our)|fit|one (?:decision|thing)|where it)`,
      unless: '\\b(?:see any (?:problem|issue)|see why not|(?:why|need|necessity|reason) (?:we|to) (?:must|change|touch|should)|what happens|price difference|don\'?t see a point in waiting)\\b',
      status: 'said',
      strength: 0.8,
      tolerates: ['negated', 'question'],
    },
    {
      pattern: `\\bwhat(?:'s| is| would be|'d be) (?:even )?the (?:point|benefit|gain|upside|use|advantage|added value)\\b|\\b(?:${WONT}|${DONT}|never|not|hardly|barely|nothing)${NEAR} (?:change|make (?:a|any|much)|move the needle|improve|bring|add|help|matter|move)${NEAR} (?:much|anything|a (?:lot|thing|difference)|difference|us|a bit|the needle|nothing|value|one (?:thing|bit))\\b|\\b(?:makes?|made) (?:no|little|hardly any|zero) (?:real |big )?(?:difference|odds)\\b|\\bno (?:real |visible |noticeable |measurable |clear |added )(?:benefit|difference|value|improvement|change|gain|progress|advantage|effect)\\b|\\b(?:same (?:old|thing) (?:as before|again|with|in)|same as before|more of the same|back to square one|no further (?:than|forward)|no better (?:off|than)|nothing (?:has )?(?:changed|improved|got better|got faster)|still where we (?:were|started)|so what\\b)`,
      unless: "\\bnothing (?:has )?changed (?:in|on) (?:our|the) (?:address|data|requirements?|plan)|same (?:price|question)|won'?t change (?:my|our) mind|so what (?:time|do|does|happens|are|is|would|about|we|i)",
      status: 'said',
      strength: 0.7,
      tolerates: ['negated', 'question'],
    },
    {
      pattern: "\\b(?:under-?whelm(?:ed|ing)|not (?:really |very |exactly |that |particularly |yet |all that |fully )*(?:convinced|persuaded|impressed|blown away|sold)|unimpressed|unconvinced|expected more|(?:hoped|hoping) for more|disappoint(?:ed|ing|ment)|let ?down|meh|lukewarm|(?:not|\\w+n't) (?:hold|holding) (?:my|our) breath|seen it (?:all )?before|(?:gets?|got|make it|go) (?:past|beyond) (?:a |the )?(?:trial|pilot|demo)|heard it all before|gather(?:s|ing)? dust|shelf-?ware|never (?:took off|caught on|stuck|used)|fizzled|doubt(?:s|ed)? (?:it|this|that|whether|if)|limited (?:value|use|appetite)|pointless|no (?:point|use|sense) (?:in|for|to))\\b",
      unless: '\\b(?:never let (?:us|me) down|not (?:be )?disappoint|no doubt|without (?:a )?doubt|won\'?t be disappoint)\\b',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
  ],
  met: [
    {
      pattern: `\\b(?:would|'d) (?:really |so |absolutely |dearly |just )?love (?:to|it|for|that|nothing more)\\b|\\b(?:can'?t|cannot|can not) wait (?:to|for|until|till)\\b|\\b(?:dream|vision|ambition|big goal|whole dream|my hope|our hope|hope|wish|goal|aim|target|north star|ideal)s? (?:is|was|would be|for (?:next|this)|of (?:getting|having|a)|=|remains|by)\\b|\\b(?:we|i|she|he|they)(?:'re| are|'m| am|'s| is)? (?:hop(?:e|es|ing)|wish(?:es)?|aim(?:s|ing)?|dream(?:s|ing)?|aspir\\w+|long(?:s|ing)?) (?:to|that|for|of|we|our|this|me|it|auditors?|by)\\b|\\b(?:i|we) wish (?:me|us)\\b|^hopes? (?:to|that|for)\\b|\\b(?:his|her|their|my|our) (?:hope|dream|goal|aim|wish|vision)s?: |\\bwould like to see (?:it|us|this|every|one|the)\\b[^.;]{0,40}\\b(?:with|without|zero|by|in one|next|this year)\\b`,
      unless: "\\b(?:love to (?:but|help|chat|meet|see you|hear|connect|join|talk|catch|come)|i hope (?:you|this|that you|your|all|everything|it'?s ok|to hear)|hope (?:you|this (?:mail|email|finds|helps)|that (?:helps|works|you)|to (?:hear|see you|meet|get an answer))|we hope (?:you|to hear|for your)|hoping (?:you|to hear|for an answer|for a)|i wish you|wish you|wait (?:to|until) (?:see you|hear|next|the (?:end|results))|can'?t wait (?:to see (?:them|it) go|that long|any longer|until (?:next|the)|for (?:your|an|the) (?:answer|reply))|no hope|hope (?:is|was) (?:gone|lost)|in the hope|love it if you|love for you)\\b",
      status: 'said',
      strength: 0.75,
    },
    {
      pattern: `\\b(?:imagine (?:if|being|what|having|a (?:day|world|week|month|monday))|just imagine|could finally|can finally|finally (?:be able to|see|get|have|could|move|stop|do)|(?:would|could|will|'d) (?:allow|let|enable|free|help|mean|give) (?:us|me|my \\w+|our \\w+|them)|game ?changer|next level|step (?:up|change)|leap forward|new chapter|opens? (?:up )?(?:the )?(?:doors?|new|possibilit)|breakthrough|transform\\w*)\\b`,
      unless: "\\b(?:if you|could you|can you|would you|will let you|let us know|let me know|would let you|give (?:us|me) (?:a|the|your|more|some) (?:call|quote|price|date|number|detail|idea|answer|time|list|copy|overview)|help (?:us|me) (?:with|understand|find|to understand)|mean (?:us|me) (?:pay|los)|digital transformation (?:lead|office|manager|director)|finally (?:see what you|get an answer|have an answer))\\b|\\?",
      status: 'said',
      strength: 0.7,
    },
    {
      pattern: "\\b(?:excited|enthusiastic|thrilled|optimistic|hopeful|keen|buzzing|eager|fired up|inspired) (?:about|to (?:see|try|start|get|use|have|show|roll|bring)|for|by|that)\\b|\\b(?:see|sees|saw|there is|there's|has|have|huge|great|real|lots of|so much|a lot of|big) (?:a )?(?:lot of |huge |great |real |big |much )?(?:potential|promise|opportunit(?:y|ies))\\b|\\bthat(?:'s| is) (?:the thing|what|why) (?:i|we) (?:get up|are (?:here|doing)|want|dream)\\b|\\b(?:exciting|promising) (?:to|for us|idea|prospect)?\\b|\\blooking forward to (?:the day|having|getting rid|using|seeing (?:it|this|the (?:first|results?|new|numbers))|being able|rolling|finally|a (?:life|world|month|day|year|close))\\b",
      unless: "\\b(?:not|\\w+n't) (?:very |so |too )?(?:excited|enthusiastic|keen|optimistic)|keen to (?:hear|know|get (?:an|the|your))|we'?re excited to (?:offer|announce|share)|compromis|no opportunity|have the opportunity to|promising you",
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:want|wants|wanted|plan|plans|planning|would like|'d like|intend|trying|aim|aims)(?: us| me)? to (?:be|become|get|reach|halve|double|cut|grow|open|have|see|bring|build|make|offer|close|finish|answer|stop|move|go)\\b[^.;]{0,60}\\b(?:by (?:next|the end|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|in half|from \\d|to (?:a|one|two|three|four|five|\\d)|every|all|instead|at last|for the first time|without|day|the first)\\b|\\bif (?:i|we) (?:get|had|could|can|got|have|take)\\b[^.;]{2,60}(?:,| then| that'?s| it'?s| we'?d| i'?d| they'?d)[^.;]{0,60}\\b(?:in (?:their|our) hands|could|would|can|'d|we'?re|will|free|done|double|more|twice|finally)\\b`,
      unless: "\\b(?:know|understand|trouble|problem|wrong|worried|risk|go down|if we had (?:known|been)|sign|have a (?:call|look|copy|quote)|see (?:the|your|a) (?:price|offer|contract|quote|demo|proof|paper)|price|discount|to get (?:the|your|an|a) (?:quote|price|offer|answer)|leave|cancel|be able to leave|more time|reply)\\b|\\?",
      status: 'said',
      strength: 0.6,
    },
  ],
};
