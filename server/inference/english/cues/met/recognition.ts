import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { SENIOR } from '../words.ts';

/** To be seen as competent; to get credit: met. */
export const RECOGNITION_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:mentioned|named|featured|thanked|praised|shown
      |printed) (?:me |us |my \w+ |our \w+ )?(?:in|at|on) (?:the )?(?:town hall|all-?hands
      |newsletter|intranet|annual report|annual meeting|company meeting|paper|magazine
      |group meeting)|(?:call(?:s|ed)?|named) it (?:after|\p{L}+'s|my|our)|(?:boss's boss|group
      |head office|headquarters|hq|ministry|press|other sites?
      |neighbours?)\b[^.;]{0,30}\b(?:visit(?:s|ed)?|wants? to see|came to see|asks? (?:me|us) (?:how
      |to)|copies us|wrote to (?:me|us))|(?:they|everyone|the (?:board|room|whole \w+)) (?:clapped
      |applauded|stood up)|(?:invited|asked|going) (?:me |us )?to (?:speak|present|talk) (?:at|in
      |about|to) (?:the|our|their|a)|got (?:a|the) (?:raise|bonus|award|medal) for)\b
    `,
    unless: '\\?|\\b(?:not|you could|could you|need to|have to|must)\\b',
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:taking|take|bring|bringing|show|showing|put|putting) (?:this|it|that) (?:to|before
      |in front of) (?:my|our|the) (?:\w+ )?(?:board|director|council|ceo|md|management|committee
      |owner|chair\w*) as my own\b|\b(?:as|under) my own (?:proposal|idea|work|project|name)\b
      |\b(?:has|have) given me the (?:large|main|big|whole|opening)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:i|we|she|he|they)(?:'m| am|'re| are|'ll| will|'s| is|'ve| have| get| got| was
      | were)?(?: (?:been|going|allowed|invited|asked|chosen|to|be|now|myself))* present(?:s|ing
      |ed)? (?:this|it|that|the|our|my|myself|ourselves|at|to)\b|\b(?:asked|wants?|invited|chose
      |picked|nominated|put) (?:me|us|her|him|my \w+)(?: \w+ \w+\))? (?:to (?:present|speak|lead
      |show|give|run|head|chair|tell|explain)|forward|up for)\b|\b(?:(?:give|gave|giving|hold
      |the) (?:the )?keynote|front row|on stage|on the stage|speak at|speaking slot|(?:win|won|got
      |gets|get|given|receive[ds]?|nominated for) (?:an |the |a )?(?:\w+ )?(?:award|prize)
      |shortlisted for|(?:been|was|got|get|were|being) promoted|employee of|standing ovation
      |applau(?:se|ded|ds?))\b
    `,
    needs: wording`
      \b(?:board|council|conference|management|chair|${SENIOR}|chancellor|executive|committee
      |company|everyone|whole|group|award|promot\w+|stage|keynote|applau\w+|industry|members|annual
      |summit|director|hall|minister|senate|assembly|parent|region|press|myself|front|ovation
      |prize)\b
    `,
    unless: wording`
      \b(?:promotion(?:s|al)? (?:price|code|offer|calendar|week|planning)|sales promotion
      |award(?:ed)? (?:the )?(?:contract|tender|bid)|award (?:phase|decision|notice)|(?:asked
      |invited) (?:me|us) to (?:give|explain|tell|show) you|(?:you|your rep|vendors?) (?:can|could
      |will|to) present|have to present|must present|defend|i will present your (?:offer|price))\b
      |\?
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:(?:was|is|it'?s|this was|that was) (?:my|our|his|her|\p{L}+'s|my team'?s
      |our team'?s) (?:own )?(?:idea|concept|initiative|project|baby|work|proposal|doing|achievement
      |brainchild)|my team(?:'s| has| had| did)? (?:own |worked |built |idea|developed|concept
      |came up|pulled)|(?:got|get|gets|gave|given|give
      |giving) (?:me |us |him |her |my \w+ )?(?:the |all the |full |some )?credit|hats? off
      |names? on (?:it|the (?:project|slide|poster|report|wall|board|cover))|put (?:my|our|her|his
      |their) names?|proud of (?:it|this|me|my|our|the)|(?:a|little|very|so) proud|complimented
      |(?:compliments|congratulat\w+) (?:from|by)|congratulated|praised?|patted|pat on the back
      |recogni[sz]ed (?:me|us|my|our|for)|feather in)\b
    `,
    unless: wording`
      \b(?:no credit|credit on|credit (?:note|card|line|check|limit|notes|terms|rating|insurance
      |memo|control|union|risk|team)|took|takes (?:all )?the credit|stole|we are proud to
      |proud to (?:announce|offer|present our)|not (?:proud|our idea)|was not|whose
      |name on the (?:line|submission)|if |without (?:credit|praise)|credit (?:has not|is still)
      |nobody|ethnic|pride)\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \bthank(?:s|ed|ful|ing)?(?: you)? (?:so much |very much |again )?(?:me |us )?(?:for
      |to) (?:backing|crediting|mentioning|naming|praising|supporting|putting|standing up for
      |speaking up for|saying (?:that|so|it)) (?:me|us|my|our|it)\b|\b(?:my|our|the|his
      |her) ${SENIOR}\b(?: \w+)? (?:noticed|praised|congratulated|thanked|applauded|complimented
      |shook|clapped|stood up|asked (?:who|how i|how we) (?:did|built|came|made)|said (?:well done
      |this was|that was|it was|thank|bravo|wow)|called (?:me|us|it)(?: \w+)? (?:best|great|model
      |example))\b|\b(?:other|neighbou?ring|sister|next) (?:departments?|sites?|plants?
      |branch(?:es)?|teams?|hospitals?|schools?|companies|stores?|depots?)\b[^.;]{0,40}\b(?:ask(?:s
      |ed|ing)? (?:me|us|how)|copy(?:ing)? (?:us|me|it)|jealous|want (?:to see|the same|it too)
      |come to (?:me|us|see))\b|\b(?:knows?|remembers?|got|learned) my name\b
      |\bi (?:suddenly )?(?:look|looked|looks) (?:good|great|like a (?:hero|genius|star))\b
    `,
    unless:
      "\\b(?:you'?re a (?:hero|star|genius)|not a hero|no hero|guitar hero|thanked you)\\b|\\?",
    status: 'said',
    strength: 0.7,
  },
];
