import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { NEAR, NOBODY, SENIOR } from '../words.ts';

/** To be seen as competent; to get credit: threatened. */
export const RECOGNITION_THREATENED: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:decided|agreed|bought|chosen|signed|discussed|settled|announced
      |presented)(?: \w+){0,3} without (?:me|us|my \w+|our \w+|asking|telling)|(?:i|we) (?:wasn't
      |weren't|was not|were not|am not|are not) (?:in the room|at the table|on the (?:list|invite
      |mail|thread|call)|part of)|(?:told|informed|heard)(?: of it
      | about it)? (?:only )?(?:after(?:wards)?|when it was (?:done|decided|too late))|(?:took|taken
      |take) (?:it|this|that|the \w+) (?:out of|off) (?:my|our) hands|(?:nobody
      |no-?one) (?:ever )?(?:says|said) (?:thanks|thank you|well done)|(?:thanked|praised|named
      |credited) (?:everyone|everybody|the \w+|\p{L}+) (?:but|except|instead of|and not) (?:me|us)
      |(?:explain(?:s|ed|ing)?|tell(?:s|ing)?|teach(?:es|ing)?|lectur\w+) (?:me
      |us) (?:how to do )?(?:my|our) (?:own )?(?:job|trade|work|business)|as if (?:i
      |we) (?:had never|didn't|did not|were|was|knew nothing|hadn't)|we(?:'re| are) (?:just
      |only) the (?:people|ones|users|night|site|little|folk))\b
    `,
    unless: '\\?|\\bpart of (?:the|a) group\\b',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:you|he|she|they|somebody|someone)(?: \w+)? (?:went|gone|go|going) (?:over|behind|past
      |around) (?:my|our|his|her) (?:head|back)s?\b|\bmy name (?:is not|isn'?t|was not|wasn'?t
      |appears nowhere|is nowhere)\b|\b(?:my|our) (?:plan|idea|work|proposal|report
      |concept)\b[^.;]{0,30}\b(?:went|presented|shown|sold|sent|landed)\b[^.;]{0,30}\bas (?:the|his
      |her|their|somebody)\b
    `,
    status: 'said',
    strength: 0.8,
    tolerates: ['negated', 'you'],
  },
  {
    pattern: wording`
      \b${NOBODY}${NEAR} (?:noticed|asked (?:me|us|my|our|the people)|thanked|consulted
      |mentioned (?:me|us|my|our)|notices (?:me|us|my|our|the \w+ until)|told (?:me|us)
      |said (?:a word|thank)|knows? (?:it|that) (?:was|is) (?:me|us|my|our)|gave (?:me|us)
      |invited)\b
    `,
    unless: '\\b(?:told (?:me|us) (?:what|when|who|how|the|if|whether|about the)|found)\\b',
    status: 'said',
    strength: 0.8,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:over|above|behind|past) (?:my|our|his|her) (?:heads?|backs?)\b|\bby-?pass(?:ed|ing
      |es)? (?:me|us|him|her|my|our)?|\b(?:was|were|been|feels?|felt|am) (?:by-?passed|sidelined
      |overlooked|ignored by|passed over|left out|cut out|shut out|side-?stepped|under-?mined
      |belittled|humiliated|made to look)\b|\b(?:went|gone|go|goes|going|wrote|written|called|landed
      |landing|ended up|sent|turned up|spoke)${NEAR} (?:straight |directly |right )?(?:to|in
      |with) (?:my|our|the) ${SENIOR}(?:'s)?\b
    `,
    unless: wording`
      \b(?:go(?:es|ing)? (?:up )?to (?:my|our|the) (?:board|council|management|committee)|(?:i
      |we) (?:wrote|went|spoke|sent|called)|present|bypass (?:valve|switch|line|the (?:queue
      |firewall))|by-?pass road|off my back|i'?ll (?:send|go)|goes to (?:the|our))\b
      |hanging over (?:my|our)
    `,
    needs: wording`
      \b(?:over|behind|past|above|by-?pass\w*|you|your|offer|quote|proposal|mail|email|one|straight
      |directly|sidelined|overlooked|ignored|passed|left out|cut out|shut out|undermined|belittled
      |humiliated|side-?stepped|made to look)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:left|kept|leave|keep|leaving) (?:me|us|him|her|my \w+) (?:out|in the dark about
      |off the)\b|\bout of the loop\b|\b(?:not|never|\w+n't)(?: \w+)? (?:even )?(?:invited|asked
      |consulted|mentioned|informed|copied|credited|named|thanked|involved|introduced|included)\b
      |\b(?:took|takes|take|taking|stole|steals?|gets?|got|claims?|claimed
      |grabbed) (?:all |the |my |our |full )+(?:credit|glory|applause|praise|merit)\b
      |\bwithout (?:my knowledge|asking me|me knowing|involving (?:me|us)|a word to me)\b|\b(?:my
      |our)(?: \w+)? (?:name|part|work|share|contribution)\b[^.;]{0,30}\b(?:nowhere|missing|not
      |never|left out|removed|wasn'?t)\b
    `,
    unless: wording`
      \b(?:invoice|not included in|price|fee|licen[cs]e|i have not asked|work (?:with|on|in|at|from)
      |does not work|not work|asked for yet|keep us out of|leave (?:me|us) out of your)\b|\?
    `,
    needs: '\\b(?:i|me|my|us|our|we|he|she|him|her|feels?|credit|glory)\\b',
    status: 'said',
    strength: 0.65,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:i|we|he|she) (?:only |just |first |had to )*(?:heard|learn(?:ed|t)|found out|hear
      |read)(?: about| of)? (?:it|this|that)?(?: only| first)?\s?(?:from (?:my|our|the|a|him|her)
      |in the (?:corridor|canteen|minutes|newsletter|press)|by (?:accident|chance)|second[- ]hand
      |through (?:my|the|a))\b|\b(?:treat(?:s|ed|ing)?|talk(?:s|ed|ing)? to|spoke to
      |speaks? to) (?:me|us|him|her) (?:like|as)(?: if i were)? (?:a |an )?\w+\b|\b(?:look|looks
      |looked|looking|made me look|made us look) (?:like )?(?:a )?(?:bad|stupid|silly|foolish
      |incompetent|ridiculous|unprepared|amateur\w*|fools?|idiots?)\b|\bembarrass\w*\b|\b(?:lose
      |lost|losing) face\b|\blaughing ?stock\b|\btalk(?:s|ed|ing)? down to\b|\bpatroni[sz]\w+\b
      |\bcondescend\w+\b|\btaken for granted\b|\bnot (?:valued|appreciated|respected
      |taken seriously)\b|\bunderestimat\w+ (?:me|us|my|our)\b
    `,
    unless: wording`
      \b(?:embarrassing question|no embarrassment|sorry|looks bad on (?:mobile|the screen))\b
    `,
    status: 'said',
    strength: 0.7,
  },
];
