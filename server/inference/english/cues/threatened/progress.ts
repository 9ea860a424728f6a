import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { CANT, DONT, GAP, GOOD_CHANGE, NEAR, WONT } from '../words.ts';

/** Hope of a better state: threatened. */
export const PROGRESS_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:what|how)(?:'s| is
      | would be) (?:it |this |that )?(?:any )?(?:so )?different (?:this time|from|to|than)
      |what would (?:it|that|this) change|(?:pretty|nice|fancy|colou?rful) (?:charts?|pictures?
      |slides?|dashboards?|graphs?|colou?rs)|(?:in|into|for) (?:the|a) (?:bottom )?drawer|(?:nobody
      |no-?one)(?: \w+){0,2} (?:will|would|is going to|ever) (?:look at|use|open|read) (?:it|this
      |them|that)|(?:had|seen|sat through|been through|bought|tried) (?:two|three|four|five|several
      |many|enough|plenty) of (?:these|those|them)|another (?:initiative|project|programme|program
      |pilot) (?:that|which|like|and)|(?:our|the) (?:real )?(?:problem|bottleneck|issue) (?:is
      |lies) (?:elsewhere|somewhere else|another)|(?:i'd|i would|we'd|we would|i'll
      |would) be (?:very |really )?surprised if|(?:not|never|won't|will not)(?: \w+)? (?:save|win
      |bring|gain|earn|sell|get) (?:us |me )?(?:a single|one (?:single|more)|any)|marginal|(?:six
      |three|twelve|\d+) months (?:in|on|later)\b[^.;]{0,40}\b(?:nothing|no|not|same|couldn't
      |still))\b
    `,
    unless: wording`
      \b(?:nice (?:picture|chart|slide)s? (?:thank|of)|nobody (?:has|will) (?:to )?open the
      |still happy|no problems?|no complaints?|marginal (?:cost|rate|tax))
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:nice[- ]to[- ]haves?|hype[ds]?|gimmicks?|gimmicky|buzz ?words?|bells and whistles
      |cosmetic|window dressing|lipstick|eye candy|toys?|fad|flavou?r of the month|vapou?rware
      |solution looking for|snazzy|shiny|bling|pie in the sky|wishful|old wine|emperor)\b
    `,
    unless: wording`
      \b(?:toy (?:shop|store|maker|company|manufacturer|retailer)|toys (?:for|and)
      |cosmetics? (?:company|brand|industry|line)|not (?:just )?(?:a |another )?(?:gimmick|hype|toy
      |cosmetic|nice))\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:${DONT}|${CANT}|${WONT}|fails? to|hard to|struggle to|not|hardly|doubt(?:s|ful)?|nothing
      |no longer)${NEAR} (?:see|name|think of|expect|imagine|believe|tell|notice|feel|point to|say
      |find|observe|measure|recogni[sz]e)${GAP} (?:${GOOD_CHANGE}|it (?:is|has|would|will
      |\w+) (?:better|chang|made|mak|brought|bring)|what it (?:brings?|changes?|gives?|adds?|would)
      |what'?d be|worth|for (?:us|me|our)|fit|one (?:decision|thing)|where it)
    `,
    unless: wording`
      \b(?:see any (?:problem|issue)|see why not|(?:why|need|necessity|reason) (?:we|to) (?:must
      |change|touch|should)|what happens|price difference|don'?t see a point in waiting)\b
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \bwhat(?:'s| is| would be|'d be) (?:even )?the (?:point|benefit|gain|upside|use|advantage
      |added value)\b|\b(?:${WONT}|${DONT}|never|not|hardly|barely|nothing)${NEAR} (?:change
      |make (?:a|any|much)|move the needle|improve|bring|add|help|matter|move)${NEAR} (?:much
      |anything|a (?:lot|thing|difference)|difference|us|a bit|the needle|nothing|value|one (?:thing
      |bit))\b|\b(?:makes?|made) (?:no|little|hardly any|zero) (?:real |big )?(?:difference|odds)\b
      |\bno (?:real |visible |noticeable |measurable |clear |added )(?:benefit|difference|value
      |improvement|change|gain|progress|advantage|effect)\b|\b(?:same (?:old|thing) (?:as before
      |again|with|in)|same as before|more of the same|back to square one|no further (?:than|forward)
      |no better (?:off|than)|nothing (?:has )?(?:changed|improved|got better|got faster)
      |still where we (?:were|started)|so what[.?!]?$)
    `,
    unless: wording`
      \bnothing (?:has )?changed (?:in|on) (?:our|the) (?:address|data|requirements?|plan)
      |same (?:price|question)|won'?t change (?:my|our) mind|so what (?:time|do|does|happens|are|is
      |would|about|we|i)
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:under-?whelm(?:ed|ing)
      |not (?:really |very |exactly |that |particularly |yet |all that |fully )*(?:convinced
      |persuaded|impressed|blown away|sold)|unimpressed|unconvinced|expected more|(?:hoped
      |hoping) for more|disappoint(?:ed|ing|ment)|let ?down|meh|lukewarm|(?:not|\w+n't) (?:hold
      |holding) (?:my|our) breath|(?:gets?|got|make it|go) (?:past|beyond) (?:a |the )?(?:trial
      |pilot|demo)|heard it all before|gather(?:s|ing)? dust|shelf-?ware|never (?:took off|caught on
      |stuck|used)|fizzled|doubt(?:s|ed)? (?:it|this|that|whether|if)|limited (?:value|use|appetite)
      |pointless|no (?:point|use|sense) (?:in|for|to))\b
    `,
    unless: wording`
      \b(?:never let (?:us|me) down|not (?:be )?disappoint|no doubt|without (?:a )?doubt
      |won'?t be disappoint)\b
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
];
