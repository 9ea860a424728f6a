import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { GAP, NEAR, NUMBER, PRICE } from '../words.ts';

/** A price, terms and treatment that are just: threatened. */
export const FAIRNESS_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:nickel(?:led|ed)?[- ]and[- ]dim\w*|for (?:that|this|the same) (?:money|price|amount
      |sum) (?:i|we|you|one|they) (?:get|can|could|buy|hire|used|would)|(?:minimum|floor) (?:fee
      |charge)|(?:your|you) (?:mistake|error|bug|fault|delay)\w*,? (?:and )?(?:our|we pay
      |my) ?(?:bill|invoice|cost|money)?|(?:charge|fee|pay|paying|cost|bill(?:ed)?
      |price)\b[^.;]{0,40}\b(?:our own (?:data|files|records)|log(?:s)? in (?:once|twice)|never use
      |don't use|do not use|nobody uses|no longer (?:have|use|exist)|left (?:months|last
      |the company)|once a (?:year|month)|twice a year)|doubled overnight|(?:everything|every \w+
      |that too) (?:is|comes|costs) extra|(?:is|as|are) an? (?:paid )?(?:extra
      |add-?on)\b[^.;]{0,20}\b(?:now|again|suddenly|since)|three pages of extras|(?:others
      |neighbours?|sister \w+|the next \w+|smaller \w+|bigger \w+|a \w+ down the road) pays? (?:half
      |less|a third|nothing|two thirds)|pay(?:s)? the same as|goes up (?:again|every|each)
      |up (?:again|for the (?:second|third) (?:year|time)))\b
    `,
    unless: wording`
      \b(?:phone|traffic|volume|demand|temperature) goes up|pay the same as now is fine|set up again
      |come up again|up again (?:on|at|next|for)|show up
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question', 'you'],
  },
  {
    pattern: wording`
      \b(?:not|never|n'?t|isn'?t|wasn'?t|nowhere|nothing of (?:it|that))(?: (?:even|once|mentioned
      |included|listed|anywhere|written|shown|found))* in (?:the|our|your|my) (?:\w+ )?(?:offer
      |quote|quotation|proposal|contract|agreement|order|price list)\b|\b(?:is|are|stands?|still|was
      |were)(?: \w+){0,2} in the (?:revised|new|second|corrected|final|latest) (?:quote|offer
      |invoice|contract)\b|\b(?:invoices?|bills?)\b[^.;]{0,30}\b(?:were|was|is|are|came
      |comes) (?:out )?(?:higher|more|above|over|bigger|wrong)\b|\b(?:higher|more
      |above) than (?:the |our |what )?(?:order|offer|quote|contract|we (?:signed|ordered|agreed))\b
      |\bin (?:the|your) (?:contract|invoice|bill|quote|offer) (?:i|we) (?:find|found|see
      |saw) (?:again|now|suddenly|\d)|\b(?:for|gives?|takes?|does|offers?
      |asks?) (?:the |only |just |it )?half (?:of (?:it|that|your|the (?:price|money))|the (?:price
      |money))?\b|\bfor the half\b|\bpaid for \d+ \w+ (?:that|who|which) (?:do not|don'?t|never)\b
    `,
    needs: wording`
      \b(?:invoice|quote|offer|contract|price|fee|order|proposal|quotation|agreement|paid|half
      |bills?|list)\b
    `,
    unless: wording`
      \b(?:half (?:the (?:time|work|day|stores?|people)|a (?:day|year|hour))|takes? half (?:the
      |a) (?:day|hour|time|morning)|fine|in order|thank|please (?:put|include|add)|should be in
      |half (?:english|of our|done))\b|\?
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:expensive|pricey|pric(?:e)?y|over-?priced|dear (?:for|at|compared)|extortionate
      |exorbitant|outrageous|eye-?watering|astronomical|steep (?:price|increase|for|at)|rip-?off
      |robbery|daylight robbery|gouging|goug(?:e|ed)|a cheek|cheeky|greedy|usur\w+|fleec\w+
      |milk(?:ed|ing) (?:us|it)|squeez(?:ed|ing) us|taking (?:the mick|the piss|us for)
      |taken for a ride|held to ransom)\b
    `,
    unless: wording`
      \b(?:not (?:too |so |that |very |really )?(?:expensive|pricey|steep)|less expensive
      |steep learning|expensive mistake|expensive (?:to (?:hire|replace) |equipment|machine)
      |(?:downtime|failure|mistakes?|outages?) (?:is|are|gets?) expensive|dear (?:mr|ms|mrs|all|sir
      |colleague|team))\b
    `,
    status: 'said',
    strength: 0.85,
    tolerates: ['hypothetical'],
  },
  {
    pattern: wording`
      \b(?:hidden|surprise|unexpected|extra|additional|new|sudden(?:ly)?|mystery|sneaky|unannounced
      |undisclosed) (?:\w+ )?(?:fees?|costs?|charges?|surcharges?|line items?)\b|\bsurcharges?\b
      |\b(?:fee|charge|line|item|cost|surcharge|position|amount)\b${GAP} (?:not|never|\w+n't|was not
      |wasn'?t|isn'?t) (?:in the (?:offer|quote|proposal|contract|price)|mentioned|agreed|discussed
      |offered|there before|part of)\b|\b(?:was|were|had been|used to be) (?:always )?(?:included
      |inside|part of|free|in the (?:price|licen[cs]e|bundle|package|offer|quote))\b|\b(?:quietly
      |suddenly|silently|without a word) (?:\w+ )?(?:come|came|gone|dropped|disappeared|added
      |removed|raised|taken|missing|costs?)\b
    `,
    unless: wording`
      \b(?:no (?:hidden|extra|surprise|additional|surcharge)|without (?:hidden|extra|any)
      |what (?:are|is) the (?:extra|additional)|new costs? cent|free (?:trial|of|to)|were free on
      |are free on|cost cent(?:re|er)s?)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['question', 'negated'],
  },
  {
    pattern: wording`
      \b(?:half|a third|twice|double|triple|two thirds)(?: of)? (?:the price|your (?:price|figure
      |quote|offer|money|rate)|as much|what (?:you|we|they)|price)\b|\b(?:cheaper|less|lower
      |undercut\w*)(?: \w+)? (?:than (?:you|your|yours|us|we|what)|by (?:\d|half))\b
      |\b(?:competitors?|others?|another (?:vendor|supplier|provider|offer)|your rivals?
      |the other (?:two|offer|one|vendor|bidder)s?|one of them|market)\b${GAP} (?:half|less|cheaper
      |lower|below|under|for (?:less|half)|two thirds|a third)\b|\bcheaper (?:than|elsewhere|by
      |offer|alternative|quote|from|with)\b
    `,
    needs: wording`
      \b(?:price|quote|offer|pay|paid|vendor|supplier|competitor|figure|%|cheaper|deal|cost|charge
      |rate|fee|bid|licen[cs]e|contract|money|invoice|them|one)s?\b
    `,
    unless: wording`
      \b(?:less fortunate|less than (?:what|the (?:double|cost)|one|a single|our)
      |cheaper than (?:one|a|our|the|losing|doing|hiring)|you(?:'re| are) (?:the )?cheaper
      |half the (?:time|work)|less than us(?:ual)?|takes less)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:\d+(?:[.,]\d+)? ?(?:%|percent|per cent|pct)|(?:ten|twenty|thirty|forty|fifty) (?:percent
      |per cent)|an? (?:third|quarter|half)) ?(?:up|more|above|higher|increase|uplift|hike|on top
      |extra|jump|rise|over (?:last|what|the)|dearer|price|plus|for (?:the same|what|nothing))\b
      |\b(?:a )?(?:plus|increase|rise|jump|uplift|hike|difference
      |supplement) of (?:about |nearly |over )?\d+(?:[.,]\d+)? ?(?:%|percent|per cent)|\b(?:price
      |fee|cost|renewal|rate|quote|invoice|bill|year two|figure|it|number|subscription
      |licen[cs]e)s?\b${NEAR} (?:went up|goes up|has gone up|gone up|jumps?|jumped|doubl(?:es|ed)
      |rises?|rose|risen|increas(?:es|ed)|crept up|climbs?|shot up|tripled|higher than)\b
      |\bprice (?:increase|hike|jump|rise|adjustment)s?\b|\bincrease at renewal\b
    `,
    unless: wording`
      \b(?:more (?:users|seats|orders|output|throughput|sales|visitors|bookings|uptime|staff|volume
      |customers|capacity|people)|productivity|turnover|revenue|demand|volume|headcount|faster|fewer
      |our prices?|index(?:ed|ation) (?:is|of) (?:fine|ok)|discount|if prices|answered|done|complete
      |above board|question[s]? about|prices go up|training)\b
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:unfair(?:ly)?|not (?:very |really |quite |exactly |at all )?(?:fair|reasonable|acceptable
      |justified|in order)|isn'?t (?:fair|right|reasonable|acceptable|justified)|n'?t (?:call (?:it
      |that)|think (?:it|that)(?:'s| is)) (?:fair|reasonable|right)|not call (?:it |that )?(?:fair
      |reasonable)|unreasonable|unjustif\w+|unacceptable|one-?sided|lopsided|double standards?
      |punish(?:es|ed|ing|ment)?|penali[sz](?:es|ed) (?:us|me|them)|disproportionate
      |out of proportion|discriminat\w+|second[- ]class)\b
    `,
    needs: wording`
      \b(?:${PRICE}|terms?|clause|pay|paying|paid|us|we|it|this|that|treat\w*|conditions?|customers?
      |notice|term|per|for|penalt\w+|model|them)\b
    `,
    unless: wording`
      \b(?:if .{0,30}unfair|unfair (?:competition|dismissal)|response time|waiting
      |not fair to (?:you|him|her)|capital punishment|ticket)\b
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:not|never|\w+n't|isn'?t|differs? from|other than|different (?:from|than|to)
      |deviat\w+ from|departs? from|more than|higher than|above) (?:exactly )?(?:what|the (?:one
      |price|number|amount|figure)) ?(?:we|was|i|you|had|has been|is|were)?(?: had
      | have)? ?(?:agreed|promised|signed|offered|quoted|ordered|bought|told|discussed|negotiated
      |in (?:the|our|your) (?:offer|quote|contract))\b|\b(?:invoice|bill|contract|order form
      |paper)\b${GAP} (?:says?|shows?|differs?|wrong|higher|more|charges?|lists?|includes?|counts?
      |is for|i find|there are|has)\b${GAP}\b(?:again|instead|although|while|but|not|than|more|extra
      |users?|seats|months)\b|\bover-?charg(?:e|ed|ing)\b|\bcharg(?:e|es|ed|ing) (?:us|me) (?:for
      |twice|extra|again|more|double|a|the)\b|\bbilled (?:us|me|twice|for)\b
    `,
    unless: wording`
      \b(?:please|should|must) (?:\w+ ){0,3}(?:invoice|bill)|make sure|po number|invoice (?:is
      |was) (?:paid|correct|attached)|not more than agreed|resend the invoice
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:i|we|why|don'?t|not|to|who|should|would|must|have to|have|i'?m|we'?re|us|him
      |her)\b${NEAR} pa(?:y(?:ing|s)?|id)\b${NEAR} (?:for (?:a thing|something|nothing|seats?
      |features?|users?|what|people|modules?|things|your|the (?:same|whole|delay|mistakes?|privilege
      |people|rest)|two|both|an?|it again|this again|more)|twice|double|two systems|more (?:for
      |than)|the (?:same|full|gold|premium)|extra|again|same)\b|\b(?:same (?:\w+ )?(?:seats|features
      |functions|service|product|program|thing|users|volume|licen[cs]es?|number|amount|scope|usage
      |stuff|docks|machines))\b(?:[^.;]{0,30}\b(?:price|more|up|%|cost|half|less)|,? same)|\b(?:%
      |percent|per cent|more)[^.;]{0,25}\bsame (?:\w+ )?(?:seats|features|functions|service|product
      |program|users|volume|scope|usage|docks|machines)|\bfor (?:this|that) (?:price|money|amount
      |rate|fee|sum)\b|\bgold rate\b|\bpremium (?:price|rate|fee)\b|\b(?:new|walking in
      |off the street|off your website|first[- ]time) ?(?:customers?|clients?|somebody|buyers?|ones
      |joiners|today)\b[^.;]{0,40}\b(?:gets?|pays?|less|cheaper|better|discount)\b|\b(?:loyal(?:ty)?
      |\w+ years (?:running|in a row|with you|as a customer|of business))\b[^.;]{0,60}\b(?:and|but
      |punish|less|more|reward|thanks|nothing|still|get)\b
    `,
    unless: wording`
      \b(?:happy to pay|willing to pay|gladly pay|pays for itself|worth|pay (?:by|within|in
      |on) (?:invoice|card|\d|thirty|advance|instal)|payment|paying customers?|who pays (?:the|for)
      |pay attention|glad|easy|thank|appreciat)\b
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:${PRICE})s?\b${GAP} (?:too (?:high|much|steep|rich)|(?:a bit|very|rather|quite|pretty
      |really|so) (?:high|much|steep|rich)|hard to (?:swallow|justify|explain|digest|take|stomach)
      |(?:out of|over|beyond) (?:the|our|all|any) (?:question|reach|reason|proportion)
      |makes no sense|raised eyebrows|hurts?|shock(?:ed|s|ing)?|took my breath|through the roof)\b
      |\btoo (?:high|much) (?:a price|for (?:the|what|a|this|us|\d|${NUMBER}))|\b(?:eyes? water(?:ed
      |ing)?|swallow(?:ed)? hard|nearly (?:choked|fell off)|chok(?:ed|ing) on|spat out
      |fell off (?:my|his|her) chair|jaw dropped|gulp(?:ed)?|winc(?:ed|ing)|sticker shock|ouch)\b
      |\b(?:cannot|can'?t|can not|couldn'?t|hard to|difficult to|unable to|how (?:do|can
      |should) (?:i|we))${NEAR} (?:explain|justify|defend|sell|swallow|accept)${GAP} (?:${PRICE}
      |\d+ ?%|that (?:price|number|figure)|such (?:a|an))\b|\b(?:\d+(?:[.,]\d+)? ?%
      |${PRICE})\b${GAP} (?:(?:i|we|he|she|nobody) )?(?:cannot|can'?t|can not|couldn'?t
      |more than (?:i|we|he|she) can)${NEAR} (?:explain|justify|defend|sell|swallow|accept)\b
      |\b(?:goes?|went|is) up more than\b|\bvalue for (?:the )?money\b[^.;]{0,20}\b(?:not|isn'?t
      |poor|bad|no|where)\b|\bnot (?:good |great )?value for money\b|\bnot worth (?:it|the (?:money
      |price|cost)|what|that (?:money|price))
    `,
    unless: wording`
      \b(?:not too (?:high|much|expensive)|if .{0,30}(?:price|cost) (?:were|was)|too much (?:work
      |information|time|effort|detail|trouble)|too high (?:a )?risk|no (?:hidden )?surcharge)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
];
