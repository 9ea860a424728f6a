import type { DriverCues } from './cue.ts';
import { CANT, DONT, GAP, GOOD_CHANGE, NEAR, WONT } from './words.ts';

/** Hope of a better state. */
export const PROGRESS: DriverCues = {
  driver: 'progress',
  threatened: [
    {
      pattern:
        "\\b(?:(?:what|how)(?:'s| is| would be) (?:it |this |that )?(?:any )?(?:so )?different (?:this time|from|to|than)|what would (?:it|that|this) change|(?:pretty|nice|fancy|colou?rful) (?:charts?|pictures?|slides?|dashboards?|graphs?|colou?rs)|(?:in|into|for) (?:the|a) (?:bottom )?drawer|(?:nobody|no-?one)(?: \\w+){0,2} (?:will|would|is going to|ever) (?:look at|use|open|read) (?:it|this|them|that)|(?:had|seen|sat through|been through|bought|tried) (?:two|three|four|five|several|many|enough|plenty) of (?:these|those|them)|another (?:initiative|project|programme|program|pilot) (?:that|which|like|and)|(?:our|the) (?:real )?(?:problem|bottleneck|issue) (?:is|lies) (?:elsewhere|somewhere else|another)|(?:i'd|i would|we'd|we would|i'll|would) be (?:very |really )?surprised if|(?:not|never|won't|will not)(?: \\w+)? (?:save|win|bring|gain|earn|sell|get) (?:us |me )?(?:a single|one (?:single|more)|any)|marginal|(?:six|three|twelve|\\d+) months (?:in|on|later)\\b[^.;]{0,40}\\b(?:nothing|no|not|same|couldn't|still))\\b",
      unless:
        '\\b(?:nice (?:picture|chart|slide)s? (?:thank|of)|nobody (?:has|will) (?:to )?open the|still happy|no problems?|no complaints?|marginal (?:cost|rate|tax))',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated', 'question'],
    },
    {
      pattern:
        '\\b(?:nice[- ]to[- ]haves?|hype[ds]?|gimmicks?|gimmicky|buzz ?words?|bells and whistles|cosmetic|window dressing|lipstick|eye candy|toys?|fad|flavou?r of the month|vapou?rware|solution looking for|snazzy|shiny|bling|pie in the sky|wishful|old wine|emperor)\\b',
      unless:
        '\\b(?:toy (?:shop|store|maker|company|manufacturer|retailer)|toys (?:for|and)|cosmetics? (?:company|brand|industry|line)|not (?:just )?(?:a |another )?(?:gimmick|hype|toy|cosmetic|nice))\\b',
      status: 'said',
      strength: 0.8,
    },
    {
      pattern: `\\b(?:${DONT}|${CANT}|${WONT}|fails? to|hard to|struggle to|not|hardly|doubt(?:s|ful)?|nothing|no longer)${NEAR} (?:see|name|think of|expect|imagine|believe|tell|notice|feel|point to|say|find|observe|measure|recogni[sz]e)${GAP} (?:${GOOD_CHANGE}|it (?:is|has|would|will|\\w+) (?:better|chang|made|mak|brought|bring)|what it (?:brings?|changes?|gives?|adds?|would)|what'?d be|worth|for (?:us|me|our)|fit|one (?:decision|thing)|where it)`,
      unless:
        "\\b(?:see any (?:problem|issue)|see why not|(?:why|need|necessity|reason) (?:we|to) (?:must|change|touch|should)|what happens|price difference|don'?t see a point in waiting)\\b",
      status: 'said',
      strength: 0.8,
      tolerates: ['negated', 'question'],
    },
    {
      pattern: `\\bwhat(?:'s| is| would be|'d be) (?:even )?the (?:point|benefit|gain|upside|use|advantage|added value)\\b|\\b(?:${WONT}|${DONT}|never|not|hardly|barely|nothing)${NEAR} (?:change|make (?:a|any|much)|move the needle|improve|bring|add|help|matter|move)${NEAR} (?:much|anything|a (?:lot|thing|difference)|difference|us|a bit|the needle|nothing|value|one (?:thing|bit))\\b|\\b(?:makes?|made) (?:no|little|hardly any|zero) (?:real |big )?(?:difference|odds)\\b|\\bno (?:real |visible |noticeable |measurable |clear |added )(?:benefit|difference|value|improvement|change|gain|progress|advantage|effect)\\b|\\b(?:same (?:old|thing) (?:as before|again|with|in)|same as before|more of the same|back to square one|no further (?:than|forward)|no better (?:off|than)|nothing (?:has )?(?:changed|improved|got better|got faster)|still where we (?:were|started)|so what[.?!]?$)`,
      unless:
        "\\bnothing (?:has )?changed (?:in|on) (?:our|the) (?:address|data|requirements?|plan)|same (?:price|question)|won'?t change (?:my|our) mind|so what (?:time|do|does|happens|are|is|would|about|we|i)",
      status: 'said',
      strength: 0.7,
      tolerates: ['negated', 'question'],
    },
    {
      pattern:
        "\\b(?:under-?whelm(?:ed|ing)|not (?:really |very |exactly |that |particularly |yet |all that |fully )*(?:convinced|persuaded|impressed|blown away|sold)|unimpressed|unconvinced|expected more|(?:hoped|hoping) for more|disappoint(?:ed|ing|ment)|let ?down|meh|lukewarm|(?:not|\\w+n't) (?:hold|holding) (?:my|our) breath|(?:gets?|got|make it|go) (?:past|beyond) (?:a |the )?(?:trial|pilot|demo)|heard it all before|gather(?:s|ing)? dust|shelf-?ware|never (?:took off|caught on|stuck|used)|fizzled|doubt(?:s|ed)? (?:it|this|that|whether|if)|limited (?:value|use|appetite)|pointless|no (?:point|use|sense) (?:in|for|to))\\b",
      unless:
        "\\b(?:never let (?:us|me) down|not (?:be )?disappoint|no doubt|without (?:a )?doubt|won'?t be disappoint)\\b",
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
  ],
  met: [
    {
      pattern:
        '\\b(?:(?:i|we) can (?:already )?(?:see|picture|imagine) (?:us|it|my \\w+|our \\w+|every|the day)\\b[^.;]{3,60}|(?:next|this) (?:year|summer|spring|autumn|winter|season|month|quarter) (?:we|i|they|our \\w+) (?:could|can|will finally|might finally)|if (?:this|it) works(?: out)?,? (?:we|i|then|our|the)|(?:want|wants|like) to be the first|(?:take on|serve|run|open|plan|handle|sell|ship|bill|plant|treat) (?:\\w+ ){0,3}(?:more|twice as many|double)[^.;]{0,30}\\bwith (?:the same|no extra|fewer)|grow without|(?:for the )?first time (?:that )?(?:we|i|our \\w+) (?:could|can|will be able))\\b',
      unless: "\\?|\\b(?:not|n't|never|wrong|problem|see us (?:on|at)|paid|late|lost|come to)\\b",
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:would|'d) (?:really |so |absolutely |dearly |just )?love (?:us |them |my team |our \\w+ )?to (?:be able|see|get|have|stop|cut|bring|use|open|finally|make|put|run|offer|show|move|replace|reach|close|answer|know|give|plan|turn|do|build|work|go)\\b|\\b(?:can'?t|cannot|can not) wait (?:to|for|until|till)\\b|\\b(?:the whole|my|our|his|her|their|the|a|big|main|real) (?:\\w+ )?(?:dream|vision|ambition|goal|aim|hope|north star|ideal|wish)s? (?:is|was|would be|here is|for (?:next|this)|=|remains|:)|\\b(?:his|her|their|my|our) (?:hope|dream|goal|aim|wish|vision)s?: |\\b(?:we|they|he|she|i)(?:'re| are|'m| am|'s| is) (?:hoping|aiming|dreaming|longing) (?:to|of|for)\\b|\\b(?:he|she|they|\\p{L}+) (?:hopes|wishes|dreams|longs) (?:to|of|for)\\b|^hopes? (?:to|that|for) (?!hear)\\b|\\b(?:this|that) (?:i|we) wish(?: me| us)?\\b|\\bwould like to see (?:it|us|this|every|one|the)\\b[^.;]{0,40}\\b(?:with|without|zero|by|in one|next|this year)\\b`,
      unless:
        "\\b(?:love to (?:see|have|get|show|give|bring|make|go|do|know|work) (?:you|your|together|some (?:experience|time)|us playing|caught|to know|in touch|back|with you|there|that call|a (?:call|chat|drink|coffee|meeting))|see you|join (?:us|you)|get to know|love to (?:but|help)|i hope|wait (?:to|until) (?:see you|hear|next|the (?:end|results))|can'?t wait (?:to see (?:them|it) go|that long|any longer|until (?:next|the)|to (?:send|meet|see you|hear)|for (?:your|an|the) (?:answer|reply))|no hope|(?:a|your) (?:decision|response|answer|reply)|responses|weekend|dinner|lunch|golf|game|intern(?:ship)?|your (?:schedule|goal|dream)|hoping (?:you|that you|your))\\b",
      status: 'said',
      strength: 0.75,
    },
    {
      pattern: `\\b(?:imagine (?:if|being|what|having|a (?:day|world|week|month|monday))|just imagine|could finally|can finally|finally (?:be able to|see|get|have|could|move|stop|do)|(?:would|could|will|'d) (?:allow|let|enable|free|help|mean|give) (?:us|me|my \\w+|our \\w+|them)|game ?changer|next level|step (?:up|change)|leap forward|new chapter|opens? (?:up )?(?:the )?(?:doors?|new|possibilit)|breakthrough|transform\\w*)\\b`,
      unless:
        '\\b(?:if you|could you|can you|would you|will let you|let us know|let me know|would let you|give (?:us|me) (?:a|the|your|more|some) (?:call|quote|price|date|number|detail|idea|answer|time|list|copy|overview)|help (?:us|me) (?:with|understand|find|to understand)|mean (?:us|me) (?:pay|los)|digital transformation (?:lead|office|manager|director)|finally (?:see what you|get an answer|have an answer))\\b|\\?',
      status: 'said',
      strength: 0.7,
    },
    {
      pattern:
        "\\b(?:excited|enthusiastic|optimistic|hopeful|keen|buzzing|eager|fired up) (?:about (?:the|what|it|this|using|having|being|how)|to (?:try|start|use|have|roll|bring))\\b|\\b(?:see|sees|saw|there is|there's) (?:a )?(?:lot of |huge |great |real |big |much |so much )*potential\\b|\\bthat(?:'s| is) (?:the thing|what|why) (?:i|we) (?:get up|dream)\\b|\\blooking forward to (?:the day|having|getting rid|using|being able|rolling|finally|a (?:life|world|month|day|year|close))\\b",
      unless:
        "\\b(?:not|\\w+n't) (?:very |so |too )?(?:excited|enthusiastic|keen|optimistic)|keen to (?:hear|know|get (?:an|the|your))|excited to (?:offer|announce|share)|opportunity|weekend|joining|interview",
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:want|wants|plan|plans|intend|aim|aims)(?: us| me)? to (?:be|become|reach|halve|double|cut|grow|open|bring|build|offer|close|answer|stop)\\b[^.;]{0,60}\\b(?:by (?:next|the end|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|in half|from \\d|to (?:a|one|two|three|four|five|\\d)|every|all|instead|at last|for the first time|without|day|the first)\\b|\\bif (?:i|we) (?:get|had|could|can|got|have|take)\\b[^.;]{2,60}(?:,| then| that'?s| it'?s| we'?d| i'?d| they'?d)[^.;]{0,60}\\b(?:in (?:their|our) hands|could|would|can|'d|we'?re|will|free|done|double|more|twice|finally)\\b`,
      unless:
        '\\b(?:make sure|certain|attention|schedule|interested|know|understand|trouble|problem|wrong|worried|risk|go down|if we had (?:known|been)|sign|have a (?:call|look|copy|quote)|see (?:the|your|a) (?:price|offer|contract|quote|demo|proof|paper)|price|discount|to get (?:the|your|an|a) (?:quote|price|offer|answer)|leave|cancel|be able to leave|more time|reply)\\b|\\?',
      status: 'said',
      strength: 0.6,
    },
  ],
};
