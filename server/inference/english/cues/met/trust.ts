import type { CueSpec } from '../../../cues/cue.ts';
import { wording } from '../../../cues/wording.ts';
import { GAP, NEAR } from '../words.ts';

const NAMES =
  "\\btrust (?:cent(?:er|re)|fund|board|hospital|pilot|level|score|store|list|anchor)|\\b(?:nhs|foundation|hospital|family) trust\\b|\\btrust (?:you|this|that|all|it) (?:is|are|will|finds|'re|'ll|received|had|have|well|enjoyed)\\b|\\btrust me\\b";

/** To believe that we are honest, able, on their side: met. */
export const TRUST_MET: readonly CueSpec[] = [
  {
    pattern: wording`
      \b(?:you could have (?:sold|charged|said|hidden|kept)[^.;]{2,60}(?:did not|didn't|and you)
      |(?:told|advised) (?:me|us) not to (?:buy|order|take|sign)|(?:first|only) (?:vendor|supplier
      |one|company|sales\w*|person) (?:to|who|that) (?:say|said|says|tell|told|tells|admit\w*)(?: me
      | us)? (?:no|the truth|what|where|that)|your word is (?:enough|good)|(?:do not
      |don't) need (?:it|that|this) in writing|(?:the|your) (?:numbers?|figures?|dates?) (?:held
      |matched|were right|was right|came true)|on the (?:very )?day you (?:said|promised)
      |you (?:flagged|warned|told) (?:it|us|me) before (?:i|we)|stand(?:s)? by (?:your|his|her) word
      |vouch for (?:you|him|her))\b
    `,
    unless: '\\?|\\bif\\b',
    status: 'said',
    strength: 0.75,
    tolerates: ['negated', 'you'],
  },
  {
    pattern: wording`
      \b(?:i|we|he|she
      |they)${NEAR} (?:do |can |fully |really |completely |now |finally |actually )*(?:trusts?
      |believes?|rely on|relies on|count on) (?:in )?(?:you(?!'re| are| have| can| will| had| should
      | need| may| might|r)|your (?:word|figures|numbers|people|team|judg\w+|advice)|this (?:vendor
      |supplier|company|firm)|what you)\b|\b(?:vendor|supplier|provider|partner|company|people|team
      |one|someone|somebody)${NEAR} (?:i|we|you|he|she) can (?:trust|rely on|count on|believe)\b
      |\b(?:can|could) (?:rely|count|depend) on (?:you|him|her|your|them|what you)\b
      |\btrust(?:s)? (?:you|him|her|them|your (?:judg\w+|word|advice|team)) (?:on|with|to|more
      |completely|here|there|now)\b|\bbelieve you (?:more|now|on)\b
    `,
    unless: NAMES,
    status: 'said',
    strength: 0.85,
  },
  {
    pattern: wording`
      \b(?:appreciat\w+|like[ds]?|value[ds]?|respect(?:s|ed)?|thanks? (?:you )?for|good of you
      |refreshing|grateful for|rare)\b[^.;]{0,40}\b(?:honest\w*|cando(?:u)?r|openness|frank\w*
      |straightforwardness|transparen\w+|upfront|up front|the truth|plain speaking|sincerity
      |integrity|not (?:overselling|pretending|hiding|sugar-?coating))\b|\b(?:your|his|her
      |the) (?:honesty|candou?r|openness|frankness|transparency|straight answers?)\b
      |\bhonest (?:of you|with (?:us|me)|enough to)\b|\bstraight with (?:us|me)\b|\b(?:thank\w*
      |appreciat\w+|values?|valued|like|likes|liked)\b[^.;]{0,30}\b(?:being |you are |were )?(?:open
      |honest|straight|frank|upfront|clear) (?:about|with)\b|\b(?:values?|valued|like[ds]?
      |appreciate[ds]?|respect(?:s|ed)?) that (?:you|we|he|she|they) (?:say|said|tell|told|admit\w*
      |own\w*|did not|didn'?t|do not|don'?t)\b|\bfor that (?:i|we) (?:trust|believe)\b|\b(?:straight
      |honest|plain) answers?\b|\blevel(?:led)? with (?:us|me)\b
    `,
    unless: wording`
      \b(?:please be|be honest|to be honest|if (?:you|i) (?:are|am|were) honest|in all honesty
      |we value|need (?:your )?honest|lack of|no transparency|more transparency|want|need|give (?:me
      |us)|answer on timing)\b
    `,
    status: 'said',
    strength: 0.8,
  },
  {
    pattern: wording`
      \b(?:you|he|she|they|your \w+|\p{L}+)${NEAR} (?:told|admitted|said|reported|owned up|showed
      |put|pointed out|mentioned|called|flagged|warned|wrote)${GAP} (?:without hiding|before (?:i
      |we) (?:asked|found|noticed)|even though it|the bad|what (?:it|the product) (?:can'?t|cannot
      |does not|doesn'?t)|straight (?:away|out)|yourself|themselves|your own (?:fault|mistake
      |failed)|openly|honestly|the (?:weak|limits?|downsides?|drawbacks?))\b|\bown failed\b
      |\b(?:kept|keeps?|keeping) (?:your|his|her|their) (?:word|promises?)\b|\b(?:did|does|delivered
      |do) (?:exactly )?what (?:you|he|she|they) (?:said|promised|say)\b
      |\bnever (?:once )?(?:let (?:us|me) down|lied|oversold)\b|\b(?:as|just as|exactly as
      |like) (?:you |he |she )?promised\b|\bnobody (?:else )?does that\b|\b(?:no|without) (?:spin
      |sugar-?coating|sales talk|bull)\b|\b(?:talked|advised) (?:me|us) out of\b
    `,
    unless: wording`
      \b(?:not|n'?t) (?:as|like|what) (?:you )?promised|as promised,? (?:i|we|here|please|the
      |attached|find)|please|hope
    `,
    status: 'said',
    strength: 0.7,
    tolerates: ['negated', 'you'],
  },
];
