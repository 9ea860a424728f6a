import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';

/** Hope of a better state: met. */
export const PROGRESS_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:i|we) can (?:already )?(?:see|picture|imagine) (?:us|it|my \w+|our \w+|every
      |the day)\b[^.;]{3,60}|(?:next|this) (?:year|summer|spring|autumn|winter|season|month
      |quarter) (?:we|i|they|our \w+) (?:could|can|will finally|might finally)|if (?:this
      |it) works(?: out)?,? (?:we|i|then|our|the)|(?:want|wants|like) to be the first|(?:take on
      |serve|run|open|plan|handle|sell|ship|bill|plant|treat) (?:\w+ ){0,3}(?:more|twice as many
      |double)[^.;]{0,30}\bwith (?:the same|no extra|fewer)|grow without
      |(?:for the )?first time (?:that )?(?:we|i|our \w+) (?:could|can|will be able))\b
    `,
    unless: "\\?|\\b(?:not|n't|never|wrong|problem|see us (?:on|at)|paid|late|lost|come to)\\b",
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:would
      |'d) (?:really |so |absolutely |dearly |just )?love (?:us |them |my team |our \w+ )?to (?:be able
      |see|get|have|stop|cut|bring|use|open|finally|make|put|run|offer|show|move|replace|reach|close
      |answer|know|give|plan|turn|do|build|work|go)\b|\b(?:can'?t|cannot|can not) wait (?:to|for
      |until|till)\b|\b(?:the whole|my|our|his|her|their|the|a|big|main|real) (?:\w+ )?(?:dream
      |vision|ambition|goal|aim|hope|north star|ideal|wish)s? (?:is|was|would be|here is|for (?:next
      |this)|=|remains|:)|\b(?:his|her|their|my|our) (?:hope|dream|goal|aim|wish|vision)s?: |\b(?:we
      |they|he|she|i)(?:'re| are|'m| am|'s| is) (?:hoping|aiming|dreaming|longing) (?:to|of|for)\b
      |\b(?:he|she|they|\p{L}+) (?:hopes|wishes|dreams|longs) (?:to|of|for)\b|^hopes? (?:to|that
      |for) (?!hear)\b|\b(?:this|that) (?:i|we) wish(?: me| us)?\b|\bwould like to see (?:it|us|this
      |every|one|the)\b[^.;]{0,40}\b(?:with|without|zero|by|in one|next|this year)\b
    `,
    unless: wording`
      \b(?:love to (?:see|have|get|show|give|bring|make|go|do|know|work) (?:you|your|together
      |some (?:experience|time)|us playing|caught|to know|in touch|back|with you|there|that call
      |a (?:call|chat|drink|coffee|meeting))|see you|join (?:us|you)|get to know|love to (?:but
      |help)|i hope|wait (?:to|until) (?:see you|hear|next|the (?:end|results))
      |can'?t wait (?:to see (?:them|it) go|that long|any longer|until (?:next|the)|to (?:send|meet
      |see you|hear)|for (?:your|an|the) (?:answer|reply))|no hope|(?:a|your) (?:decision|response
      |answer|reply)|responses|weekend|dinner|lunch|golf|game|intern(?:ship)?|your (?:schedule|goal
      |dream)|hoping (?:you|that you|your))\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:imagine (?:if|being|what|having|a (?:day|world|week|month|monday))|just imagine
      |could finally|can finally|finally (?:be able to|see|get|have|could|move|stop|do)|(?:would
      |could|will|'d) (?:allow|let|enable|free|help|mean|give) (?:us|me|my \w+|our \w+|them)
      |game ?changer|next level|step (?:up|change)|leap forward|new chapter
      |opens? (?:up )?(?:the )?(?:doors?|new|possibilit)|breakthrough|transform\w*)\b
    `,
    unless: wording`
      \b(?:if you|could you|can you|would you|will let you|let us know|let me know|would let you
      |give (?:us|me) (?:a|the|your|more|some) (?:call|quote|price|date|number|detail|idea|answer
      |time|list|copy|overview)|help (?:us|me) (?:with|understand|find|to understand)|mean (?:us
      |me) (?:pay|los)|digital transformation (?:lead|office|manager|director)
      |finally (?:see what you|get an answer|have an answer))\b|\?
    `,
    status: 'said',
    strength: 0.7,
  },
  {
    pattern: wording`
      \b(?:excited|enthusiastic|optimistic|hopeful|keen|buzzing|eager|fired up) (?:about (?:the|what
      |it|this|using|having|being|how)|to (?:try|start|use|have|roll|bring))\b|\b(?:see|sees|saw
      |there is|there's) (?:a )?(?:lot of |huge |great |real |big |much |so much )*potential\b
      |\bthat(?:'s| is) (?:the thing|what|why) (?:i|we) (?:get up|dream)\b
      |\blooking forward to (?:the day|having|getting rid|using|being able|rolling|finally|a (?:life
      |world|month|day|year|close))\b
    `,
    unless: wording`
      \b(?:not|\w+n't) (?:very |so |too )?(?:excited|enthusiastic|keen|optimistic)|keen to (?:hear
      |know|get (?:an|the|your))|excited to (?:offer|announce|share)|opportunity|weekend|joining
      |interview
    `,
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:want|wants|plan|plans|intend|aim|aims)(?: us| me)? to (?:be|become|reach|halve|double|cut
      |grow|open|bring|build|offer|close|answer|stop)\b[^.;]{0,60}\b(?:by (?:next|the end|spring
      |summer|autumn|winter|january|february|march|april|may|june|july|august|september|october
      |november|december|q[1-4])|in half|from \d|to (?:a|one|two|three|four|five|\d)|every|all
      |instead|at last|for the first time|without|day|the first)\b|\bif (?:i|we) (?:get|had|could
      |can|got|have|take)\b[^.;]{2,60}(?:,| then| that'?s| it'?s| we'?d| i'?d
      | they'?d)[^.;]{0,60}\b(?:in (?:their|our) hands|could|would|can|'d|we'?re|will|free|done
      |double|more|twice|finally)\b
    `,
    unless: wording`
      \b(?:make sure|certain|attention|schedule|interested|know|understand|trouble|problem|wrong
      |worried|risk|go down|if we had (?:known|been)|sign|have a (?:call|look|copy|quote)|see (?:the
      |your|a) (?:price|offer|contract|quote|demo|proof|paper)|price|discount|to get (?:the|your|an
      |a) (?:quote|price|offer|answer)|leave|cancel|be able to leave|more time|reply)\b|\?
    `,
    status: 'said',
    strength: 0.6,
  },
];
