import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { GAP, JUDGES, NEAR } from '../words.ts';

/** Not to be harmed by a wrong choice, in person: name, blame, job: threatened. */
export const EXPOSURE_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:no|not a|never a|only one|just one) (?:second|other)? ?(?:chance|try|shot|attempt
      |go)\b(?! to (?:talk|meet|speak|read|look))|(?:can't|cannot|can not
      |impossible to) (?:be )?(?:undo(?:ne)?|revers(?:e|ed)|take (?:it|that) back|turn back)
      |no (?:way|road) back|point of no return|irreversible|(?:every
      |all) eyes? (?:are |is |will be )?on (?:me|us|him|her)|everyone (?:is|will be) (?:watching
      |looking at) (?:me|us|him|her)|(?:my|his|her) predecessor (?:was|lost|had to|tripped|fell|left
      |failed|went|bought|signed)|(?:was|were|got) shown the door|(?:still )?(?:on|in my) probation
      |(?:each|every|one|an?) (?:hour|day|minute|night) (?:of (?:standstill|downtime|outage
      |stop) )?(?:costs|would cost|means) (?:us |me )?(?:\d|a|half|the|our|ten|two|more)
      |(?:patients?|people|animals|residents|children|passengers|workers) (?:could|can|might|would
      |will|may) (?:die|be hurt|get hurt|suffer|be harmed|be in danger)|(?:insurance
      |insurer) (?:won't|will not|does not|doesn't|would not) (?:pay|cover)|in the (?:papers
      |newspapers|headlines|evening news)|(?:they|he|she|people) will (?:remember|ask|point at
      |come for|look for) (?:me|who|us))\b
    `,
    unless: '\\?|\\b(?:no other (?:chance|way) to reach|used to|finally|gone|no longer)\\b',
    status: 'said',
    strength: 0.7,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:i|we) (?:\w+ )?(?:stood|stand|sat|was asked|were asked|am asked
      |had to stand)(?: \w+)? (?:up |there )?(?:in front of|before|and said|and told)\b|\b(?:is|are
      |was|stands?|sheet|report|file|answer)(?: \w+)? (?:in|under|with|over) my (?:name|signature)\b
      |\b(?:i|we) (?:vouched|put my name|brought this in|gave my word)\b|\b(?:signature
      |name) on (?:it|that|this|the \w+) (?:is|was) mine\b|\bi lose (?:the|my|our) (?:client
      |customer|job|licen[cs]e|contract|name|face)\b
    `,
    unless: '\\b(?:queue|line at|server room|applau\\w+|present\\w*|proud|award)\\b',
    status: 'implied',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:defend|answer for|explain|justify) (?:this|it|every|that|the|each|my
      |our)\b[^.;]{0,30}\b(?:before|in front of|to) (?:them|the|my|our)\b
    `,
    needs: '\\b(?:must|have to|has to|had to|need to|will|alone|it is me|i am)\\b',
    unless: '\\b(?:price|cost|can now|can explain)\\b',
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:my|our|his|her) (?:neck|head|career|reputation|licen[cs]e|signature|position|good name
      |name|job)\b(?: \w+)? (?:is|was|will be|stands?|goes|'s)?(?: \w+)? ?(?:on (?:the|it|this|that
      |every|each)|at stake|under (?:it|this|that)|not yours|depends)\b|\bit(?:'s| is) my \w+ (?:on
      |at|not)\b|\b(?:it(?:'s| is| was|'ll be| will be)|and) (?:my|our|his|her) (?:neck|head|name
      |signature|job|reputation|licen[cs]e)\b|\b(?:on|at) (?:my|our|his|her) (?:neck|head|watch
      |door)\b|\bcost (?:me|us|him|her) (?:my|our|his|her) (?:job|head|neck|reputation|licen[cs]e
      |best \w+)\b|\bname on the (?:line|submission|form|paper|report|order)\b|\bstick (?:my|our|his
      |her) neck\b|\blaid? .{0,30} (?:head|neck) on the\b
    `,
    unless: wording`
      \bput (?:your|his|her|their) names?\b|names? on the project|\bwrote\b|my name (?:is|isn.?t
      |was) (?!on)|my name is not|good job\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:i|we|he|she|me|us|him|her)\b${NEAR} (?:defend|answer for|justify|explain)${NEAR} (?:this
      |it|that|myself|ourselves|why|to (?:my|our|the|a)|in front|before|my|our|himself|herself)\b
      |\b(?:i|we|he|she|me|us)\b${GAP} (?:stands?|stood|sit|sat|sitting|am|be
      |standing) (?:there |up )?(?:in front of
      |before) (?:the |our |my |a |an |every |all )?(?:${JUDGES}|\w+ ${JUDGES})
      |\bin front of the (?:${JUDGES})|\b(?:${JUDGES})\b${NEAR} (?:in my office|at (?:the|my
      |our) door|on the phone|on my (?:back|neck)|read it aloud|fined|will ask me|asks? me)
    `,
    unless: wording`
      \b(?:price|increase|uplift|invoice|\d+ ?%|cost)\b|can (?:now )?(?:explain|defend|justify)
      |present
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \bit(?:'s| is| was|'ll be| will be) (?:me|us|my name|i|him|her) (?:who|that|on|in|they
      |standing|left)\b|\b(?:me|i|we|us) (?:they|who they) (?:call|blame|come to|ring|look at
      |hang)\b|\b(?:hold|held|make|makes) (?:me|us) (?:responsible|liable|accountable)\b
      |\bpersonally (?:responsible|liable|accountable)\b|\b(?:get|got|take|took|carry|gets
      |takes) (?:all )?the blame\b|\bblame(?:d|s)? (?:me|us|for)\b|\b(?:get|be|been|was
      |were) (?:fired|sacked|let go)\b|\bi(?:'m| am) the one (?:who|that|in front|they|on)\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:the )?(?:guy|man|woman|person|colleague|predecessor|fella|fellow|bloke|lady|manager
      |director|one|head|chief|buyer) (?:who|that|before me)\b${GAP} (?:bought|chose|signed|ran
      |introduced|brought|approved|picked|recommended|did|led|installed)\b${GAP} (?:isn'?t|is not
      |is no longer|left|gone|had to go|was (?:fired|let go|moved|replaced)|doesn'?t|does not
      |no longer|lost|works? (?:elsewhere|somewhere))
    `,
    status: 'implied',
    strength: 0.8,
    tolerates: ['negated'],
  },
];
