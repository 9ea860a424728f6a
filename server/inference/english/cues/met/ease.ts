import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { GAP, HAND_WORK, NEAR, NUMBER } from '../words.ts';

/** A load that they can bear: met. */
export const EASE_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:without (?:a|one|any|a single) (?:single )?(?:question|call|ticket|phone call|error|hitch
      |hiccup|mail to support)|(?:nobody|no-?one|none of (?:them|us)) (?:had to ask|asked how
      |needed (?:help|me|training)|called me|rang me)|(?:by|all by) (?:himself|herself|myself
      |themselves),? (?:in|on|within|at|without)|(?:on the (?:bus|train|sofa|phone|way)
      |over (?:lunch|coffee|breakfast)|during (?:lunch|the break)),? ?(?:and|it|done|in)|(?:before
      |by) (?:the )?(?:first )?(?:coffee|lunch|breakfast|tea)|(?:apprentices?|trainees?|temps?
      |newest \w+|oldest \w+) (?:showed|taught|explained|trained) (?:the (?:others|rest)|it to|us
      |me)|half an hour (?:later|and)|i had (?:blocked|planned|kept free
      |reserved) (?:a |two |three |the )?(?:whole )?(?:day|days|week|weeks|weekend|morning
      |afternoon))\b
    `,
    unless: wording`
      \?|\b(?:if|would|want|need|please|meet|call me|could (?:we|you)|let's|talk|chat|discuss|send
      |must|by lunch (?:on|tomorrow)|late)\b
    `,
    status: 'implied',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:(?:is|was|were|are|it'?s|that'?s|so|very|really|surprisingly|found (?:it|them|that)
      |finds (?:it|them)|feels?|felt|too|super|dead|pretty|made it|said|says|how|quite|this|such
      |went|works|runs|steps)(?: (?:so|very|really|surprisingly|actually|quite|pretty|super|that
      |also|all|just|also|very much|more|it|as|fairly|incredibly))* (?:easy|easier|simple|simpler
      |straight ?forward|painless(?:ly)?|effortless(?:ly)?|smooth(?:ly|er)?|seamless(?:ly)?
      |intuitive|self-?explanatory|user[- ]friendly)(?! (?:way|technique|question|answer|reason|fix
      |rule|matter|fact|as)\b)|(?:so|very|really) (?:simple|easy) (?:also|even|that)|(?:a
      |an absolute) breeze|child'?s play|piece of cake|plug and play|walk in the park
      |went like clockwork|(?:minutes?|minute|seconds?|hour|morning),? (?:so )?easy)\b
    `,
    unless: wording`
      \b(?:far from|nothing|hardly|isn'?t|would be|could be|should be|must be|has to be|have to be
      |needs? to be|makes? it easy for you|if (?:it|that|this)|hope|hoping|promised|looking for
      |make it|keep it|easier said|easier (?:to talk|if|for you|by phone)|simple (?:question|answer
      |no|yes|reason)|easy (?:to|for) (?:you|say)|as simple as|in simple|to make|easiest|you said
      |said migration|rep said|answer was|claims?|simply|thought|smooth (?:talk|start)|sounds?
      |looks easy|ah,? very|oh,? very|because it is simple|easy to (?:find|reach|blame|forget))\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:no|without|needed no|needs? no|not? (?:one|a single)|zero|nobody (?:had to|needed)
      |never (?:had to|needed)|did(?:\w+n't| not) (?:need|have to)
      |${HAND_WORK} no longer)(?: \w+){0,3} (?:training|manual|engineers?|consultants?
      |it (?:department|guy|team)|help ?desk|help|hassle|effort|instructions?|handbook|classroom
      |course|explanation|hotline|support call|developer|programming|asking)\b|\b(?:no
      |nothing) (?:new )?(?:to (?:learn|install|set up)|training needed)\b
    `,
    unless: wording`
      \b(?:got|receiv\w+|there (?:is|was|are)|we have|have had|had|gets?|with
      |still) no |without (?:any )?(?:training|help) (?:we|i|they|it)(?: \w+)? (?:can'?t|cannot
      |will not)|\bno help\b|would|need(?:s)? (?:the )?(?:training|manual)|until|unless|can'?t
      |cannot|before|if\b
    `,
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:picked (?:it|this|the \w+) up|up and running|set up|did (?:it|this|that|the \w+(?: \w+)?)
      |done|live|installed|running|finished|ready|rolled out|imported|learn(?:ed|t) it
      |had it working|got it (?:running|working)|took (?:me|us|them|him|her)?
      |order(?:ed)?)\b${GAP} (?:in|within|before|by|under|less than|only|just|all of
      |over) (?:just |only |about |under |less than )*(?:a |an |one |the |my |${NUMBER} |half an? )*(?:minutes?
      |mins?|hours?|hrs?|day|days|morning|mornings|afternoon|evening|coffee|lunch|breakfast|sitting
      |go|break|queue|train|shift|weekend)\b
    `,
    unless: wording`
      \b(?:must|should|need|needs|want|wants|hope|will be|has to|would|could you|can you|please
      |by (?:friday|monday|when)|if |still|not|n'?t|lost|be (?:live|ready|done)|deadline|ready by)\b
      |\?
    `,
    status: 'implied',
    strength: 0.65,
  },
  {
    pattern: wording`
      \beven (?:my|our|a|the|old|those|he|she|mr|mrs)(?: \w+){0,3} (?:can|could|managed?|gets? it
      |got it|understood|uses? it|used it|did it|manages)\b|\b(?:my|our|his|her) (?:\w+ )?(?:uncle
      |apprentices?|intern|temp|oldest \w+|least technical \w+|driver|porter|foreman|cleaner|trainee
      |new starter)s? (?:can|could|managed?|(?:got|uses?|does|did|had) (?:it|this))\b|\btak(?:es?|ing
      |en)${NEAR} off (?:my|our|his|her|their) (?:plate|desk|hands|list|shoulders)\b|\b(?:one|two
      |three|a couple of|a few|single) (?:clicks?|taps?|buttons?)\b|\bused to take (?:me|us|him|her
      |them)\b|\b(?:could|can) use it (?:tomorrow|today|straight|right away|with)\b
      |\bwithout (?:having )?to (?:ask|read|learn|think|call) (?:anyone|anything|it|the|a)\b
    `,
    unless: wording`
      \b(?:if|would|want|need|promised)\b|\?|used to take (?:me|us) [^.]{0,40}(?:now|still) takes
    `,
    status: 'implied',
    strength: 0.65,
  },
];
