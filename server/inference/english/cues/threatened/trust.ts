import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { GAP, NEAR, VENDOR } from '../words.ts';

const NAMES =
  "\\btrust (?:cent(?:er|re)|fund|board|hospital|pilot|level|score|store|list|anchor)|\\b(?:nhs|foundation|hospital|family) trust\\b|\\btrust (?:you|this|that|all|it) (?:is|are|will|finds|'re|'ll|received|had|have|well|enjoyed)\\b|\\btrust me\\b";

/** To believe that we are honest, able, on their side: threatened. */
export const TRUST_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:chang(?:ed|es|ing) (?:your|the|his|her|their) (?:story|tune)|(?:new|another
      |different) story (?:every|each)|talk is cheap|put your money where|proof,? not promises
      |cherry-?picked|conveniently (?:left|missing|forgot\w*)|only (?:told|mentioned|came out
      |admitted)\b[^.;]{0,20}\b(?:when|after) (?:i|we) asked|(?:i
      |we) had to find (?:it |that |this )?out (?:myself|ourselves|from)|(?:nobody|no-?one|you never
      |you didn't|you did not) (?:told|tell|mention\w*)(?: us| me)? (?:about |that )?(?:the|there
      |this|it)\b[^.;]{0,40}\b(?:before|until|contract|sign\w*|offer)|coming soon since
      |next (?:release|quarter|version)[^.;]{0,12}\b(?:for|since) (?:two|three|a|\d)
      |always (?:in )?the next (?:release|version|quarter)|(?:small|little|tiny) asterisk
      |in the footnote|hear it from (?:a|an|another|somebody|someone) (?:customer|engineer|user
      |client|who)|whose side|take your word)\b
    `,
    unless: '\\b(?:i|we) take your word|happy to take your word|\\bgladly',
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:you|your (?:colleague|rep|offer|website|brochure)|we were|i was|they|he|she|mr \w+
      |mrs \w+|ms \w+)(?: \w+){0,3} (?:said|told|quoted|promised|swore
      |assured) .{2,60}, (?:(?:and )?the|your|on (?:paper|the phone)|in (?:the|article|annex|point)
      |then) (?:\w+ )?(?:quote|contract|offer|invoice|paper|proposal|agreement|article|mail
      |order)?(?: \w+)? ?(?:said|says|shows|stands|is written|it is|there is|is)\b|\b(?:every|each
      |all the|any) (?!one|time|day|week|month)\w+(?: \w+){0,9}? (?:promised|swore|swears|told|tells
      |claims?|says it|assured) (?:me|us|it|the same|that|this)?|\b(?:we were|i was) (?:told
      |promised|assured)\b|\bwhich of (?:the|you) (?:two|three|\w+) (?:i|we|shall|should
      |to) (?:shall |should |can )?(?:believe|trust)|\b(?:do not|don'?t) know (?:if|whether) (?:it
      |that|this) is true\b|\bmakes? (?:its|their|your) money (?:on|with|from)\b
      |\bsays? the (?:contrary|opposite)\b|\bword and nothing (?:else|more)\b
    `,
    unless: wording`
      \b(?:thank|glad|as promised|every (?:customer|user|colleague|member|manager)|told (?:me
      |us) (?:honestly|straight)|was told (?:about|by (?:a|my)))\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['question', 'negated'],
  },
  {
    pattern: wording`
      \b(?:you|your (?:colleague|rep|team|website|brochure|offer|salesman|manager|proposal
      |presentation|mail|deck)|we were|i was)${NEAR} (?:said|told|promised|wrote|quoted|assured
      |claimed|swore|showed|advertised|guaranteed)\b.*\b(?:but|yet|and now|now|whereas|instead|then
      |while|however|another thing|other thing|the opposite|the contrary|something else
      |different(?:ly)?|not what)\b
    `,
    unless: wording`
      \bas (?:you|he|she) (?:said|promised|told)\b|like you (?:said|promised)|thank|told (?:me
      |us) (?:that )?(?:honestly|straight|openly|the truth)|you told (?:me|us) (?:first|yourself)
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:i|we|he|she|they|want|wants|need|needs|have|get|like|only|insists?|asks?|asked|it|that
      |this|number|answer|promise|commitment)\b${GAP} (?:in writing|on paper|black (?:and
      |on) white)\b
    `,
    needs: wording`
      \b(?:want|wants|need|needs|until|unless|otherwise|only|before|must|insist\w*|please|like
      |nothing on|not (?:on|in|a)|phone|word|believe|not)\b
    `,
    unless: wording`
      \b(?:answered|confirmed|sent|got it|have it|put it|arrived) (?:it |this |that )?in writing
      |on paper(?:work)? (?:forms?|today|now)|timesheets?|still on paper|everything on paper|opinion
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:every|all|each|any|most|other|these|those|you|typical)(?: of (?:the|these
      |you))?(?: \w+)? ${VENDOR}\b${NEAR} (?:says?|tells?|claims?|promis(?:e|es)|swears?|sell
      |will say|would say|has said)\b|\b(?:that'?s|that is) what (?:they|you|you people
      |vendors) all (?:say|said|tell)\b|\bthey all say\b|\bheard that (?:one )?before\b|\bsell(?:s
      |ing)? what (?:they|you) sold\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:don'?t|do not|doesn'?t|does not|didn'?t|can'?t|cannot|can not|couldn'?t|hard to
      |difficult to|hardly|no longer|never|won'?t|not|stopped|why should (?:i|we)|how (?:can|could
      |should) (?:i|we))${NEAR} (?:believe (?:it|that|this|you|your|them|a word|any|in (?:it|this
      |that|you))|trust|rely on|count on|buy (?:it|that|this)\b|take (?:your|his|her|their|this|that
      |it) (?:word|at face)|be trusted|believing|trusting)
    `,
    unless: wording`
      ${NAMES}|can'?t believe (?:how|it'?s|the|we|i|that we)|won'?t believe|not buy (?:it )?(?:this
      |until|before|now)|hard to believe (?:how|it'?s)|whom? to believe it
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:i'?ll|we'?ll|i|we|will|would) (?:will )?believe (?:it|that|this|you) when\b
      |\bbelieve none\b|\b(?:which|who|whom)(?: of (?:you|them|the \w+))? (?:shall|should|do|can
      |must|am|are) (?:i|we)${NEAR} (?:believe|trust)|\b(?:which|who|whom) (?:of \w+ \w+ )?(?:i
      |we) (?:shall|should|can|must) (?:believe|trust)\b|\btoo good to be true\b
      |\bwhat'?s the catch\b|\bwhere'?s the catch\b|\bthe catch\b|\bsmoke and mirrors\b
      |\bsnake oil\b|\bsales (?:talk|pitch|speak|patter|spiel)\b|\bmarketing (?:talk|speak|fluff
      |blah|slides?|language)\b|\bglossy\b|\b(?:brochure|slides?) (?:talk|promise|say)\b
      |\b(?:bullshit|nonsense|fairy ?tales?|empty promises?|broken promise|lip service)\b
    `,
    unless: '\\bno (?:small|fine) print|without (?:the )?(?:sales|marketing)|not the brochure',
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:misle(?:d|ading)|lied?|lying|liars?|dishonest|cheat(?:ed|ing)?|is (?:it|this
      |that) (?:legit|serious|a scam)|shady|fishy|dodgy|hid(?:e|es|ing|den)? (?:something|from|it
      |things|the truth)|hidden agenda|sneak(?:y|ed)|slipped in (?:a|the|an)|swept under
      |sugar-?coat\w*|evasive|dodg(?:e|ed|ing)|fob(?:bed)? (?:me|us) off|stringing us
      |straight answer|beating around|two-?faced|backtrack\w*|move[sd]? the goal ?posts)\b
      |\bwhat (?:are you|do (?:you|they)|does (?:he|she|it)|is he)${NEAR} (?:not telling
      |really (?:want|keep|do with|earn|get)|keep)\b|\bwhere does (?:it|the money
      |our data)${NEAR} (?:really )?go\b
    `,
    unless: wording`
      \blie(?:s)? (?:in|with|at|on|down|ahead|between)\b|hidden (?:fee|cost|charge|field|column)
      |without hiding|did(?:n'?t| not) hide|thanks? for the straight|gave (?:me|us) a straight
      |got a straight|cheat sheet|lying (?:on|around|in)
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['question'],
  },
  {
    pattern: wording`
      \b(?:scept\w+|skept\w+|(?:am|are|is|makes me|makes us|bit|very|sounds?|looks?) suspicious
      |distrust\w*|mistrust\w*|pinch of salt|grain of salt|(?:lost|losing
      |lose) (?:all |my |our |any |some )*(?:trust|faith|confidence)|(?:trust|faith|confidence
      |credibility) (?:is|was|has|in you is)${NEAR} (?:gone|broken|damaged|lost|shaken|low|suffered)
      |credibility|raised (?:my |an )?eyebrows?)\b
    `,
    unless: '\\b(?:gives|adds|gained|more) (?:you |us |me )?credib',
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:you|you'?ve|your \w+|they|he|she|was|were|been|sales) (?:\w+ )?promised\b.*\b(?:never|not
      |\w+n't|still|nothing|didn'?t|hasn'?t|haven'?t|yet to|without result|no sign|silence)\b
      |\b(?:only|just|have|nothing but|but|on) (?:a |the |your |their )?(?:supplier|vendor|seller
      |sales ?man|rep|consultant|provider|salesperson)'?s? word\b|\b(?:your|his|her
      |their) word (?:against|is not|isn'?t|alone|and nothing)\b|\bis (?:that|it|this) really\b
      |\bshow me the (?:\w+ )?(?:where|who|that|customer)\b
    `,
    unless: "\\bi'?ve been promising|i promised|as promised|we promised|looks? promising",
    status: 'said',
    strength: 0.65,
    tolerates: ['question', 'negated'],
  },
];
