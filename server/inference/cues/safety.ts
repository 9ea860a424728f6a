import type { DriverCues } from './cue.ts';
import { CANT, FAULT, GAP, JUDGES, NEAR, NUMBER, OLD_WAY } from './words.ts';

/** Worries that belong to another driver, and the courteous "I'm afraid". */
const OTHER_WORRY =
  "\\b(?:worr\\w+|concern\\w*|afraid|nervous|wary) (?:about|of|that) [^.;]{0,30}\\b(?:lock-?in|locked|price|costs?|fees?|increase|effort|workload|work|load|time|hours|extra|double|busy|training|learn\\w*|adoption|staff|team (?:will|would|won'?t)|crew|everyone|buy-?in|colleagues|agree\\w*)\\b|\\blife'?s too short\\b|\\bused to dread\\b|\\bworrying (?:time|times|week)\\b|\\burgent matters\\b|\\bi'?m afraid (?:i|we|the|that|you|it|not|so|this|my|our|there|he|she|they|(?:mon|tues|wednes|thurs|fri)day)\\b|\\bno worries\\b|\\bdon'?t worry\\b|\\bnot to worry\\b|concerned (?:department|person|party|team)|\\bas far as .{0,20}concerned";

/** Not to be harmed by a wrong choice: money, productivity, reputation, job. */
export const SAFETY: DriverCues = {
  driver: 'safety',
  threatened: [
    {
      pattern:
        "\\b(?:(?:no|not a|never a|only one|just one) (?:second|other)? ?(?:chance|try|shot|attempt|go)\\b(?! to (?:talk|meet|speak|read|look))|(?:can't|cannot|can not|impossible to) (?:be )?(?:undo(?:ne)?|revers(?:e|ed)|take (?:it|that) back|turn back)|no (?:way|road) back|point of no return|irreversible|(?:every|all) eyes? (?:are |is |will be )?on (?:me|us|him|her)|everyone (?:is|will be) (?:watching|looking at) (?:me|us|him|her)|(?:my|his|her) predecessor (?:was|lost|had to|tripped|fell|left|failed|went|bought|signed)|(?:was|were|got) shown the door|(?:still )?(?:on|in my) probation|(?:each|every|one|an?) (?:hour|day|minute|night) (?:of (?:standstill|downtime|outage|stop) )?(?:costs|would cost|means) (?:us |me )?(?:\\d|a|half|the|our|ten|two|more)|(?:patients?|people|animals|residents|children|passengers|workers) (?:could|can|might|would|will|may) (?:die|be hurt|get hurt|suffer|be harmed|be in danger)|(?:insurance|insurer) (?:won't|will not|does not|doesn't|would not) (?:pay|cover)|in the (?:papers|newspapers|headlines|evening news)|(?:they|he|she|people) will (?:remember|ask|point at|come for|look for) (?:me|who|us))\\b",
      unless: '\\?|\\b(?:no other (?:chance|way) to reach|used to|finally|gone|no longer)\\b',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:i|we) (?:\\w+ )?(?:stood|stand|sat|was asked|were asked|am asked|had to stand)(?: \\w+)? (?:up |there )?(?:in front of|before|and said|and told)\\b|\\b(?:is|are|was|stands?|sheet|report|file|answer)(?: \\w+)? (?:in|under|with|over) my (?:name|signature)\\b|\\b(?:i|we) (?:vouched|put my name|brought this in|gave my word)\\b|\\b(?:signature|name) on (?:it|that|this|the \\w+) (?:is|was) mine\\b|\\bi lose (?:the|my|our) (?:client|customer|job|licen[cs]e|contract|name|face)\\b`,
      unless: '\\b(?:queue|line at|server room|applau\\w+|present\\w*|proud|award)\\b',
      status: 'implied',
      strength: 0.75,
    },
    {
      pattern: `\\b(?:defend|answer for|explain|justify) (?:this|it|every|that|the|each|my|our)\\b[^.;]{0,30}\\b(?:before|in front of|to) (?:them|the|my|our)\\b`,
      needs: '\\b(?:must|have to|has to|had to|need to|will|alone|it is me|i am)\\b',
      unless: '\\b(?:price|cost|can now|can explain)\\b',
      status: 'said',
      strength: 0.7,
    },
    {
      pattern: `\\b(?:i|we|he|she|they|who|everyone|\\p{L}+)(?:'m|'re|'s| am| are| is| was| were| feel| feels| remain| get| gets| still)?(?: (?:am|are|is|a|bit|little|very|really|quite|still|more|most|also|so|rather|honestly|seriously|genuinely|somewhat|just|extremely|deeply|all|both|now|frankly))* (?:worried|afraid|nervous|scared|concerned|frightened|uneasy|wary|apprehensive|terrified|anxious about)\\b(?: (?:about|abt|that|of|what|if|because|bc|for|with|by|how)\\b|[.,;:)]|$)|\\b(?:worries|scares|frightens|concerns|alarms|spooks|terrifies) (?:me|us|him|her|them|my|our)\\b|\\b(?:i|we|he|she|they|\\p{L}+) (?:fear|fears|dread|dreads|worry|worries) (?:that|about|abt|of|the|for|it|we|losing|a)\\b|\\b(?:my|our|his|her|one|biggest|main|only|real|big|major|serious|have|has) (?:(?:big|biggest|main|only|real|one|major|serious|a) )*(?:worry|worries|fear|fears|concerns?|anxiety) (?:is|are|here|about|with|remains?|that|=|:|of)|\\bwary[.,;]|^(?:(?:still|also|very|really|bit|a bit|quite|seems?) )*(?:worried|nervous|afraid|scared|concerned|uneasy) (?:about|abt|that|of|re|if)\\b|\\bgot worried\\b`,
      unless: OTHER_WORRY,
      status: 'said',
      strength: 0.8,
    },
    {
      pattern: `\\b(?:biggest|main|real|one big) risk\\b|\\bkeeps? (?:me|us|him|her) (?:up|awake)\\b|\\b(?:lose|losing|lost) (?:any )?sleep\\b|\\b(?:not|\\w+n't|never)${NEAR} (?:comfortable|at ease|feel safe|feel comfortable|sleep (?:well|easy|soundly))\\b|\\buncomfortable\\b|\\buneasy\\b|\\bgives? (?:me|us|him|her) (?:the creeps|a bad feeling|sleepless|a stomach)`,
      unless: "\\b(?:no(?:body|t)(?:'s| is)? losing sleep|chairs?|seats?)\\b",
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:if|when|should|in case|once|suppose|one day) (?:this|it|that|something|anything|things|one|the|your|our|a)${NEAR} (?:go(?:es)? (?:wrong|down|south|sideways|bad|badly|up in smoke|live badly)|went wrong|fails?|breaks?|slips?|falls over|collapses?|stops?|happens? with|blows? up|backfires?|leaks?|crash(?:es)?|is lost|gets lost|screws? up)\\b`,
      unless:
        '\\b(?:what (?:happens|if)|who (?:fixes|pays|helps|do|does|will|would|is)|how (?:do|fast|long|quickly)|how often)\\b|whom? (?:do|should)|can (?:always |just |simply )?(?:walk|leave|go back|stop|step back|roll)|nobody (?:is|gets|stays)',
      needs:
        '\\b(?:my|our|i|we|me|us|he|she|his|her|cost|fired|blame|head|neck|name|responsible|stand|front|dead|over|dark|lose|lost|closed?|stops?|nobody|patients?|lives|regulator|inspector|headline|press|they)\\b',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern: `\\b(?:my|our|his|her) (?:neck|head|career|reputation|licen[cs]e|signature|position|good name|name|job)\\b(?: \\w+)? (?:is|was|will be|stands?|goes|'s)?(?: \\w+)? ?(?:on (?:the|it|this|that|every|each)|at stake|under (?:it|this|that)|not yours|depends)\\b|\\bit(?:'s| is) my \\w+ (?:on|at|not)\\b|\\b(?:it(?:'s| is| was|'ll be| will be)|and) (?:my|our|his|her) (?:neck|head|name|signature|job|reputation|licen[cs]e)\\b|\\b(?:on|at) (?:my|our|his|her) (?:neck|head|watch|door)\\b|\\bcost (?:me|us|him|her) (?:my|our|his|her) (?:job|head|neck|reputation|licen[cs]e|best \\w+)\\b|\\bname on the (?:line|submission|form|paper|report|order)\\b|\\bstick (?:my|our|his|her) neck\\b|\\blaid? .{0,30} (?:head|neck) on the\\b`,
      unless:
        '\\bput (?:your|his|her|their) names?\\b|names? on the project|\\bwrote\\b|my name (?:is|isn.?t|was) (?!on)|my name is not|good job\\b',
      status: 'said',
      strength: 0.8,
    },
    {
      pattern: `\\b(?:i|we|he|she|me|us|him|her)\\b${NEAR} (?:defend|answer for|justify|explain)${NEAR} (?:this|it|that|myself|ourselves|why|to (?:my|our|the|a)|in front|before|my|our|himself|herself)\\b|\\b(?:i|we|he|she|me|us)\\b${GAP} (?:stands?|stood|sit|sat|sitting|am|be|standing) (?:there |up )?(?:in front of|before) (?:the |our |my |a |an |every |all )?(?:${JUDGES}|\\w+ ${JUDGES})|\\bin front of the (?:${JUDGES})|\\b(?:${JUDGES})\\b${NEAR} (?:in my office|at (?:the|my|our) door|on the phone|on my (?:back|neck)|read it aloud|fined|will ask me|asks? me)`,
      unless: `\\b(?:price|increase|uplift|invoice|\\d+ ?%|cost)\\b|can (?:now )?(?:explain|defend|justify)|present`,
      status: 'said',
      strength: 0.75,
    },
    {
      pattern:
        "\\bit(?:'s| is| was|'ll be| will be) (?:me|us|my name|i|him|her) (?:who|that|on|in|they|standing|left)\\b|\\b(?:me|i|we|us) (?:they|who they) (?:call|blame|come to|ring|look at|hang)\\b|\\b(?:hold|held|make|makes) (?:me|us) (?:responsible|liable|accountable)\\b|\\bpersonally (?:responsible|liable|accountable)\\b|\\b(?:get|got|take|took|carry|gets|takes) (?:all )?the blame\\b|\\bblame(?:d|s)? (?:me|us|for)\\b|\\b(?:get|be|been|was|were) (?:fired|sacked|let go)\\b|\\bi(?:'m| am) the one (?:who|that|in front|they|on)\\b",
      status: 'said',
      strength: 0.8,
    },
    {
      pattern: `\\b(?:can'?t|cannot|can not|could not|couldn'?t|won'?t|unable to) (?:really |simply )?(?:afford|risk|allow|permit|gamble|have)${NEAR} (?:to (?:lose|be|have|risk|stop|miss|get|go|take|make|fail|wait|let|repeat)|a|an|any|another|one|that|this|downtime|mistakes?|errors?|failure|outage|surprises?|ourselves|it to)\\b`,
      unless:
        '\\b(?:price|seats?|budget|licen[cs]e|have (?:a call|lunch|you))\\b|anyone sitting|have (?:anyone|people|staff)',
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:must(?:\\w+n't| not| never)|may not|can ?not|can'?t|should never|mustn'?t)${NEAR} (?:happen|go down|fail|stop|be lost|leak|break|be able to do (?:that|this))\\b|\\bnever again\\b|\\bnot again\\b|\\b(?:happen|go through (?:it|that|this)|do (?:that|this|it)|live through (?:that|this|it)|sit(?:ting)? through \\w+(?: \\w+){0,3}) (?:again|twice|a second time|another time)\\b|\\bonce (?:bitten|burn(?:ed|t))\\b`,
      status: 'said',
      strength: 0.75,
      tolerates: ['negated'],
    },
    {
      pattern: `\\blast time (?:we|i|they|somebody|someone|he|she|round|our|the|a|it|that)\\b|\\b(?:the |our )?last (?:one|project|system|vendor|supplier|provider|roll-?out|conversion|migration|attempt|implementation|change|switch|move|upgrade|tool|partner|firm|agency|${OLD_WAY})\\b${GAP} (?:failed|went|cost|broke|collapsed|lost|never|took|ended|was a|left|disappeared|vanished|lasted|blew|died|locked|deleted|wiped|had|got|brought|stopped|we (?:had|bought|tried) (?:went|failed|died|lost|broke))\\b|\\b(?:been|got|were|was|have been) (?:badly )?(?:burn(?:ed|t)|bitten|stung|hit|caught out)\\b|\\b(?:been there|we'?ve been down that road|went through (?:that|this) once)\\b`,
      unless:
        '\\blast time (?:we|i) (?:spoke|talked|met|saw|chatted|checked|called|exchanged)\\b|\\btook (?:\\w+ ){0,3}(?:minutes|an hour)|last time you',
      status: 'implied',
      strength: 0.7,
    },
    {
      pattern: `\\b(?:the )?(?:guy|man|woman|person|colleague|predecessor|fella|fellow|bloke|lady|manager|director|one|head|chief|buyer) (?:who|that|before me)\\b${GAP} (?:bought|chose|signed|ran|introduced|brought|approved|picked|recommended|did|led|installed)\\b${GAP} (?:isn'?t|is not|is no longer|left|gone|had to go|was (?:fired|let go|moved|replaced)|doesn'?t|does not|no longer|lost|works? (?:elsewhere|somewhere))`,
      status: 'implied',
      strength: 0.8,
      tolerates: ['negated'],
    },
    {
      pattern: `\\b(?:years?|yrs?|months?|mths?|winters?|summers?) ago\\b${GAP} (?:a|an|our|the|another|one|some)${NEAR} (?:provider|supplier|vendor|system|migration|project|update|upgrade|consultant|contractor|tool|rollout|company|bank|server|outage|partner|firm)\\b.*\\b(?:${FAULT}|froze|stranded|cost|deleted|bankrupt|insolvent|disappeared|stood still|fined)\\b`,
      status: 'implied',
      strength: 0.7,
    },
    {
      pattern: `\\bone (?:wrong|bad|missed|failed|lost|broken|false|late|single|more|small|big|open|forgotten)\\b[^,;.]{2,50}\\b(?:and|means|then|=|is enough|would)\\b`,
      unless: '\\bone more (?:thing|question|time|point|week|day)\\b',
      status: 'said',
      strength: 0.65,
    },
    {
      pattern:
        "\\b(?:too|so|very|rather|pretty|quite|really|how|is|feels?|looks?|sounds?|bit|seems?) risky\\b|\\b(?:too (?:big|high|much|great)(?: of)? a|big|huge|real|high|serious|considerable|unnecessary|personal|all the|take (?:a|the|that|this|any)|the whole|much|lot of) risk\\b|\\brisk (?:for|to) (?:us|me|our|my|the (?:patients?|customers?|business|audit|production|harvest|season|members))\\b|\\brisk (?:i|we) (?:can'?t|cannot|won'?t|will not|do not|don'?t)\\b|\\b(?:a gamble|gambling with|russian roulette|leap of faith|liab(?:le|ility)|(?:too|very|that is|would be) dangerous|(?:i|we|me|us)(?:'m|'re| am| are| is)? (?:\\w+ )?exposed|hang(?:s)? by a thread|on thin ice|a bet)\\b",
      unless:
        '\\b(?:low|small|no|little|less|minimal|remaining|acceptable|without|manageable|lower|zero|limited) (?:the |a |any )?(?:risk|danger|exposure)|risk (?:is|are) (?:low|small|minimal|manageable|acceptable)|risk (?:register|assessment|manager|committee|team|module|matrix|management|officer|department)|you bet|i bet|liability (?:clause|cap|insurance|section)|lobbying|suppliers are reminded|exposed (?:api|endpoint)',
      status: 'said',
      strength: 0.65,
    },
    {
      pattern: `\\b(?:i|we|he|she) (?:was|were|am|are|had been|(?:alone )?(?:stood up|told|promised|proposed|pushed|chose|picked|signed|recommended|vouched|ran|brought))\\b${GAP} (?:the one who|who)${NEAR} (?:had )?(?:proposed|chose|bought|signed|recommended|pushed|brought|picked|promised|vouched|introduced|approved)\\b|\\b(?:the signature|the name)\\b${GAP} was (?:mine|his|hers)\\b|\\bhas my signature\\b|\\b(?:was|were) my (?:choice|idea|decision|call)\\b${GAP} (?:lasted|failed|died|went|cost|ended)`,
      status: 'implied',
      strength: 0.7,
    },
    {
      pattern: `\\b(?:if we lose|we(?:'d| would| could| will) (?:lose|be (?:dead|finished|out of business|closed|shut|fined|sued)|go under|have to (?:stop|close|shut))|lose (?:our|the) (?:licen[cs]e|accreditation|customers?|contract|data|history|trust of)|end up in (?:court|the (?:news|papers?|press))|sue us|front page|headlines?)\\b`,
      unless: '\\bweight\\b',
      status: 'said',
      strength: 0.65,
    },
  ],
  met: [
    {
      pattern:
        '\\b(?:(?:the )?(?:old|paper|present|existing) (?:one|system|way|process|server|list|board) (?:runs|keeps running|stays|is running|remains) (?:beside|next to|in parallel|alongside|as (?:a )?(?:fallback|backup)|until)|(?:fall ?back|safety net|plan b) (?:is|in place|exists|we have|gives|tested)|you (?:carry|take|bear) the risk|(?:penalty|risk) is (?:on|with) you|(?:no|little|nothing) (?:harm|damage|lost|is lost)\\b[^.;]{0,25}\\bif|(?:dry run|rehearsal|test run|parallel run) (?:went|was|ran|worked) (?:well|fine|clean|smooth\\w*|without)|(?:nobody|nothing) (?:gets|is|would be|will be) (?:hurt|lost|broken|harmed|at stake)|(?:lets|let) (?:me|us) sleep|(?:calm|calmer|quiet|easy|easier) (?:about|in my mind|now that))\\b',
      unless: '\\?|\\b(?:want|need|must|until|would like|is there|not)\\b',
      status: 'said',
      strength: 0.65,
      tolerates: ['negated', 'hypothetical'],
    },
    {
      pattern:
        '\\b(?:can|could|may) (?:always |just |simply |still )?(?:walk away|step out|get out|go back|roll back|switch back)\\b[^.;]{0,40}\\b(?:if|when|day one|any ?time)\\b|\\bcomfortable to (?:stand|go|sign|present|face|start)\\b',
      unless: '\\?|\\b(?:want|need|must) to be able\\b',
      status: 'said',
      strength: 0.8,
      tolerates: ['hypothetical'],
    },
    {
      pattern: `\\b(?:comfortable|at ease|relaxed|easy in my mind|calm|confident|reassured|safe|secure|protected|covered|happy) (?:with|to (?:start|sign|go|stand|proceed|defend)|that|about|signing|going|standing|putting|on (?:the|this|that))\\b|\\b(?:feel|feels|felt|feeling|am|i'm|we're|he's|she's) (?:much |very |quite |more |completely |totally |rather )*(?:at ease|relaxed|protected|covered|reassured|safe|safer|secure|comfortable)\\b`,
      unless:
        '\\b(?:happy (?:with|to|that|about|on)|confident that you|safe (?:travels|trip|journey|flight)|covered (?:by|in) the|on the safe side|not (?:feel|quite|yet)|would (?:feel|be)|until|unless|want to feel|chairs?)\\b',
      status: 'said',
      strength: 0.75,
    },
    {
      pattern:
        "\\b(?:low|small|no|little|less|minimal|acceptable|manageable|limited|zero|negligible|without) (?:real |big |extra |personal |great )?(?:risk|damage|harm|exposure|danger)\\b|\\b(?:risk|damage|harm|danger|downside|exposure) (?:is|are|would be|stays|seems|looks|remains|'s) (?:very |quite |so |really |rather |too |only )*(?:low|small|minimal|manageable|acceptable|limited|little|tiny|nil|gone|negligible|bearable)\\b|\\bpeace of mind\\b|\\bsleep (?:well|better|at night|soundly|easy|easier)\\b|\\b(?:safe|good) hands\\b|\\bnothing (?:much )?to lose\\b|\\b(?:a|the) (?:weight|load) off my (?:mind|shoulders)\\b|\\bsafety net\\b",
      unless: `\\b(?:${CANT}|not|never|don'?t) (?:\\w+ ){0,2}sleep|too low|fibre|is there (?:a|any)`,
      status: 'said',
      strength: 0.7,
      tolerates: ['negated'],
    },
    {
      // A denied worry counts only with its reason; a bare denial is nothing (guide, "At the borders").
      pattern: `\\b(?:not|\\w+n't|no longer|no more|never|nothing)${NEAR} (?:worried|afraid|scared|nervous|anxious|worry|fear|concerned|frightened)\\b`,
      needs: `\\b(?:because|bc|since|as|cause)\\b|: |;|,.{12,}| - `,
      unless: "\\bif (?:i|we|he|she|they) (?:were|was)\\b|\\bdon'?t worry\\b|\\bprice\\b",
      status: 'said',
      strength: 0.7,
      tolerates: ['negated', 'hypothetical'],
    },
    {
      pattern: `\\b(?:worst case|at worst|worst that can happen|even if (?:it|this|that|something|the \\w+)${NEAR} (?:fails?|breaks?|goes wrong|doesn'?t work|does not (?:work|match|fit)|goes down|slips?))\\b${GAP}[,:]?${GAP} (?:is|we|it|nothing|nobody|the|i|only|just|a)\\b`,
      needs:
        '\\b(?:small|nobody|nothing|only|just|survive|back|fine|little|low|easily|no (?:harm|damage)|lose (?:a|one)|day|hour|paper|by hand|can (?:still|always|simply))\\b',
      unless: '\\b(?:what|who|how)\\b.*\\?|we (?:lose|are) (?:everything|finished|dead)',
      status: 'said',
      strength: 0.65,
      tolerates: ['negated', 'hypothetical'],
    },
    {
      pattern: `\\b(?:can|could) (?:always|simply|just|still|easily) (?:go|roll|step|switch|turn|fall|walk|pull|get|send) (?:back|out|away|it back|the plug)\\b|\\b(?:${NUMBER} |a )?(?:way|road) back (?:is|exists|open)\\b|\\bit can go down and\\b|\\bnobody (?:gets|stays|is|will be) (?:hurt|stuck|harmed|stranded)\\b|\\bcan(?:not|'?t) (?:hurt|harm|damage) us\\b`,
      unless: '\\?',
      status: 'said',
      strength: 0.6,
      tolerates: ['negated'],
    },
  ],
};
