import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { NEAR, OLD_WAY } from '../words.ts';

/** To keep what works: met. */
export const CONTINUITY_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:(?:nobody|no-?one|not one|none) (?:of \w+ )?(?:has )?(?:asked|asks|wants
      |wanted) (?:for )?(?:it|the \w+(?: \w+)?|them) back|(?:don't|do not|never|wouldn't|would not
      |nobody) (?:even )?(?:want|remember|miss)s? (?:the |our )?(?:old|paper|previous|former
      |it back)|(?:took|taken|take) down the (?:\w+ )?(?:board|whiteboard|calendar|chart|wall|list)
      |unplugged (?:the|it|our)|(?:never|not|won't be) going back|no going back|(?:closed
      |shut) (?:the |that )?(?:chapter|book) (?:on|for good)|cut the cord|enough of the old|(?:old
      |paper|last) \w+ (?:is|are) (?:in the (?:bin|skip|bonfire|shredder)|history|gone for good))\b
    `,
    unless: '\\?|\\bif\\b',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \bready to let (?:it|that|this|the|go|\w+ \w+ go)|\b(?:it )?(?:was|is) time that (?:it|they
      |the \w+) go(?:es)?\b|\bwould (?:swap|switch|change|throw it out|move) tomorrow\b|\b(?:can go
      |could go) (?:today|tomorrow|for all i care)\b
    `,
    status: 'said',
    strength: 0.75,
  },
  {
    pattern: wording`
      \b(?:bin(?:ned)?|thr(?:ew|own) (?:out|away)|shredded|scrapped|emptied|skipped
      |chucked)\b[^.;]{0,40}\b(?:last|old|paper|files?|binders?|cards?|cabinets?|forms?|books?
      |spreadsheets?)\b
    `,
    unless: '\\b(?:by mistake|accident\\w*|please|if|not|milk|beer|stock|batch)\\b|\\?',
    status: 'said',
    strength: 0.65,
  },
  {
    pattern: wording`
      \b(?:time (?:for (?:a |some )?(?:change|something new|a fresh|a clean)|to (?:change|move on
      |let go|replace|say goodbye|retire|part|modernise|modernize|leave .{2,20} behind)
      |we (?:changed|moved on|let go|said goodbye))|ready (?:to (?:let go|change|move on from|part
      |say goodbye|leave .{2,20} behind|retire|switch off)|for (?:a |the )?(?:change|something new
      |new (?:start|chapter)))|(?:had|has had|have had|seen|has seen|have seen|done|has done) (?:its
      |their|his|her) (?:day|time|best days|best years|duty|service)|(?:good riddance|farewell
      |say(?:ing)? (?:goodbye|adieu|bye)|goodbye to|without a tear|no tears?|not (?:shed|shedding
      |cry)|end of an era|(?:the )?end of the line|pension(?:ed)? off|off to the museum
      |belongs in a museum|museum piece|bury (?:it|the old)|out with the old|out to pasture
      |over ?due|long overdue))\b
    `,
    unless: wording`
      \b(?:not|\w+n't|never) (?:yet )?(?:ready|the time)|not the time|invoice|payment
      |overdue (?:invoice|payment|ticket|answer|reply|fee)|is it time|time to move on to (?:the
      |point|item)|buried in|if |\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:won'?t|will not|not going to|nobody will|nobody'?s going to|no-?one will|don'?t|do not
      |doesn'?t|not|never|nobody) (?:be )?(?:miss(?:es|ed|ing)?|mourn|cry (?:for|over)
      |look(?:ing)? back|shed) ?(?:it|the|them|that|our|a|back)?\b|\b(?:glad|happy|pleased|delighted
      |relieved|can'?t wait|cannot wait|looking forward|good) to (?:see (?:it|them
      |the \w+(?: \w+)?) (?:go|gone|disappear|leave)|be rid|get rid|let (?:it|them) go|bin|throw
      |switch (?:it|the|them) off|be shot|see the back)\b|\b(?:be|get|got|getting|finally) (?:shot
      |rid) of (?:the|it|our|that|those|them|my)\b|\b(?:i|we|she|he|they) wants? (?:it|them
      |the \w+(?: \w+)?|that) (?:gone|out|off|switched off|dead)\b|\bcan'?t wait to see (?:them|it
      |the \w+) go\b
    `,
    unless: wording`
      \b(?:miss (?:the (?:call|meeting|train|deadline|chance|point|date)|a (?:deadline|call|thing
      |beat))|don'?t miss|not miss (?:it|this)|get rid of (?:me|you|the (?:fee|clause|error|bug
      |message))|missing (?:data|field|file|info\w*|page|piece)|not missing|never missed
      |want you gone|never miss)\b|\?
    `,
    status: 'said',
    strength: 0.75,
    tolerates: ['negated'],
  },
  {
    pattern: wording`
      \b(?:bin(?:ned|ning)?|threw|thrown|throw(?:ing|s)?|chuck(?:ed|ing)?|toss(?:ed|ing)?
      |scrap(?:ped|ping)?|retir(?:e|ed|es|ing)|ditch(?:ed|ing)?|burn(?:ed|t|ing)|shred(?:ded|ding)?
      |skip(?:ped)?|unplug(?:ged|ging)?|switch(?:ed|ing)? off|turn(?:ed|ing)? off|shut(?:ting)? down
      |clos(?:e|ed|ing)|delet(?:e|ed|ing)|took down|taken down|archiv(?:ed|ing)|decommission(?:ed
      |ing)?|dump(?:ed|ing)?|remov(?:ed|ing)|emptied|cleared out|recycl(?:ed
      |ing))\b${NEAR} (?:out |away |off |down |for )?(?:the |our |my |its |his |her |that |those |it |all )?(?:last |old |whole |paper |legacy |index |good old |ancient |lever arch |filing )*(?:${OLD_WAY}
      |forms?|index cards|whiteboards?|copies|macros?|calendar|diary|one|it|post-?its|pigeon ?holes?
      |workbook|tapes?|planner|wall ?chart)\b
    `,
    needs: wording`
      \b(?:old|last|legacy|finally|today|yesterday|good|great|felt|without|tear|glad|happy|for good
      |skip|celebrat\w*|champagne|cake|ceremony|party|nobody|at last|paper|index|goodbye|proud|gone
      |feels?|miss|grin\w*|smil\w*|relief|ordered a skip)\b
    `,
    unless: wording`
      \b(?:accident\w*|please (?:close|delete|switch|turn|remove|archive)|can you|could you
      |by mistake|ticket|error|bug|don'?t|not|\w+n't|before (?:you|we)|lost|off the old price
      |last (?:invoice|mail|message|firewall)|closed (?:the )?(?:deal|ticket|window|tab|book(?:s)?
      |month))\b|\?
    `,
    status: 'said',
    strength: 0.65,
  },
];
