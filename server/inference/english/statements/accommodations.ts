import { compileSign } from '../../statements/statement-sign.ts';

const AID =
  '(?:captions?(?! editor)|captioning|subtitles?|a transcript|sign[- ]language|screen[- ]?readers?|large(?:r)? (?:print|font|type|text|letters)|bigger (?:font|letters|print)|high[- ]contrast|easy[- ]read|plain english|simple english|alt text|in braille|keyboard[- ]only|voice control|speech[- ]to[- ]text|text[- ]to[- ]speech|no flashing)';
const PLACE =
  '(?:step[- ]free|a ramp|a lift|lift access|level access|an? (?:sign )?interpreter|a quiet(?:er)? room|a hearing loop|an induction loop)';

/** How things must be done so that they can take part. What they say, never a reason. */
export const ACCOMMODATION = compileSign({
  kind: 'accommodation',
  anyOf: [
    `\\b${AID}\\b`,
    `\\b(?:i|we|she|he|they)(?:'ll|'d| will| would)? needs? (?:\\w+ )?${PLACE}|\\b(?:is there|do you have|could (?:we|i) have|can (?:we|i) have|please (?:book|arrange)) ${PLACE}`,
    "\\b(?:please |could you |can you |would you |we'd ask you to |i'd ask you to |kindly |if (?:you|everyone) could )(?:all )?(?:please )?(?:speak|talk|go|read)(?: \\w+){0,3}? (?:slow(?:er|ly)|loud(?:er|ly)|up|clearly|one at a time)",
    '\\b(?:send|share|have|get|see|need|mail|receive)(?: \\w+){0,5}? (?:slides?|questions|agenda|deck|materials?|text|script) (?:\\w+ )?(?:in advance|beforehand|ahead of (?:time|the (?:call|meeting|session))|the day before|a day before|(?:two|2) days before)',
    "\\b(?:camera|video) (?:off|stays off)\\b|\\bwithout (?:camera|video)\\b|\\b(?:i|we) (?:can't|cannot|don't) (?:hear|follow|do)(?: \\w+){0,4}? (?:on the phone|by phone|on calls|on video|when (?:several|two|many) people)",
    '\\b(?:in writing|by (?:e-?mail|text|chat))(?:,? please)? (?:rather than|instead of|not) (?:by |on |over )?(?:the )?(?:phone|calls?|a call|video)',
    "\\b(?:i|we|she|he|they)(?:'d| would)? needs? (?:(?:a bit|a little|some) )?(?:more|extra|longer) (?:time )?(?:to read|for reading|breaks|to answer in writing)|\\b(?:a|short|with|need|needs|have) breaks? (?:every|after (?:each|every)|in between)\\b",
    '\\b(?:english|german|french|spanish) is (?:not|only) (?:my|our|her|his|their) (?:first|second|third|mother|native)|\\b(?:my|our|her|his|their) english is (?:not|only|limited|weak|basic)',
    '\\brecord(?:ed|ing)?(?: \\w+){0,4}? (?:so that|so) (?:i|we|she|he|they|those|everyone) can (?:listen|watch|read|follow|play)',
  ],
  unless: [
    '\\b(?:feature|roadmap|product|portal|website|app|player|video) (?:has|have|supports?|comes with|offers?) (?:\\w+ )?(?:captions?|subtitles?|screen)',
    '\\bthanks? (?:you )?in advance\\b|\\bif you (?:need|want|prefer)\\b',
  ],
});
