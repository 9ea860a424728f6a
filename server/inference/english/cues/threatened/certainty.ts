import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import {
  CANT,
  COUNT_TIMES,
  DECIDE,
  DONT,
  GAP,
  HAVENT,
  LEARN,
  NEAR,
  NOBODY,
  QUESTION_WORD,
} from '../words.ts';

/** Logistics and courtesy: "not sure what time works", "I don't know if you saw". */
const LOGISTICS =
  '\\b(?:what time|which (?:day|room|date)|parking|train|flight|lunch|calendar|which invite|see you|(?:if|whether) (?:you|he|she|we will be able|it will be|anyone)\\b|who$|where (?:the|my|our) (?:machine|room|office|key)|if you (?:saw|remember|know|have seen|got|received|noticed)|make sure|whether you (?:saw|bring|got|need))\\b';

/** To know enough to choose: threatened. */
export const CERTAINTY_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:anywhere between|(?:it|that) depends\W{1,3}(?:is|on what|how|does not|doesn't|again)
      |can(?:'t|not| not) (?:put a (?:number|date|figure)|plan (?:with|on)|work with|make (?:head
      |sense)|calculate)|(?:column|field|line|page|cell|box|date) (?:is|was|stays|still) (?:empty
      |blank|open|missing)|(?:range|spread) (?:is|so) (?:so |too |very )?wide|where does it say
      |what (?:does|do|is) \W?[^?]{2,30}\W? (?:mean|include|count)[^?]{0,25}\?
      |which (?:\w+ )?(?:counts?|applies)|who (?:pays|is liable|carries|takes over|answers) (?:if
      |when|for)[^?]{3,60}\?)
    `,
    unless: '\\b(?:lunch|parking|taxi|hotel|dial-?in|invite|room|agenda)\\b',
    status: 'said',
    strength: 0.6,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:asks?|asked|asking|wants? to know
      |wanted to know)\b(?: \w+)? ${COUNT_TIMES},? ${QUESTION_WORD}\b
      |\bagain,? (?:he |she |they )?(?:wants?|asks?|asked) (?:to know )?${QUESTION_WORD}\b
      |\bor not\?|^(?:so,? )?yes or no\b|\b(?:on|with) a maybe\b|\bi have nothing to (?:tell|show
      |give) (?:him|her|them)\b|\b(?:do not|don'?t|doesn'?t|does not) know it\b|\bbefore (?:i
      |we) know\b
    `,
    unless: LOGISTICS,
    status: 'said',
    strength: 0.7,
    tolerates: ['question', 'negated'],
  },
  {
    pattern: wording`
      \b(?:not (?:entirely |quite |really |at all |yet |so |too |fully |completely |100 ?% )*(?:sure
      |certain|clear|convinced it works)(?! (?:(?:he|she|they|you|who|felipe|my|our)\b|about (?:our
      |my)|what time|how much progress)|[.,!]|$| (?:i am|if i have|what to do|what i am supposed))
      |unsure|uncertain|unclear|in the dark|(?:have|has|had|got) no (?:real )?idea|no clue
      |haven'?t (?:a|the) (?:clue|foggiest)|anyone'?s guess|(?:still )?a (?:mystery|riddle|black box
      |question mark|grey area|gray area)|confus(?:ed|es|ing)|lost me|puzzl(?:ed|ing)|baffl(?:ed
      |ing)|at a loss)\b
    `,
    unless: `${LOGISTICS}|\\bnot sure (?:i|we) (?:agree|follow you|like)|\\bto be clear\\b`,
    status: 'said',
    strength: 0.8,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:${DONT}|${CANT}|${HAVENT} (?:been able to )?)${NEAR} ${LEARN}(?:n
      |ed)?${GAP} ${QUESTION_WORD}\b
    `,
    unless: wording`
      ${LOGISTICS}|\b(?:any(?:thing)? different|difference|the point|the benefit|who (?:would|will
      |should|is (?:going|supposed) to)|why (?:we|i|you|they|one) (?:should|would|have to|need to
      |must)|believe|trust|to whom|touch)\b|see (?:what|how)[^.]{0,20}(?:chang|improv|better|bring
      |gain)
    `,
    status: 'said',
    strength: 0.85,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b${NOBODY}${NEAR} (?:can|could|knows?|was able to|is able to|has|seems? to know
      |will)${NEAR} (?:tell|say|explain|show|know|answer|knows?|put a number|${LEARN})
    `,
    unless: '\\b(?:called|replied|came back|got back|answered (?:me|us|my|our))\\b',
    status: 'said',
    strength: 0.8,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \bhow (?:do|can|could|would|should|am|are|will) (?:i|we|they|anyone|one)${NEAR} (?:know
      |be sure|tell|verify|judge|compare|trust the|check|prove|to know)
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['question'],
  },
  {
    pattern: wording`
      \bwhat (?:happens|becomes of|would happen|will happen|if) (?:if|when|to|with|the|it|this|that
      |one|we|our|my|your|someone|somebody|they)?
    `,
    needs: '\\bwhat (?:happens|becomes|would happen|will happen)\\b|\\bwhat if\\b.*\\?',
    unless: wording`
      \bwhat if (?:we|you|i) (?:just|simply|met|meet|move|start|say|could)\b|what happens next\b
      |what happened
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['question'],
  },
  {
    pattern: wording`
      \b(?:do|does|can|will|would|is|are) (?:it|this|that|they|these|the \w+(?: \w+)?
      |your \w+(?: \w+)?|such \w+) (?:actually|really|even|genuinely|in fact)\b|\bwhat (?:does|do|is
      |are)\b[^?]{0,30}\b(?:really|actually)\b
    `,
    unless: '\\bis (?:that|it|this) really\\b|who really',
    status: 'said',
    strength: 0.65,
    tolerates: ['question'],
  },
  {
    pattern: wording`
      \b(?:same|that|this|my|one) question(?: as)?${NEAR} (?:${COUNT_TIMES}|still|as before|remains
      |stands|is open|open)|\b(?:ask(?:s|ed|ing)?|rais(?:e|es|ed|ing)|wants? to know|brought up
      |comes? back to)${GAP} (?:the )?(?:same (?:thing|question|point)|it|this|that|question
      |\p{L}+)${NEAR} (?:${COUNT_TIMES})|^\W*(?:so,? )?(?:the )?same question\b|^so,? again:? .*\?
    `,
    unless: wording`
      \b(?:answer(?:s|ed)? the same|we answer|no answer|nobody|no reply|still|my client|customers?
      |members?|residents|patrons|nothing came)\b
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['question'],
  },
  {
    pattern: wording`
      \b(?:need|needs|want|wants|must|have to|has to|would like to|like to
      |'d like to)${NEAR} (?:(?:to )?(?:see|know|understand|have|test|read)|more|proof|evidence
      |clarity|answers?|detail)${GAP} before (?:i|we|he|she|they|anyone|anything|it)|\bbefore (?:i
      |we|he|she|they)${NEAR} ${DECIDE}${GAP},? (?:i|we|he|she|they)${NEAR} (?:need|want|must
      |have to|would like to)|\b(?:${CANT}|${DONT}|not going to
      |won'?t)${NEAR} ${DECIDE}${GAP} (?:until|till|before|without|unless|as long as|if i (?:do not
      |don'?t))
    `,
    unless: '\\b(?:budget|po number|purchase order|holiday|on leave|back from)\\b',
    status: 'said',
    strength: 0.8,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:until|unless|as long as|without) (?:i|we|he|she|they)?${NEAR} (?:know|knows|have seen
      |has seen|understand|understands|have understood|knowing|an answer|do not know|don'?t know)\b
    `,
    unless: LOGISTICS,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \bwhich (?:one|of (?:the|these|those) \w+|number|figure|version|answer|statement
      |document)?(?: is| are|'s)? ?(?:right|correct|valid|true|effective|applies|counts|the (?:right
      |correct|real) one)\b|\b(?:two|three|different|conflicting|contradict\w*
      |inconsistent)(?: \w+)? (?:numbers|answers|versions|figures|statements|documents|values
      |explanations)\b|\b(?:do|does)(?: not|n'?t) (?:add up|tally)|\b(?:contradicts?|contradictory
      |at odds with the (?:doc|manual|sheet))\b
    `,
    unless: '\\b(?:invoice|offer|order|quoted|agreed|promised|po|believe)\\b',
    status: 'said',
    strength: 0.65,
    tolerates: ['negated', 'question'],
  },
  {
    pattern: wording`
      \b(?:nowhere (?:can|do|could|did) (?:i|we)|(?:i|we|he|she) (?:find|found|see|saw) (?:nothing
      |no \w+|nowhere)|there is (?:nothing|no (?:word|sentence|paragraph|mention))|not (?:a word
      |one word|a line|mentioned|described|written|explained|specified|defined) (?:about|of|on
      |anywhere|in)|says nothing (?:about|on)|silent (?:on|about)|(?:doesn'?t|does not|do not|don'?t
      |didn'?t) (?:mention|say|cover|explain|specify|describe))\b
    `,
    unless: '\\b(?:problem|issue|fault|error|objection)s?\\b',
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:vague|ambiguous|fuzzy|woolly|hand-?wav\w+|open (?:question|point|issue)s? (?:for|to|on
      |about)|too many unknowns|too many (?:open )?questions|unanswered question|hard to (?:say|tell
      |judge|know|compare|picture)|difficult to (?:say|tell|judge|know|compare|assess)|left (?:me
      |us) guessing|have to guess|guesswork)\b
    `,
    status: 'said',
    strength: 0.65,
  },
];
