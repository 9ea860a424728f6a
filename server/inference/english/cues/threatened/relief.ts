import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { FAULT, HAND_WORK, NEAR, NUMBER, PERIOD, STAFF } from '../words.ts';

/** To end a present pain: threatened. */
export const RELIEF_THREATENED: readonly CueSpec[] = [
  {
    // Mishaps told as facts: idle people and machines, things done twice or wrong, nights and weekends lost.
    pattern: wording`
      \b(?:stood|stands|sat|sits?|waited|wait|were standing|was standing) (?:still|empty|idle|hot
      |useless|at the (?:gate|door|dock|ramp)|(?:for )?(?:${NUMBER}|whole
      |half) (?:\w+ )?(?:${PERIOD}))|\b(?:was|were|is|went|been|goes) down (?:for|again|all|since
      |on a|twice)\b|\b(?:paid|sent|booked|printed|entered|counted|delivered|charged|visited
      |invoiced|ordered|go|goes|went|typed|keyed|written|called)(?: \w+){0,2} (?:twice|two times
      |three times|by two (?:teams|people|crews))\b|\b(?:two|three|four
      |both)(?: \w+){1,3} (?:showed up|turned up|came|arrived|were sent|drove) (?:for|to
      |at) the same\b|\b(?:we|they|i|shift|ward|store|site) had nobody\b|\bthere was nobody\b
      |\bopened with (?:one|two|no)\b|\b(?:eats?|ate|eating|swallows?) (?:up )?(?:his|her|my|our
      |their|half|the) (?:\w+ )?(?:evenings?|weekends?|nights?|mornings?|time|days?|hours)\b
    `,
    unless: wording`
      \b(?:if |would|finally|no longer|used to|last (?:system|vendor|supplier|conversion)|never
      |not once|asked|told|question|we have (?:called|written|asked)|(?:i|we) (?:called|wrote
      |have called) (?:you|twice)|your support|invoice is|fine)\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:re-?do(?:es|ing)?|re-?typ(?:e|es|ing)|re-?writ(?:e|es|ing)|re-?count(?:s|ing)?
      |re-?print(?:s|ing)?|copies|copy) (?:the|every|each|all|it|them
      |everything)(?: \w+){0,4}(?: (?:by hand|every|at night|again|each|in(?:to)? (?:the|another|a))
      |\b)|\b(?:call|calls|calling|ring|rings|ringing|text|texts|texting|phone|phones|phoning|mail
      |mails|mailing|chase|chases|chasing)(?: \w+){0,4} (?:people|everyone|them|drivers?|each|staff
      |parents|\w+ by phone)\b[^.;]{0,40}\b(?:one after|one by one|by phone|myself|every|each
      |at (?:${NUMBER}|night)|find out|to see who|yesterday|until)|\b(?:calls?|phone|rings?
      |ringing)\b[^.;]{0,20}\bat (?:\d|three|four|five|two)\b[^.;]{0,10}\b(?:in the morning|am
      |at night)\b|\bat (?:ten|eleven|twelve|10|11|12) at night\b|\bdrive(?:s)? (?:in|out|over
      |\d+ (?:km|miles|kilomet\w+))\b[^.;]{0,30}\b(?:by hand|night|each|every|to (?:push|fix|restart
      |reset))|\b(?:each|every) time (?:i|we|he|she) (?:drive|have to|must|need to|go)\b
    `,
    unless: wording`
      \b(?:if |would|no longer|used to|finally|not had|please|can you|could you|your|you|open until
      |customers? can)\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:gets?|got|getting|is|are|was|were|went|go|goes
      |been) (?:always |often |just |simply |regularly )?(?:lost|skipped|forgotten|mixed up|stuck
      |overwritten|misplaced|mislaid|missed|double[- ]booked|sent (?:to the wrong|out wrong)
      |written on the wrong|put on the wrong|duplicated)\b|\b(?:on|to|in|at|with) the wrong (?:card
      |shelf|address|site|line|order|patient|customer|batch|bin|size|day|place|tank|room|list|person
      |door|truck)\b|\b(?:second|third|fourth|fifth) time (?:this|in (?:a|one|two|three)|within
      |since)\b|\btwice (?:this|last|in (?:a|one|two)) (?:\w+ )?(?:season|week|month|year|quarter
      |winter|summer|term)\b|\b(?:duplicates?|errors?|bug|fault|problem|same (?:error|thing|fault
      |mess)) (?:have |has |is |are |was |were )?(?:come |came |comes )?back\b|\bcost us\b
      |\bfined us\b|\b(?:did not|didn'?t) (?:come|show up|turn up|arrive)\b[^.;]{0,50}\b(?:deduct
      |penalt|client|customer|shift|warehouse|because)
    `,
    unless: wording`
      \b(?:if |would|could|no longer|used to|never|not once|nothing (?:gets|got)|asks? me|i ask
      |asked|numbers have changed|last (?:system|vendor|supplier|time|one)|unread|so that nothing
      |in the post|on the way|parking|train)\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:we|they|he|she|i|which|that|it|site|team|office|store|everyone|every \w+|each \w+|crews?
      |drivers?|people|\d+ \w+|${STAFF})?(?:'re| are| is|'s|'ve| have| has) ?(?:\w+ )?(?:wasting
      |wasted|throwing away|bleeding)\b|\b(?:we|they|he|she|crews?|drivers?|staff|everyone|every \w+
      |each \w+|team) (?:\w+ )?(?:wastes?|wasted|throw(?:s|ing)? away|bleed(?:s|ing)?|burn(?:s
      |ing)? (?:through|money|hours|cash|\d)|fritter\w*|squander\w*)\b
    `,
    unless: wording`
      \b(?:don'?t (?:want to )?waste|not (?:to )?waste (?:your|my|our|any)|waste (?:of )?(?:your
      |my) time|waste (?:management|collection|disposal|water|company|bins?|sector)
      |without wasting)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:lost|loses?|losing|cost|costs|costing|missed|wrote off|scrapped|refunded|dumped|deducted
      |threw away|poured away|paid out)\b(?: (?:us|me|him|her
      |them))? (?:about |around |some |nearly |almost |roughly |over |more than |up to |another )?(?:a |an |the |our |${NUMBER} |\d[\d.,]*k? |£
      |€|\$|half (?:a |the )?|one )+(?:\w+ ){0,2}(?:claims?|customers?|clients?|orders?|deals?
      |contracts?|patients?|days?|hours?|shifts?|tenders?|pallets?|shipments?|lorr(?:y|ies)
      |truckloads?|batch(?:es)?|bids?|bookings?|guests?|slots?|weeks?|mornings?|people|staff|lakhs?
      |euros?|pounds?|dollars?|£|k|penalt(?:y|ies)|fines?|sales?|invoices?|files?|samples?|members?
      |weekends?|nights?|exports?|containers?|trucks?|months?|person|every|each|a (?:week|month
      |year))
    `,
    unless: wording`
      \b(?:if (?:we|you)|would|could|would have|per (?:user|seat|month)|licen[cs]e|subscription
      |your (?:price|offer|quote|tool|fee)|the (?:module|plan|package) costs|quote|discount
      |we pay (?:you|for))\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:keeps?|kept|always|constantly|forever
      |every (?:other |second |single |third )?(?:${PERIOD}|time|run|week|deploy|release|report
      |month[- ]end)|each (?:${PERIOD}|time)|again|third time|second time|${NUMBER} times|daily
      |weekly|nightly|once more|regularly|on and off|half the time|most (?:days|nights
      |weeks))\b[^.;]{0,60}\b${FAULT}\b|\b${FAULT}\b[^.;]{0,50}\b(?:again
      |every (?:other |second |single )?(?:${PERIOD}|time)|third time|second time|twice
      |${NUMBER} times|this (?:week|month|year)|last (?:week|month|night|year)|since|daily
      |all the time|on (?:a|us))\b|\bkeeps? (?:breaking|failing|crashing|dropping|happening|falling
      |going|losing|hanging|freezing|stopping|coming back|dying)\b
    `,
    unless: wording`
      \b(?:if|unless|would|never (?:failed|broken|crashed|lost)|not (?:once|one)|last time we
      |no longer|used to|don'?t want to|must not|nothing|fail-?over|test|last (?:system|vendor
      |supplier|time)|no rush|finally)\b|\?
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:sick (?:and tired )?of (?!my inbox)|fed up|tired of|had (?:quite )?enough|(?:really|so
      |completely|totally) done with|at (?:my|our|his|her|their) wit'?s end|end of (?:my|our|his
      |her) (?:tether|rope|patience)|(?:can'?t|cannot|could not|couldn'?t) (?:go on|stand|take it
      |take this|carry on|continue (?:like|this)|stay like|bear)|had it with|gatvol|drives? (?:me|us
      |him|her|them|everyone) (?:mad|crazy|nuts|insane|up the wall)|driving (?:me|us) (?:mad|crazy
      |nuts)|(?:a|the|real|absolute|complete|is|was|total) nightmare|nightmares|headaches?|agony
      |torture|unbearable|intolerable|pulling (?:my|our) hair|(?:is|are|so|very|really|get|got|am
      |was|were|it'?s|that'?s) (?:\w+ )?(?:frustrat(?:ed|ing)|annoy(?:ed|ing))|frustrates (?:me|us
      |everyone|the)|annoys (?:me|us|everyone|the)|maddening|infuriating|dread(?:s|ed)? (?:the|every
      |each|\w+days?)|the bane of|misery|miserable|hate (?:doing|this|it when|every))\b
    `,
    unless: wording`
      \b(?:what a hell|hell of a|used to|no more headaches|sorry|hate to (?:bother|ask|be|say|chase)
      |no longer|waiting is frustrating|how frustrating (?:for you|this must)|i'?d hate|not fed up
      |hell yeah)\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: `\\b${HAND_WORK}\\b`,
    needs: wording`
      \b(?:still|everything|every|each|all (?:the|our|of)|today|currently|at present|takes?|until
      |hours?|hrs?|spend|at the moment|clerks?|staff|has to|have to|again|who|daily|weekly
      |are (?:typing|copying|writing)|is done|we (?:do|re-?\w+|write|type|copy|tie|count|keep)
      |they (?:do|re-?\w+|write|type|copy|count)|he (?:re-?\w+|writes|types|copies)|she (?:re-?\w+
      |writes|types|copies)|evening|night)\b
    `,
    unless: wording`
      \b(?:link|url|browser|please|signature pages|no (?:more|longer|need)|instead of|without
      |never again|used to|don'?t have to|user manual|the manual|your manual|manual (?:attached
      |override|mode|chapter|says)|printed (?:handouts?|copies|badges)|print (?:them|handouts)
      |not (?:one|a single)|can (?:always|still|simply|go back)|worst case|hand over|fall ?back
      |if (?:it|the|this)|off paper|pens down|lever arch|finally|with my engineers)\b
      |\bon paper\b[^.]{0,20}\b(?:with|headed|signed|opinion)\b|\b(?:want|need|see|number|get) (?:it
      |this|that|the number)?[^.]{0,30}\bon paper\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:until|till|til|past|after|at|by|before|gone) (?:(?:7|8|9|10|11|12|1|2|3|4|seven|eight
      |nine|ten|eleven|one|two|three|four|half \w+) ?(?:pm|am|at night|in the (?:morning|night)
      |o'?clock at night)|midnight|late(?: at night| in the evening)?|the (?:small|early) hours
      |dark)\b
    `,
    needs: wording`
      \b(?:sat|sit|sits|stay(?:s|ed)?|work(?:s|ed|ing)?|takes?|took|here|clerks?|spend|spent|still
      |sweep|type|typing|server room|office|key|fix\w*|wait\w*|count\w*|called|calls?|phone|rings?
      |woke|up)\b
    `,
    unless: wording`
      \b(?:open|opening|available|reach (?:me|us)|call (?:me|us)|not had|no \w+ calls?|support hours
      |meeting|can you|could you|agent|bot|deadline|trial)\b|\?
    `,
    status: 'said',
    strength: 0.6,
  },
  {
    pattern: wording`
      \b(?:fire-?fight(?:ing)?|babysit(?:s|ting)?|(?:a|the|in a|complete|total|real|such a|this
      |is) mess|chaos|chaotic|shambles|(?:a|complete|total|real|was|is) (?:\w+ )?disaster|painful
      |pain in|pain point|out of control|bottle-?necks?|back-?log(?:s|ged)?|piling up|pile(?:s|d) up
      |illegible|nobody can (?:read|find)|overtime|late nights|night ?shifts? (?:wasted|lost)
      |work-?arounds?|duct tape|held together|patchwork|outages?|down ?time|standstill|stand still
      |stood still|at a standstill|queue(?:s)? (?:of|round|out)|search(?:ed|es|ing)? (?:for|the
      |through|half|two|three|hours|days)|hunt(?:s|ing)? (?:for|down)|ring(?:ing|s)? round|phon(?:e
      |ing|es) round|chas(?:e|es|ing) (?:up )?(?:people|paper|approvals?|signatures?|drivers?
      |everyone|managers?|missing|each|the \w+ for|invoices?|timesheets?)|(?:customers?|staff
      |drivers?|patients?|residents?|members?|parents|guests|everyone|they|people|tenants?|patrons
      |clients?|crews?|nurses?|teachers?) (?:\w+ )?complain(?:s|ed|ing)?|complaints (?:about|from
      |every|pile|keep|come)|double[- ]booking\w*)\b
    `,
    unless: wording`
      \b(?:in case of|if |no (?:more )?(?:outage|downtime|backlog|complaints?|mess)|zero|don'?t want
      |without|not one|can'?t complain|no complaint|cannot complain|nobody complain|used to
      |planned downtime|sorry about the mess|complaints? (?:handling|team|module|department|process
      |form|management)|gone|less|fewer|vision|bless|message|what happens|window|thank|open about
      |after five|last (?:system|vendor|supplier))\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:${NUMBER}|\d+ ?(?:to|-) ?\d+) (?:${STAFF}|persons?
      |of them)\b[^.;]{0,40}\b(?:${NUMBER} |whole |full |half |all )(?:${PERIOD})\b|\b(?:answer
      |enter|type|write|do|book|count|explain|check|key)(?:s|ing|ed)? (?:the )?(?:same|everything|it
      |each|things?)(?: \w+)? (?:twice|(?:two|three|four|five|\d+) times|again and again
      |over and over|in (?:two|three|four) (?:systems|places))\b|\b(?:three|two|four|five
      |\d+) times (?:the )?same\b|\b(?:tak(?:es|ing)|spend(?:s|ing)?|need(?:s)?) (?:us|me|him|her
      |them|about|almost|nearly|over)?${NEAR} (?:${NUMBER} |\d+[\d.,-]* |half (?:a |the )?
      |a (?:whole|full) |all |the whole )+(?:working |business |full )?(?:${PERIOD})\b
    `,
    needs: wording`
      \b(?:because|of it|by hand|just|only to|every|each|per|for one|searched|search|month-?end
      |close|still|today|currently|a (?:week|month|day)|from|twice|times|paper|excel|manually|moving
      |typing|clerks?)\b
    `,
    unless: wording`
      \b(?:if|would|only takes|just takes|approval|ringi|delivery|notice|holiday|training|trial
      |pilot|demo|call|contract|used to|instead of|implementation|rollout|migration|now takes
      |add(?:ing)?)\b|\?
    `,
    status: 'said',
    strength: 0.6,
  },
];
