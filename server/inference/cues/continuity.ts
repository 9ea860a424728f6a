import type { DriverCues } from './cue.ts';
import { DONT, NEAR, NUMBER, OLD_WAY } from './words.ts';

/** To keep what works. */
export const CONTINUITY: DriverCues = {
  driver: 'continuity',
  threatened: [
    {
      pattern:
        "\\b(?:old (?:dog|habits?)|new tricks|(?:since|from) (?:19[5-9]\\d|200\\d)\\b[^.;]{0,40}\\b(?:work|runs?|fine|same|never|know)|(?:i|he|she|my \\w+) built (?:that|this|the|it) (?:sheet|spreadsheet|file|database|system|tool|macro)?[^.;]{0,20}\\b(?:myself|himself|herself|years|and it)|(?:nobody|no-?one) (?:here )?(?:complains|misses anything|wants anything (?:else|new))|want(?:s|ed)? (?:the|their|our|his|her|my) (?:\\w+ )?(?:back|old one back)|(?:still|always|again) (?:prints?|writes?|keeps?) (?:it|everything|them|a|his|her|their)\\b[^.;]{0,30}\\b(?:to be sure|anyway|just in case|as before|out of habit)|out of habit|force of habit|no (?:reason|need|cause|point|hurry) (?:to|for) (?:change|switch|replace|touch|something new|a new)|(?:happy|content|fine|satisfied|comfortable) with (?:what (?:we|they|i) (?:have|use|do|know)|the (?:present|old|current|existing) )|(?:grown|grew) (?:fond|attached|up with)|creature of habit|don't fix|do not fix|leave well alone|let sleeping dogs)\\b",
      unless: '\\?|\\bnot happy with|\\b(?:money|refund|call|key|laptop|parcel) back',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:has|have|had|it) (?:always )?worked (?:fine |well |for us )?(?:for|since) (?:${NUMBER}|\\d+|many|years|decades|as long)|\\bwhich we know since\\b|\\b(?:like|want|wish|prefer|would like)s? (?:it|things|that|them) to (?:stay|remain) (?:so|as|that way|the same)\\b|\\b(?:they|he|she|we|i)'?d? (?:would )?rather (?:fix|patch|repair|keep|mend|improve) (?:the|what|our|their|his)\\b|\\b(?:gone|went|go|going) back to (?:the|their|our|his) (?:old|former|shared|previous|mailbox|inbox|paper|spreadsheet|excel)\\b|\\b(?:do not|don'?t) feel the (?:necessity|need) to change\\b|\\bwhy (?:we|i) (?:must|should|need to|have to) (?:touch|change|replace) (?:it|this|that)\\b`,
      unless: '\\?',
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern:
        "\\b(?:we|they|he|she|team|department|company|everyone|people|i)(?:'ve| have| has|'s)? always (?:done|worked|used|run|managed|written|bought) (?:it|this|that|them|our|the|with|on|by|in|so|like|paper|excel|from)\\b|\\balways (?:did|worked|done) (?:it|that|this|fine|well|for us)\\b|\\bthe way (?:we|they) (?:do it|always did|have always|work here)\\b",
      unless:
        '\\b(?:always (?:been|had) (?:a )?(?:problem|pain|trouble|issue|helpful|good to|great)|always done right|you have always|not always)\\b|\\?',
      status: 'said',
      strength: 0.7,
    },
    {
      pattern: `\\b(?:works?|worked|working|runs?|ran|running|does the job|did the job|doing the job|does its job|serves?|functions?|good enough|fine)\\b${NEAR} (?:fine|well|ok|okay|perfectly|alright|all right|good|smoothly|great|beautifully|like clockwork|as (?:it )?is|without (?:problems?|trouble|a hitch))\\b|\\b(?:the )?(?:old|current|present|existing|today'?s|our) (?:${OLD_WAY}|one|way)\\b${NEAR} (?:works?|is (?:fine|ok|okay|good|enough|good enough)|does (?:the|its|what)|runs?|has (?:never|worked|served))\\b|\\bdoes the (?:job|trick)\\b`,
      needs: `\\b(?:today|present|current(?:ly)?|existing|old|our|the|as (?:it )?is|side|now|already|years?|here|why|excel|paper|board|way|system|invoices?|today'?s)\\b`,
      unless:
        "\\b(?:not|\\w+n't|never|hardly|no longer|if|whether|would|should|until|new|your|pilot|trial|demo|monday|tuesday|wednesday|thursday|friday|works (?:for|with) (?:me|us|you|thursday)|what works|that works|time works|works best|works well for me|since (?:the|you|your|we)|after|update|time|slot|call|date|afternoons?|mornings?|everything is|all (?:is )?working|works now|well done|day works|you)\\b|\\?",
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:is|are|'re|was|were|got|gotten|been|has|have|'ve|all|so|quite|very)${NEAR} (?:used to (?:it|the|our|this|that|their|them|his|her|working|doing|having)|accustomed|attached to|fond of|at home with|comfortable with (?:the (?:old|current|present)|what|our current)|happy with (?:what (?:we|they|i) have|our current|the (?:current|old|present|existing))|set in (?:their|our) ways|creatures of habit)\\b|\\bby heart\\b|\\b(?:in (?:their|our|my) sleep|blindfold(?:ed)?|with (?:their |our )?eyes (?:closed|shut))\\b|\\bknows? (?:where (?:to look|everything)|(?:it|them|every|the|their|our|its)${NEAR} (?:button|inside out|by (?:heart|touch|memory)|corner|quirk|screen|shortcut|key|way around))\\b|\\bmuscle memory\\b|\\bsecond nature\\b`,
      unless:
        "\\b(?:not used to (?:it|this|the new)|get(?:ting)? used to|got used to (?:it|the new)|i'?m used to (?:waiting|you|being)|getting accustomed|soon be used|quickly got|already used to (?:it|the new)|we (?:got|are) used to late)\\b|\\?",
      status: 'said',
      strength: 0.7,
    },
    {
      pattern: `\\b(?:not|isn'?t|\\w+n't|no|hardly|low|lower|lowest)${NEAR} (?:a |an |our |the |my |on (?:the|our) )?(?:top |high |big |real )?(?:priority|urgency|urgent to (?:buy|change|decide)|(?:necessity|wish|need) to change|need to change|reason to (?:change|switch|throw|replace|move|touch|leave)|appetite for|agenda|burning)\\b|\\bif it (?:ain'?t|isn'?t|is not|is n't) broke|\\bnever change a (?:running|winning)|\\bno (?:plans?|intention|desire|wish) to (?:change|switch|replace|move)\\b|\\b(?:maybe|perhaps|possibly|rather|think about it|look at it|come back to it|revisit|something for)${NEAR} (?:next (?:year|season|spring|summer|autumn|fall|winter|budget|cycle)|in (?:a year|the new year|a few years|spring)|some (?:day|other time)|one day|later this year)\\b|\\b(?:shelv(?:e|ed|ing)|mothball\\w*|put (?:it|this|the \\w+) on (?:ice|hold|the back ?burner)|back ?burner|kick(?:ed|ing)? (?:it )?(?:down the road|into the long grass)) ?(?:it|this|the|that|til|till|until|for)?\\b`,
      unless:
        '\\b(?:maybe next time|fiscal|budget (?:cycle|year) (?:starts|begins)|harvest|parking|car park|park (?:the|your) (?:car|bike|van)|agreed:|priority (?:1|one|is|list|support|ticket|queue)|no rush (?:at all|from my|on this|to (?:answer|reply))|no reason to (?:worry|wait))\\b|\\?',
      status: 'said',
      strength: 0.65,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:keep|keeps|keeping|stick(?:ing)?|stay(?:ing|s)?|remain|hang(?:ing)? on|hold(?:ing)? on|cling(?:s|ing)?|go(?:ne|es|ing)? back|went back|gone back|return(?:ed)?|revert(?:ed)?|fall(?:en)? back)\\b (?:with |to |on to |onto |at )?(?:using )?(?:the|our|my|their|his|her|what|it as|things as|paper|excel)(?: (?:old|current|present|existing|own|good old|shared|trusted))*(?: (?:${OLD_WAY}|we have|it is|they are|works?|one|inbox|habits?|ways?|\\w+book))\\b|\\bprefers? (?:the|our|my|his|her|their) (?:old|current|present|existing|own|good old|paper|excel)\\b|\\b(?:miss|misses|missed|missing) (?:the|our|my|his|her) (?:old|previous|former|good old)\\b|\\bleave (?:it|things|everything) as (?:it is|they are|is)\\b|\\bwhy (?:change|fix|replace|touch|switch|throw|should (?:i|we) (?:change|switch|give up|replace|learn))\\b|\\b(?:${DONT}|not|never|\\w+n't)${NEAR} (?:want|wants|like|going|willing) to (?:change|give up|lose|part with|let go|throw|abandon|touch|replace)\\b|\\b(?:don'?t|do not|doesn'?t|never|not) (?:touch|change|throw (?:out|away)) (?:the|our|my|his|her|it|a running)\\b`,
      unless:
        '\\b(?:keep (?:the|our|my) (?:appointment|slot|date|time|price|meeting|records?|call|discount|seat|data (?:safe|for|in))|who keeps the|keep (?:it|this) (?:simple|short|as)|go back to (?:the|our|my) (?:board|team|boss|cfo|office|committee|desk|list|start)|return the|keep the (?:history|logs?)|miss(?:ed|ing)? (?:the|our|my) (?:call|meeting|train|deadline|date)|keep (?:paying|the (?:team|board) (?:posted|informed|updated)))\\b',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated', 'question'],
    },
    {
      pattern: `\\b(?:for|in|since|over|more than|after|all (?:of )?)(?: the)?(?: last| past)? ?(?:\\d+|${NUMBER}|fifteen|twenty|thirty|many|so many|decades|a decade|ages) ?(?:years?|yrs?|decades?|generations?)?\\b[^.;]{0,60}\\b(?:never (?:lost|failed|let us down|had|broke|needed|missed|once)|it (?:has |just )?work(?:s|ed)|every \\w+ knows|without (?:a |one |any )?(?:problem|fault|failure|miss|stop)|has run every|(?:no|sees no|see no) reason|and nobody|reliably|knows)\\b|\\bnever (?:once )?(?:let (?:us|me) down|failed (?:us|me))\\b`,
      unless:
        '\\b(?:you have never|your (?:team|support|product)|nobody has|fix|complained|asked)\\b|\\?',
      status: 'said',
      strength: 0.65,
      tolerates: ['negated'],
    },
  ],
  met: [
    {
      pattern:
        "\\b(?:(?:nobody|no-?one|not one|none) (?:of \\w+ )?(?:has )?(?:asked|asks|wants|wanted) (?:for )?(?:it|the \\w+(?: \\w+)?|them) back|(?:don't|do not|never|wouldn't|would not|nobody) (?:even )?(?:want|remember|miss)s? (?:the |our )?(?:old|paper|previous|former|it back)|(?:took|taken|take) down the (?:\\w+ )?(?:board|whiteboard|calendar|chart|wall|list)|unplugged (?:the|it|our)|(?:never|not|won't be) going back|no going back|(?:closed|shut) (?:the |that )?(?:chapter|book) (?:on|for good)|cut the cord|enough of the old|(?:old|paper|last) \\w+ (?:is|are) (?:in the (?:bin|skip|bonfire|shredder)|history|gone for good))\\b",
      unless: '\\?|\\bif\\b',
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern:
        '\\bready to let (?:it|that|this|the|go|\\w+ \\w+ go)|\\b(?:it )?(?:was|is) time that (?:it|they|the \\w+) go(?:es)?\\b|\\bwould (?:swap|switch|change|throw it out|move) tomorrow\\b|\\b(?:can go|could go) (?:today|tomorrow|for all i care)\\b',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern:
        '\\b(?:bin(?:ned)?|thr(?:ew|own) (?:out|away)|shredded|scrapped|emptied|skipped|chucked)\\b[^.;]{0,40}\\b(?:last|old|paper|files?|binders?|cards?|cabinets?|forms?|books?|spreadsheets?)\\b',
      unless: '\\b(?:by mistake|accident\\w*|please|if|not|milk|beer|stock|batch)\\b|\\?',
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:time (?:for (?:a |some )?(?:change|something new|a fresh|a clean)|to (?:change|move on|let go|replace|say goodbye|retire|part|modernise|modernize|leave .{2,20} behind)|we (?:changed|moved on|let go|said goodbye))|ready (?:to (?:let go|change|move on from|part|say goodbye|leave .{2,20} behind|retire|switch off)|for (?:a |the )?(?:change|something new|new (?:start|chapter)))|(?:had|has had|have had|seen|has seen|have seen|done|has done) (?:its|their|his|her) (?:day|time|best days|best years|duty|service)|(?:good riddance|farewell|say(?:ing)? (?:goodbye|adieu|bye)|goodbye to|without a tear|no tears?|not (?:shed|shedding|cry)|end of an era|(?:the )?end of the line|pension(?:ed)? off|off to the museum|belongs in a museum|museum piece|bury (?:it|the old)|out with the old|out to pasture|over ?due|long overdue))\\b`,
      unless:
        "\\b(?:not|\\w+n't|never) (?:yet )?(?:ready|the time)|not the time|invoice|payment|overdue (?:invoice|payment|ticket|answer|reply|fee)|is it time|time to move on to (?:the|point|item)|buried in|if |\\?",
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:won'?t|will not|not going to|nobody will|nobody'?s going to|no-?one will|don'?t|do not|doesn'?t|not|never|nobody) (?:be )?(?:miss(?:es|ed|ing)?|mourn|cry (?:for|over)|look(?:ing)? back|shed) ?(?:it|the|them|that|our|a|back)?\\b|\\b(?:glad|happy|pleased|delighted|relieved|can'?t wait|cannot wait|looking forward|good) to (?:see (?:it|them|the \\w+(?: \\w+)?) (?:go|gone|disappear|leave)|be rid|get rid|let (?:it|them) go|bin|throw|switch (?:it|the|them) off|be shot|see the back)\\b|\\b(?:be|get|got|getting|finally) (?:shot|rid) of (?:the|it|our|that|those|them|my)\\b|\\b(?:i|we|she|he|they) wants? (?:it|them|the \\w+(?: \\w+)?|that) (?:gone|out|off|switched off|dead)\\b|\\bcan'?t wait to see (?:them|it|the \\w+) go\\b`,
      unless:
        "\\b(?:miss (?:the (?:call|meeting|train|deadline|chance|point|date)|a (?:deadline|call|thing|beat))|don'?t miss|not miss (?:it|this)|get rid of (?:me|you|the (?:fee|clause|error|bug|message))|missing (?:data|field|file|info\\w*|page|piece)|not missing|never missed|want you gone|never miss)\\b|\\?",
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:bin(?:ned|ning)?|threw|thrown|throw(?:ing|s)?|chuck(?:ed|ing)?|toss(?:ed|ing)?|scrap(?:ped|ping)?|retir(?:e|ed|es|ing)|ditch(?:ed|ing)?|burn(?:ed|t|ing)|shred(?:ded|ding)?|skip(?:ped)?|unplug(?:ged|ging)?|switch(?:ed|ing)? off|turn(?:ed|ing)? off|shut(?:ting)? down|clos(?:e|ed|ing)|delet(?:e|ed|ing)|took down|taken down|archiv(?:ed|ing)|decommission(?:ed|ing)?|dump(?:ed|ing)?|remov(?:ed|ing)|emptied|cleared out|recycl(?:ed|ing))\\b${NEAR} (?:out |away |off |down |for )?(?:the |our |my |its |his |her |that |those |it |all )?(?:last |old |whole |paper |legacy |index |good old |ancient |lever arch |filing )*(?:${OLD_WAY}|forms?|index cards|whiteboards?|copies|macros?|calendar|diary|one|it|post-?its|pigeon ?holes?|workbook|tapes?|planner|wall ?chart)\\b`,
      needs:
        '\\b(?:old|last|legacy|finally|today|yesterday|good|great|felt|without|tear|glad|happy|for good|skip|celebrat\\w*|champagne|cake|ceremony|party|nobody|at last|paper|index|goodbye|proud|gone|feels?|miss|grin\\w*|smil\\w*|relief|ordered a skip)\\b',
      unless:
        "\\b(?:accident\\w*|please (?:close|delete|switch|turn|remove|archive)|can you|could you|by mistake|ticket|error|bug|don'?t|not|\\w+n't|before (?:you|we)|lost|off the old price|last (?:invoice|mail|message|firewall)|closed (?:the )?(?:deal|ticket|window|tab|book(?:s)?|month))\\b|\\?",
      status: 'said',
      strength: 0.65,
    },
  ],
};
