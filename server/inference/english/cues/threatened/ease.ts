import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { CANT, GAP, LOAD_WORK, NEAR, NOBODY, NUMBER, PERIOD, STAFF, TOOL } from '../words.ts';

/** Numbers of people told as company facts, and waits of other kinds. */
const NOT_LOAD =
  '\\b(?:(?:easy|complicated|hard|difficult) to (?:find|reach|park|get to)|road|roadworks|entrance|station|traffic|parking|recipe|weather)\\b';

/** A load that they can bear: threatened. */
export const EASE_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:\d+|hundred|two hundred|three hundred)[- ]pages? (?:manual|handbook|form|document
      |guide)|manual of \d+|(?:not|no) (?:computer|it|tech|office|pc|screen) (?:people|folk)
      |(?:don't|do not|doesn't|does not|haven't|have no|has no) (?:even )?(?:(?:have|has|got
      |own) )?(?:a |an )?(?:pc|computer|e-?mail|smartphone|laptop|desk|mail address|it department
      |it person)\b|change fatigue|(?:third|fourth|fifth|second) (?:new )?(?:system|tool|app
      |software|roll-?out|programme) (?:this|in|within|since)|(?:between
      |in between) (?:two )?(?:shifts|patients|calls|trains|services|deliveries)|on (?:sunday
      |saturday) (?:evening|night|afternoon)s?|after (?:the )?(?:shift|closing|close|service)
      |(?:nobody|no-?one|not anyone|nobody is) left (?:to|who|for)|whole (?:day|days|week|weeks
      |morning|mornings|afternoon) (?:just |only )?(?:to|for) (?:set|learn|enter|import|load|map
      |configure|install)|takes (?:me|us|him|her|them) (?:an?|two|three|half) (?:hour|day|morning
      |afternoon|evening|week)s? (?:to (?:add|set|enter|learn|find|log|import|load)|each|per))\b
    `,
    unless: wording`
      \?|\b(?:no longer|used to|call (?:me|us)|available|open (?:on|until)|meet|see you|party
      |deliver)\b
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:worr(?:ied|ies|y)|concern(?:ed|s)?|(?:is |are |we are |very |really )afraid|fears?
      |nervous|dreads?)\b[^.;]{0,50}\b(?:effort|workload|(?:extra|more|double|the|much) work|load
      |hours|extra|double|busy|training|learn\w*|time it)\b|\b(?:n't|not|never|nobody
      |no-?one)\b(?: \w+){0,6}(?: can| be| to)? (?:teach(?:ing)?|sit down to
      |train(?:ing)? (?:anybody|anyone|everyone|people)|learn another|re-?enter|re-?type)\b|\b(?:n't
      |not)(?: got| have)?(?: the| any| enough)? (?:spare )?(?:hands|hours|people|capacity)\b
      |\b(?:what|the thing) (?:i|we) (?:don'?t|do not) have is\b|\b(?:work|job
      |thing)(?: that)? we can ?not do with (?:two|three|one|\d)|\bonly (?:\w+ )?(?:thousand|hundred
      |\d[\d,.]*) \w+\b[^.;]{0,20}\bto (?:enter|clean|type|import|map)|\bdouble work\b
      |\bi'?m (?:\w+ )?down (?:two|three|one|\d)
    `,
    unless: wording`
      \b(?:not worried|nobody is worried|no longer|didn'?t (?:need|have) to|did not (?:need|have) to
      |without|nobody had to|had to sit|price|no training)\b|\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    // Irony: "Oh good, a fourth password", "Oh, very easy": the burden is what is meant.
    pattern: wording`
      ^(?:oh|ah|well|great|lovely|wonderful|super|fantastic|brilliant|perfect|sure
      |yes)[ ,.:-]+(?:(?:good|great|lovely|very easy|so easy|easy|nice|wonderful|brilliant|perfect
      |simple|very simple)[,.!:]? ?|(?:yet )?another |a (?:second|third|fourth|fifth) |one more )
    `,
    needs: wording`
      \b(?:password|login|app|tool|system|form|screen|portal|only need to|just need to|you only
      |you just|times|thousand|hundred|again|easy|simple|for my staff|manual|spreadsheet)\b
    `,
    unless: wording`
      \b(?:thanks?|thank you|works|worked|done|love|glad|happy|see you|morning|it was)\b|^(?:oh
      |ah)?,? ?(?:great|perfect|lovely|super|brilliant),? (?:thanks|thank|see|then|i'?ll|we'?ll
      |that)
    `,
    status: 'implied',
    strength: 0.65,
    tolerates: ['negated', 'you'],
  },
  {
    pattern: wording`
      \b(?:band ?width|short[- ]?(?:staffed|handed)|under-?staffed|understaffed|over-?loaded
      |overwhelmed|swamped|snowed under|over-?stretched|stretched(?: thin| already)?|drown(?:ed|ing)
      |buried (?:in|under)|up to (?:my|our|his|her|their) (?:neck|ears|eyes|eyeballs)|flat out
      |at (?:full )?capacity|maxed out|burn(?:ed|t)[- ]?out|run(?:ning)? on empty
      |hands (?:are )?full|full plate|(?:too much|enough|a lot|everything) on (?:my|our|his|her
      |their) plate|no slack)\b
    `,
    unless: wording`
      \b(?:network|internet|mbit|gbit|line|upload|download) bandwidth|bandwidth (?:of|in) (?:m|g)b
      |mornings i'?m buried|capacity (?:of|module|planning)|automatic reply
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \bon top of (?:my|our|her|his|their|the|a|all|everything)${NEAR} (?:job|jobs|work|day|shift
      |rest|normal|usual|else|that|this|load|duties|it|tasks|rota|service|patients|classes)\b
      |\b(?:does|do|did|doing) (?:it|this|that|them) (?:in the |at |on )?(?:evenings?|nights?
      |weekends?|after hours|after work|lunch)\b|\bday job\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:no|not enough|not the|lack(?:s|ing)?(?: of)? (?:the )?|without (?:the |any )?
      |n'?t (?:got )?(?:have )?(?:the |any |a )?|n'?t (?:got )?(?:the |any |a |enough )?(?:spare )?
      |have(?: got)? no|has(?: got)? no|zero|neither)(?: (?:spare|extra|free|single|one
      |more))* ?(?:time|hours?|capacity|${STAFF}|hands?|resources?|headcount|manpower)\b${GAP} (?:to
      |for|left|free|spare|who|that|in|on|until|available|at)\b
    `,
    unless: wording`
      ${NOT_LOAD}|\b(?:no time to lose|no one to|in no time|no resources needed|no need|no engineer
      |needs no|without (?:an? )?(?:engineer|it)|at the same time|takes no time|no time at all
      |people (?:who|that) can'?t|clear|answer)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:has|have|had|got|there is|there's|find|with)(?: \w+)? (?:nobody|no-?one|no one) (?:to|for
      |who|left|free|spare|available)\b|\b${NOBODY}${NEAR} (?:has|have|had
      |with) (?:the |any |a )?(?:time|hours?|capacity|nerves?|strength|skills?)\b|\b(?:nobody
      |no-?one) (?:is )?(?:free|available|left) (?:to|for|until)\b
    `,
    unless: '\\b(?:to (?:talk|turn|ask|call|complain)|listens?|called|answer(?:ed|s)?)\\b',
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:i'?m|we'?re|i am|we are|he'?s|she'?s|they'?re|team is|department is|down to|just|only
      |there'?s|there is|there are|have|got
      |=)(?: \w+)? (?:just |only |me and |${NUMBER} |a )+(?:${STAFF} )?(?:down|short|off sick
      |on leave|part[- ]?time|and a (?:half|lad|trainee|student|temp)|on day release|until
      |for (?:all|everything|${NUMBER}|the whole|\d+)|looking after|doing)\b|\b(?:it'?s|there'?s
      |that'?s|=|is) (?:just |only |basically )?(?:me|him|her|the two of us|two of us
      |one person)(?:\b,? (?:and|for|on|with|plus)|[.,]|$)|\boffice = |\bone-?(?:man|woman
      |person) (?:show|band|team|department|it)\b|\ball by (?:myself|himself|herself)\b
    `,
    unless: wording`
      \b(?:between|contact|speaking|talking)\b|\b(?:just|only) me,? (?:the|your|or)\b
      |only me, and i am
    `,
    status: 'implied',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:who|when)\b(?: \w+){0,2} (?:would|will|'?s going to|is going to|is supposed to
      |are supposed to|should|shall|has (?:the )?time to|am i supposed to|are we supposed to
      |do you think will|can)${NEAR} ${LOAD_WORK}\b
    `,
    needs: wording`
      \b(?:who would|who will|who is|who'?s|who should|who shall|who has|who can|when (?:am|are
      |should|would|do)|see who|asked who|wonder\w* who)\b
    `,
    unless: wording`
      \b(?:who (?:will|can|should|is going to) (?:run|lead|do|handle) (?:the )?(?:meeting|demo
      |session|call|training)|from your (?:side|team)|at your end|who should i|when (?:will|can
      |should) (?:you|we (?:meet|talk|speak))|invite)\b
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['question', 'negated'],
  },
  {
    pattern: wording`
      \b(?:another|yet another|one more|an extra|an additional|a (?:third|fourth|fifth|sixth)
      |two more|three more|yet one more) (?:\w+ )?${TOOL}\b${GAP}
    `,
    needs: wording`
      \b(?:yet another|one more|two more|three more|third|fourth|fifth|extra|additional|(?:learn
      |open|remember|check|fill|log into|maintain|feed|teach|train|for my|for our|on top|before
      |my \w+ (?:do|does|will|would)|they|exactly|great|missing|too much|hours|prepare|no))\b
    `,
    unless: wording`
      \b(?:another vendor|one more vendor|demo|other two|two other|looking at|send|attached
      |quote for|add (?:another|one more|two more)|order|need (?:another|one more|two more|\d+ more
      |three more)|like (?:another|one more)|licen[cs]es? (?:please|for)|want (?:another|one more)
      |screenshots?|evaluat\w+|compar\w+|vendors?|packages?)\b
    `,
    status: 'implied',
    strength: 0.6,
  },
  {
    pattern: wording`
      \b(?:(?:too|very|so|rather|quite|really|pretty|more|overly|far|unnecessarily|that|bit
      |incredibly|awfully|still|is|was|are|it'?s|feels?|looks?|seems?|find
      |found) (?:much |too )?(?:complicated|complex|cumbersome|fiddly|clunky|awkward|unwieldy
      |tedious|laborious|confusing to use|heavy|heavyweight|burdensome|tiresome|time[- ]consuming
      |exhausting|bureaucratic|over-?engineered|difficult to (?:use|learn|handle|set|maintain
      |operate)|hard to (?:use|learn|set|maintain|operate|handle|keep up)|difficult that we)
      |too (?:many|much) (?:clicks|steps|screens|fields|forms|work|effort|hassle|admin|buttons|tabs
      |menus|manuals?|training|passwords|hoops|paperwork|for (?:the team|us|them|my|one))|steep
      |learning curve|hassle|uphill|(?:big|huge|massive|enormous|heavy|heavier|large) (?:effort|lift
      |load|workload|burden|undertaking|job|piece of work)|heavy lifting|migration effort|too (?:big
      |heavy|large) for)\b
    `,
    unless: wording`
      ${NOT_LOAD}|\b(?:steep (?:price|increase|at|for)|price|fee|cost|increase
      |not (?:so |too |very |that )?(?:complicated|complex|difficult|hard)|nothing complicated
      |less (?:complicated|complex)|no hassle|without (?:the |any )?hassle|hassle-?free
      |complex (?:organi[sz]ation|structure|group)|saves)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:takes?|took|taking|costs?|needs?|eats?|swallows?|spen[dt]s?|spending|lasts?|requires?
      |is) (?:\w+ ){0,3}(?:the (?:better|best|whole|good) (?:part
      |half)? ?(?:of )?(?:a |the |my |our )?|half (?:a |the |my |our )?|a (?:whole|full|good
      |solid) |all |ages|forever|an eternity|too long|hours|days|weeks|months|(?:\d+|two|three|four
      |five|six|ten) )(?:${PERIOD}|work|to (?:set|load|enter|learn))?
    `,
    needs: wording`
      \b(?:add(?:ing)?|set(?:ting)? ?up|learn(?:ing)?|onboard\w*|import\w*|configur\w+|migrat\w+
      |training|install\w*|log(?:ging)? in|mapping|enter(?:ing)?|your (?:tool|app|system|portal|form
      |import)|new (?:asset|user|form|screen|version))\b
    `,
    unless: wording`
      \b(?:only|just|used to|instead of|no longer|now takes|down to|did not take|didn'?t take
      |contract|delivery|approval|signature|shipping)\b
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:${CANT}|no way (?:i|we) (?:can|could)|how (?:can|could|should|am|are) (?:i
      |we))${NEAR} (?:keep up|cope|take (?:on|this on|that on|anything|more|it on|on more)
      |handle (?:more|another|that|this too)|manage (?:that|this|another|more)|spare|free up|release
      |rebuild|carry|shoulder|bear|add to|stretch|train (?:everyone|all|\d+)|have (?:anyone|people
      |staff|my \w+ \w+ing))\b|\b(?:months|weeks|days|hours|years) of (?:work|effort|training
      |set-?up|preparation|my time|cleaning|typing|mapping)\b|\b\d+ (?:clicks|steps|screens|fields
      |mouse clicks)\b|\bdouble (?:entry|work|keying|data entry|handling)\b|\bmore work\b|\b(?:extra
      |additional) (?:work|effort|load|burden|clicks?|steps?)\b
    `,
    unless: wording`
      \b(?:no|without|less|saves?|instead of|spare part|automatic reply|parts? to spare
      |release (?:notes|the|version)|used to|no more)\b
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
];
