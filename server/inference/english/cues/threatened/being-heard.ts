import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { COUNT_TIMES, GAP, HAVENT, NEAR, NOBODY, ORDINAL } from '../words.ts';

const TOLD =
  '(?:said|told|asked|explained|raised|reported|wrote|written|mentioned|flagged|sent|requested|complained|described|answered|repeated|pointed out|noted|brought (?:it |this |that )?up|logged|said so|warned|chased)';

/** That we listen, remember and act: threatened. */
export const BEING_HEARD_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:same|that) (?:canned|standard|copy-?paste\w*|template) (?:answer|reply|text|response)
      |(?:canned|copy-?pasted?|boilerplate) (?:answer|reply|response)s?|(?:that(?:'s| is| was)?
      |this is|it was|it is) not what (?:i|we) (?:asked|wrote|said|meant|ordered|requested)
      |(?:answers?|answered) (?:another|a different|the wrong) question|my question was|miss(?:ed|es
      |ing) the point|(?:ticket|case|request) (?:was |has been |is |got )?closed (?:again|without
      |although|before)|closed (?:it|my ticket|the ticket) (?:again|without|although|before)
      |(?:a )?(?:different|new|another) (?:person|agent|contact|colleague|face) (?:each|every) time
      |(?:start|explain|tell|begin)(?:s|ing|ed)?(?: \w+){0,3} (?:from (?:zero|scratch|the (?:start
      |beginning))|all over)(?: again)?|on page (?:one|1) of|(?:into|in) (?:the|a) (?:void
      |black hole)|like (?:talking|speaking|writing) to|(?:never|not) (?:got|get|gets) (?:an answer
      |a reply|through|an echo)|(?:went|goes|gone) unanswered)\b
    `,
    unless: '\\b(?:training|course|import|start from scratch (?:is|was) fine|we start|sorry)\\b',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'question', 'you'],
  },
  {
    pattern: wording`
      \b(?:still|and) (?:absolutely )?nothing (?:on|about|from|for)\b|\b(?:that|this|it) (?:was
      |is) (?:not|no) (?:an |real )?answer\b|\b(?:you|he|she|they) (?:was|were) (?:going|supposed
      |meant) to (?:come|get|call|write|send|look)\b|\b(?:i|we) told you (?:i'?d|we'?d|i would
      |we would|that|this|so|it|about)\b|\bstopped asking\b|\bnothing (?:ever )?(?:comes|came
      |happens|happened) (?:of|from|after) (?:it|that)\b|\b(?:asked|told|wrote to|called) (?!me
      |us)\p{L}+, (?:i |then |and )?(?:asked|told|wrote to|called)? ?(?!me|us)\p{L}+\b|\b(?:asked
      |wrote|reported|called|requested)(?: \w+){0,6} (?:two|three|four|\d) times\b[^.;]{0,40}\b(?:no
      |not|nothing|without)\b|\bask(?:ing)? (?:it |this |that |you )?(?:for )?(?:a |the )?(?:second
      |third|fourth) time\b|\bnobody (?:has )?(?:told|tells) (?:us|me)\b
    `,
    unless: wording`
      \b(?:if you|glad|thank|in case|need(?:ed)? to be told|as i told you,? (?:we|i) (?:love
      |like))\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'question', 'you'],
  },
  {
    pattern: wording`
      \b(?:as|like) (?:i|we|\p{L}+)(?:'ve| have| had)?(?: already| just| also)? (?:said|wrote
      |told you|mentioned|explained|asked|requested|stated|pointed out|reported
      |described)(?: \w+){0,4}? ?(?:before|already|twice|again|last|several|earlier|many)|\b(?:like
      |as) \p{L}+ (?:told|asked) you\b
    `,
    unless: wording`
      \b(?:as (?:you|he|she) (?:said|wrote|explained|mentioned)|as i (?:said
      |mentioned) (?:on the (?:phone|call),? (?:we (?:love|like)|i (?:love|like))|to my)
      |as (?:discussed|agreed)|happy|glad|love)\b
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:already|before now)${NEAR} ${TOLD}\b|\b(?:i|we|he|she|they|has|have
      |'ve)(?: \w+)? ${TOLD}${GAP} (?:already|${COUNT_TIMES}|weeks ago|months ago|(?:in|back in
      |since|on) (?:the )?(?:spring|summer|autumn|winter|january|february|march|april|may|june|july
      |august|september|october|november|december|\d+(?:st|nd|rd|th)?)|last (?:week|month|year
      |spring|summer|autumn|winter|quarter|time)|before the demo|from the (?:start|beginning)
      |at the (?:start|beginning|outset|demo)|and again|ages ago)\b|\b(?:i|we|he|she|they)(?:'ve
      | have| has)? (?:now )?(?:been )?(?:asking|telling|saying|waiting|chasing|repeating|explaining
      |requesting|reporting)\b${GAP} (?:for|since|you|this|that|it|the same|again)\b
    `,
    needs: '\\b(?:i|we|he|she|they|us|me|my|our|told|asked)\\b',
    unless: wording`
      \b(?:he|she|they|boss|cfo|ceo|board|team|customers?
      |colleagues?) (?:already |has already |have already )?(?:said|told) (?:me|us|yes|no)\b
      |already (?:sent|signed|shared) (?:you )?(?:the|my|our) (?:po|list|contract|file|invoice
      |calendar|invite|order|numbers)|your (?:mail|email|offer|proposal) (?:sent|of)
      |you (?:have )?(?:already )?(?:said|told|explained|sent|answered|wrote|mentioned|asked)
      |you sent|been promising|i said so to our|faxed|(?:i|we) (?:have )?sent (?:to|it|you)
      |one that (?:i|we) sent|told me|sent (?:it )?on (?:monday|tuesday|wednesday|thursday|friday)
      |i'?ve told (?:my|our|the)|told (?:the|my|our) (?:board|boss|team|cfo|ceo|colleagues?|md
      |director)|waiting for (?:our|my|the) (?:board|cfo|legal|boss|signature|budget)|price
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['question'],
  },
  {
    pattern: wording`
      \b(?:i|we|he|she)(?:'ve| have| had
      | has)? (?:\w+ )?${TOLD}\b[^.;?]{0,50}(?:, (?:then |and )?(?:then |again )?(?:to|on|in
      |with) | to [^,.;]{2,25} (?:and|then) (?:to|again|now)| on [^,.;]{2,20}(?:,
      | and) on | and (?:then )?(?:again|personally|once more|now) )
    `,
    unless: '\\b(?:price list|attached|you (?:told|said))\\b',
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:this (?:is|was) |that(?:'s| is) |now |already |for |it(?:'s
      | is) )?(?:my |our |the )?${ORDINAL} (?:time|ticket|mail|e-?mail|reminder|shortlist|attempt
      |request|call|message|report|version|week|month|day|person|try|complaint|chase|one
      |letter)\b(?:[^.;]{0,40}\b(?:i|we|same|about|running|in a row|for|with|without|waiting|that
      |asked|on this|open|still|no)\b|$|[.!,])
    `,
    unless: wording`
      \b(?:mails|calls) from|(?:second|third|fourth) (?:day|week|month|person) (?:of
      |in) (?:the )?(?:training|rollout|pilot|trial|project|quarter|april|may|june)|second (?:one
      |day|person|call|attempt) (?:is|was|will|worked|on (?:monday|tuesday))|this year it failed
      |failed|crash\w*|broke|price|offer|vendor|version of (?:the )?(?:contract|proposal|offer)
      |comes|site|plant|in the second|second (?:version|call) (?:with|looks|is) (?:better|fine)
      |goes wrong|slips
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \bstill (?:\w+ )?(?:waiting|wait|await(?:ing)?|no (?:answer|reply|response|news|word|date
      |feedback|sign|call|update|solution|fix|reaction|sight)|not (?:answered|heard|received|fixed
      |got|had|solved|been)|nothing (?:from|back|happened)|open after|unanswered|unresolved|unsolved
      |haven'?t (?:heard|got|had|received|seen)|hasn'?t (?:answered|replied|called|come)
      |without (?:an? )?(?:answer|reply|date|reaction|response))\b|\b(?:until today|up to now
      |to this day|since then|till now)${NEAR} (?:no|nothing|not|nobody|no-?one)\b|\b(?:no (?:answer
      |reply|reaction|news|word|date|solution|fix)|nothing)${NEAR} (?:until today|so far|up to now
      |to this day|since then|to date)\b|\b(?:been|i am|i'm|we are|we're|am|are
      |have) (?:still )?(?:waiting|waited) (?:for |since )?(?:\d+|two|three|four|five|six|a|since
      |days|weeks|months|ages|forever|too long)\b
    `,
    unless: wording`
      \b(?:waiting (?:for|on) (?:our|my|the board|the cfo|legal to|budget|the budget|procurement
      |signature|harvest|delivery|parts)|still waiting (?:for|on) (?:my|our|his|her|the (?:board|cfo
      |council))|i'?m still waiting on (?:my|our)|no complaints? so far|nothing bad
      |no problems? so far|so far so good|not had one|no issues? so far|other vendors?)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b${NOBODY}${GAP} (?:answer(?:s|ed|ing)?|repl(?:ies|ied|ying)|call(?:s|ed)? (?:me |us )?back
      |called|came back|comes back|respond(?:s|ed|ing)?|listen(?:s|ed|ing)?|read(?:s|ing)?|noting
      |notes|note[sd]|got back|gets back|picks? up|picked up|reacted|cares?|took (?:note|notice)
      |takes note|told (?:us|me) (?:what|when|whether|if|why|about)|looked (?:at|into)|tells (?:us
      |me)|has (?:been in touch|come back|looked|told|replied|answered|called|read|got))\b
      |\b(?:there is no|there was no|still no|have no|had no|got no|with no|without|without (?:any
      |an|a)|never (?:got|received|had|saw|heard)|not (?:one|a single|even an?)|${HAVENT} (?:had|got
      |received|seen|heard)|didn'?t (?:get|receive|hear))${NEAR} (?:answer|reply|response|call ?back
      |feedback|follow-?up|reaction|news|acknowledg\w+|word (?:back|from)|anything (?:back|from
      |since)|back (?:from|since))\b|\bnever (?:heard|called|came|got|wrote) back\b|\b(?:was|were|is
      |are|you'?d|he'?d|she'?d|he|she|you|they) (?:to|going to|supposed to|meant to|would
      |promised to|said (?:he|she|you|they)'?d) (?:come|get|call|write|ring|report
      |send)${NEAR} (?:back|us|me)\b
    `,
    unless: wording`
      \b(?:if (?:you|i|we|there)|please|so no (?:answer|reply) needed|no reply (?:needed|necessary)
      |when you|no need|you were (?:right|kind)|nobody called in sick|who (?:is|are) going to
      |i was (?:going|meant) to|we were (?:going|meant) to|you are going to|are going to (?:send
      |call)|automatic|no follow-?up needed)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:ignor(?:ed|es|ing)|unheard|deaf ears|wall of silence|talking to (?:a|the) (?:wall|brick)
      |brick wall|(?:not|\w+n't|never|nobody|without)(?: \w+)? (?:listen(?:s|ed|ing)?|read (?:my|our
      |the|what)|heard me|hear(?:ing)? us|paying attention|take(?:n|s)? (?:it|us|me|this) seriously
      |pass(?:ed)? (?:it|this|that) on)|(?:did|does|has|have) (?:you|anyone|anybody|someone|somebody
      |they|he)(?: \w+)? (?:even |actually |ever )?(?:read|listen(?:ed)?|look(?:ed)? at|care)
      |read (?:the|my|our) (?:brief|mail|notes?|e-?mail|list|ticket|message|answer|question|spec)
      |how (?:many times|often) (?:must|should|shall|do i have|do we have|do i need|have (?:i|we))
      |(?:keep|keeps|kept|tired of) (?:asking|repeating|telling|explaining|reminding|chasing)
      |(?:have to|had to|must|forced to) (?:repeat|remind (?:you|them)|ask (?:again|twice)
      |explain (?:it|this|everything|the same) (?:again|twice|to)|chase)|repeat(?:ing)? (?:myself
      |ourselves)|same (?:story|answer|explanation|complaint|request|ticket|thing) (?:again|every
      |each|to|for|over|as)|unanswered|run(?:ning)? after you|chas(?:e|ed|ing) (?:you|your|him|her
      |for (?:an answer|a reply|weeks|it))|(?:it'?s|it was|that'?s|it is) (?:all )?(?:in|on) (?:the
      |my|our) (?:brief|list|mail|ticket|e-?mail|notes|requirements)\b
      |it'?s the (?:very )?first (?:line|point|thing|page)|from scratch again|start(?:ing)? (?:over
      |again) (?:with|from)|ask (?:it |this )?(?:a (?:second|third) time|again|once more))\b
    `,
    unless: wording`
      \b(?:you can ignore|please ignore|ignore (?:this|my|the (?:last|previous|first))
      |ignored by the (?:parser|system|import)|could you (?:please )?(?:read|look at|listen)
      |have you (?:had|got) (?:time|a chance)|keep (?:explaining|telling) (?:my|our|the)
      |explain(?:ing)? it to (?:body|customers|the board)|chasing (?:people|paper|approvals
      |invoices)|chase (?:people|paper|approvals|invoices)|i'?m chasing (?:my|our|the)
      |have to explain (?:it|this|that) to (?:my|our|the)|in the mail (?:today|tomorrow)
      |it'?s on (?:my|our|the) list for|is in the (?:list|mail)|not read it yet|haven'?t read
      |same ticket (?:price|number))\b
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'question', 'you'],
  },
];
