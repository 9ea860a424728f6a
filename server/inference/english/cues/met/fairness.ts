import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { NEAR } from '../words.ts';

/** A price, terms and treatment that are just: met. */
export const FAIRNESS_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:met us (?:halfway|half way|in the middle)|split the (?:difference|cost)|credited (?:us|it
      |the \w+)? ?(?:without|before|at once|straight)|(?:did not|didn't
      |never) charge[d]? (?:us )?(?:for|a)|kept (?:last year's|the old|our) (?:price|rate)|pro ?rata
      |earned (?:itself |it )?back|(?:recouped|pays back|paid back) (?:in|within|after)|(?:we
      |i) (?:only )?pay (?:for )?what we use|for what (?:we|you|i) get|(?:one|a single
      |half a) \w+ (?:of (?:downtime|standstill|delay) )?(?:costs|cost) (?:me|us|him|her
      |them)? ?more)\b
    `,
    unless: wording`
      \b(?:not|unless|until|if|too (?:much|expensive|high)|expensive|steep|want|should|could you
      |a lot for|poor)\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:price|offer|invoice|it|terms|number|quote)\b(?: \w+){0,3} (?:is|are|was|find
      |found)?(?: the price)? ?(?:correct|in order|right|just)(?: so)?,? (?:even fair|for (?:me|us)
      |now|as agreed)|\bfor me it is correct\b|\bnow it is what we agreed\b|\beven fair\b
      |\bcall(?:ed|s)? (?:it|that|this) fair\b|\b(?:is|as) (?:exactly )?what we agreed\b
    `,
    unless: '\\b(?:not|unless|until|if|please)\\b|\\?',
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \bfair (?:price|deal|offer|enough price|terms?|solution|share|quote|compromise|treatment
      |to (?:us|both|everyone)|and square|against|for (?:what|us|both|that|this|the)|as it)\b
      |\b(?:is|seems?|looks?|was|feels?|find|found|call(?:ed|s)?|think|thinks|it|that|this|more than
      |very|really|only
      |perfectly) (?:it |that |this |them )?(?:very |quite |really |more than |perfectly |only |absolutely |pretty )?fair\b
      |\bfairly (?:priced|treated)\b|\b(?:a|is|very|find|found|it|seems) reasonabl[ey] (?:price[ds]?
      |offer|terms|quote|deal|rate|cost|figure|sum|priced)\b|\b(?:price|offer|terms|quote|cost|rate
      |deal|figure|fee|number)s?\b${NEAR} (?:is|are|seems?|looks?|was|were|feels?
      |sounds?) (?:very |quite |really |more than |perfectly |absolutely |totally |completely )?(?:fair
      |reasonable|decent|justified|competitive|just|attractive)\b|\b(?:decent|honest|square) (?:deal
      |price|offer)\b|\b(?:is|it'?s|that'?s|was|are|got|very
      |really) (?:a )?(?:very |really )?(?:good|great|excellent) (?:value|price|deal)\b
    `,
    unless: wording`
      \b(?:fair enough|unfair|hardly|to be fair|trade fair|job fair|book fair|art fair|career fair
      |at the fair|the fair in|of the fair|fair (?:play|trade|point|question|wind|weather|bit|few
      |number|amount|chance|comment)|would be|if (?:it|that|the price)|need a|want a|looking for
      |hope|expect|get us a|give us a|is it|make (?:it|us) a|can you)\b|\?
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:well )?worth (?:it|every|the (?:money|price|cost|investment|fee|spend)|all of|its
      |that money|what (?:we|you|it)|paying|\d)\b|\bpay(?:s|ing)? (?:for )?(?:itself|themselves)\b
      |\bpaid for itself\b|\bmoney well spent\b|\bvalue for (?:the )?money\b|\bbargain\b
      |\bcheap (?:at|for|compared|against|next to)\b|\b(?:less|cheaper|smaller
      |lower) than (?:what |the cost of |one |a single |a |our |the |an |losing |doing |hiring |half )[^.;]{0,40}\b(?:cost(?:s
      |ed)?|pay|paid|lose|lost|spend|spent|day|night|week|quarter|month|outage|incident|mistake|fine
      |claim|recall|stop)\b|\bcosts? (?:me|us|him|her
      |them)?${NEAR} more than (?:a |the |one |your |this )?(?:whole )?(?:year|month|licen[cs]e
      |price|subscription|contract|fee|lot)
    `,
    unless: wording`
      \b(?:hardly) (?:really )?(?:worth|paid|pay|value|good value)|is it worth|if it (?:is
      |was) worth|worth (?:a (?:call|look|try|chat|shot)|checking|discussing|noting|mentioning
      |asking|talking)|need to show|poor value|gets it for less|less than (?:us|we)\b
      |where is the value|bargaining|until|would be worth|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:happy|pleased|satisfied|content|comfortable
      |at peace) with (?:the |your |that |this |these |our )?(?:new |final |revised |corrected )?(?:price
      |terms|offer|conditions|quote|deal|number|figure|rate|fee|split|cap)\b(?! of the letter)\b
      |\b(?:i|we|he|she|they) can live with\b|\bwith (?:that|this|it) (?:i|we) can live\b|\b(?:you
      |they|he|she)${NEAR} (?:credited|refunded|corrected|waived|honou?red|met us|came down
      |took (?:it|the fee|the charge) (?:off|out)|gave us (?:the same|back)|matched|kept (?:the|our
      |to the) (?:old )?price|stuck to)\b|\b(?:exactly|just) (?:as|what) (?:we )?(?:agreed
      |was agreed|quoted|in the offer)\b|\b(?:same|equal) (?:price|terms|treatment|rate) (?:for
      |as) (?:all|everyone|the|others)\b|\bno (?:hidden|surprise) (?:fees?|costs?|charges?)\b
      |\bpay(?:ing)? only (?:for )?what\b|\bonly pay (?:for )?what\b
    `,
    unless: wording`
      \b(?:if|until|unless|is (?:it|that)|please|could you|can you|would you|would be|no,? the price
      |make sure|want|need)\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
];
