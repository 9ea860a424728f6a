import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { DONT, NEAR, NUMBER, OLD_WAY } from '../words.ts';

/** To keep what works: threatened. */
export const CONTINUITY_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:old (?:dog|habits?)|new tricks|(?:since|from) (?:19[5-9]\d|200\d)\b[^.;]{0,40}\b(?:work
      |runs?|fine|same|never|know)|(?:i|he|she|my \w+) built (?:that|this|the|it) (?:sheet
      |spreadsheet|file|database|system|tool|macro)?[^.;]{0,20}\b(?:myself|himself|herself|years
      |and it)|(?:nobody|no-?one) (?:here )?(?:complains|misses anything|wants anything (?:else
      |new))|want(?:s|ed)? (?:the|their|our|his|her|my) (?:\w+ )?(?:back|old one back)|(?:still
      |always|again) (?:prints?|writes?|keeps?) (?:it|everything|them|a|his|her
      |their)\b[^.;]{0,30}\b(?:to be sure|anyway|just in case|as before|out of habit)|out of habit
      |force of habit|no (?:reason|need|cause|point|hurry) (?:to|for) (?:change|switch|replace|touch
      |something new|a new)|(?:happy|content|fine|satisfied|comfortable) with (?:what (?:we|they
      |i) (?:have|use|do|know)|the (?:present|old|current|existing) )|(?:grown|grew) (?:fond
      |attached|up with)|creature of habit|don't fix|do not fix|leave well alone
      |let sleeping dogs)\b
    `,
    unless: '\\?|\\bnot happy with|\\b(?:money|refund|call|key|laptop|parcel) back',
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:has|have|had|it) (?:always )?worked (?:fine |well |for us )?(?:for|since) (?:${NUMBER}
      |\d+|many|years|decades|as long)|\bwhich we know since\b|\b(?:like|want|wish|prefer
      |would like)s? (?:it|things|that|them) to (?:stay|remain) (?:so|as|that way|the same)\b
      |\b(?:they|he|she|we|i)'?d? (?:would )?rather (?:fix|patch|repair|keep|mend|improve) (?:the
      |what|our|their|his)\b|\b(?:gone|went|go|going) back to (?:the|their|our|his) (?:old|former
      |shared|previous|mailbox|inbox|paper|spreadsheet|excel)\b|\b(?:do not
      |don'?t) feel the (?:necessity|need) to change\b|\bwhy (?:we|i) (?:must|should|need to
      |have to) (?:touch|change|replace) (?:it|this|that)\b
    `,
    unless: '\\?',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:we|they|he|she|team|department|company|everyone|people|i)(?:'ve| have| has
      |'s)? always (?:done|worked|used|run|managed|written|bought) (?:it|this|that|them|our|the|with
      |on|by|in|so|like|paper|excel|from)\b|\balways (?:did|worked|done) (?:it|that|this|fine|well
      |for us)\b|\bthe way (?:we|they) (?:do it|always did|have always|work here)\b
    `,
    unless: wording`
      \b(?:always (?:been|had) (?:a )?(?:problem|pain|trouble|issue|helpful|good to|great)
      |always done right|you have always|not always)\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:works?|worked|working|runs?|ran|running|does the job|did the job|doing the job
      |does its job|serves?|functions?|good enough|fine)\b${NEAR} (?:fine|well|ok|okay|perfectly
      |alright|all right|good|smoothly|great|beautifully|like clockwork|as (?:it )?is
      |without (?:problems?|trouble|a hitch))\b|\b(?:the )?(?:old|current|present|existing|today'?s
      |our) (?:${OLD_WAY}|one|way)\b${NEAR} (?:works?|is (?:fine|ok|okay|good|enough|good enough)
      |does (?:the|its|what)|runs?|has (?:never|worked|served))\b|\bdoes the (?:job|trick)\b
    `,
    needs: wording`
      \b(?:today|present|current(?:ly)?|existing|old|our|the|as (?:it )?is|side|now|already|years?
      |here|why|excel|paper|board|way|system|invoices?|today'?s)\b
    `,
    unless: wording`
      \b(?:not|\w+n't|never|hardly|no longer|if|whether|would|should|until|new|your|pilot|trial|demo
      |monday|tuesday|wednesday|thursday|friday|works (?:for|with) (?:me|us|you|thursday)|what works
      |that works|time works|works best|works well for me|since (?:the|you|your|we)|after|update
      |time|slot|call|date|afternoons?|mornings?|everything is|all (?:is )?working|works now
      |well done|day works|you)\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:is|are|'re|was|were|got|gotten|been|has|have|'ve|all|so|quite
      |very)${NEAR} (?:used to (?:it|the|our|this|that|their|them|his|her|working|doing|having)
      |accustomed|attached to|fond of|at home with|comfortable with (?:the (?:old|current|present)
      |what|our current)|happy with (?:what (?:we|they|i) have|our current|the (?:current|old
      |present|existing))|set in (?:their|our) ways|creatures of habit)\b|\bby heart\b
      |\b(?:in (?:their|our|my) sleep|blindfold(?:ed)?|with (?:their |our )?eyes (?:closed|shut))\b
      |\bknows? (?:where (?:to look|everything)|(?:it|them|every|the|their|our|its)${NEAR} (?:button
      |inside out|by (?:heart|touch|memory)|corner|quirk|screen|shortcut|key|way around))\b
      |\bmuscle memory\b|\bsecond nature\b
    `,
    unless: wording`
      \b(?:not used to (?:it|this|the new)|get(?:ting)? used to|got used to (?:it|the new)
      |i'?m used to (?:waiting|you|being)|getting accustomed|soon be used|quickly got
      |already used to (?:it|the new)|we (?:got|are) used to late)\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:not|isn'?t|\w+n't|no|hardly|low|lower|lowest)${NEAR} (?:a |an |our |the |my |on (?:the
      |our) )?(?:top |high |big |real )?(?:priority|urgency|urgent to (?:buy|change|decide)
      |(?:necessity|wish|need) to change|need to change|reason to (?:change|switch|throw|replace
      |move|touch|leave)|appetite for|agenda|burning)\b|\bif it (?:ain'?t|isn'?t|is not
      |is n't) broke|\bnever change a (?:running|winning)|\bno (?:plans?|intention|desire
      |wish) to (?:change|switch|replace|move)\b|\b(?:maybe|perhaps|possibly|rather|think about it
      |look at it|come back to it|revisit|something for)${NEAR} (?:next (?:year|season|spring|summer
      |autumn|fall|winter|budget|cycle)|in (?:a year|the new year|a few years|spring)|some (?:day
      |other time)|one day|later this year)\b|\b(?:shelv(?:e|ed|ing)|mothball\w*|put (?:it|this
      |the \w+) on (?:ice|hold|the back ?burner)|back ?burner|kick(?:ed
      |ing)? (?:it )?(?:down the road|into the long grass)) ?(?:it|this|the|that|til|till|until
      |for)?\b
    `,
    unless: wording`
      \b(?:maybe next time|fiscal|budget (?:cycle|year) (?:starts|begins)|harvest|parking|car park
      |park (?:the|your) (?:car|bike|van)|agreed:|priority (?:1|one|is|list|support|ticket|queue)
      |no rush (?:at all|from my|on this|to (?:answer|reply))|no reason to (?:worry|wait))\b|\?
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:keep|keeps|keeping|stick(?:ing)?|stay(?:ing|s)?|remain|hang(?:ing)? on|hold(?:ing)? on
      |cling(?:s|ing)?|go(?:ne|es|ing)? back|went back|gone back|return(?:ed)?|revert(?:ed)?
      |fall(?:en)? back)\b (?:with |to |on to |onto |at )?(?:using )?(?:the|our|my|their|his|her
      |what|it as|things as|paper|excel)(?: (?:old|current|present|existing|own|good old|shared
      |trusted))*(?: (?:${OLD_WAY}|we have|it is|they are|works?|one|inbox|habits?|ways?|\w+book))\b
      |\bprefers? (?:the|our|my|his|her|their) (?:old|current|present|existing|own|good old|paper
      |excel)\b|\b(?:miss|misses|missed|missing) (?:the|our|my|his|her) (?:old|previous|former
      |good old)\b|\bleave (?:it|things|everything) as (?:it is|they are|is)\b|\bwhy (?:change|fix
      |replace|touch|switch|throw|should (?:i|we) (?:change|switch|give up|replace|learn))\b
      |\b(?:${DONT}|not|never|\w+n't)${NEAR} (?:want|wants|like|going|willing) to (?:change|give up
      |lose|part with|let go|throw|abandon|touch|replace)\b|\b(?:don'?t|do not|doesn'?t|never
      |not) (?:touch|change|throw (?:out|away)) (?:the|our|my|his|her|it|a running)\b
    `,
    unless: wording`
      \b(?:keep (?:the|our|my) (?:appointment|slot|date|time|price|meeting|records?|call|discount
      |seat|data (?:safe|for|in))|who keeps the|keep (?:it|this) (?:simple|short|as)
      |go back to (?:the|our|my) (?:board|team|boss|cfo|office|committee|desk|list|start)|return the
      |keep the (?:history|logs?)|miss(?:ed|ing)? (?:the|our|my) (?:call|meeting|train|deadline
      |date)|keep (?:paying|the (?:team|board) (?:posted|informed|updated)))\b
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:for|in|since|over|more than|after|all (?:of )?)(?: the)?(?: last| past)? ?(?:\d+
      |${NUMBER}|fifteen|twenty|thirty|many|so many|decades|a decade|ages) ?(?:years?|yrs?|decades?
      |generations?)?\b[^.;]{0,60}\b(?:never (?:lost|failed|let us down|had|broke|needed|missed
      |once)|it (?:has |just )?work(?:s|ed)|every \w+ knows|without (?:a |one |any )?(?:problem
      |fault|failure|miss|stop)|has run every|(?:no|sees no|see no) reason|and nobody|reliably
      |knows)\b|\bnever (?:once )?(?:let (?:us|me) down|failed (?:us|me))\b
    `,
    unless: wording`
      \b(?:you have never|your (?:team|support|product)|nobody has|fix|complained|asked)\b|\?
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
];
