/** How people name the day by which something is done, over normalised text. */

const DAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|tomorrow|tonight|today)';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2})`;
const PERIOD = `(?:week|month|quarter|year|weekend|${MONTH}|q[1-4]|(?:cw|kw|week|wk) \\d{1,2})`;
const BEFORE = `(?:by|before|until|till|on|from|no later than|not later than|latest|at the latest(?: by| on)?|(?:in|within|during)(?= the (?:week|month|quarter)| q[1-4]| (?:cw|kw|week) | ${MONTH}\\b)|for)`;
const PART =
  '(?:(?:the )?(?:very )?(?:end|close|start|beginning|middle) of (?:play |business )?|early |mid[- ]?|late |first thing (?:on )?|latest )';
const WHICH = '(?:this |next |the coming |coming |the following |following |the )';

/** "by Friday", "before the end of next week", "tomorrow", "within two days", "eod". */
export const MOMENT = `(?:(?:${BEFORE} )?${PART}?${WHICH}?(?:${DATE}|${DAY}|(?<=\\b(?:by|before|until|this|next|coming|following|end of|the|in|mid-?|early|late|of) )${PERIOD})(?: (?:morning|afternoon|evening|noon|lunch|week|night|eod|cob))?\\b|(?:within|in) (?:the next )?(?:\\d+|a|an|one|two|three|four|five|six|ten|a few|a couple of)(?: (?:working|business))? (?:hours?|days?|weeks?|months?)|(?:by |before )?(?:eod|eow|cob|close of business|end of (?:the )?(?:day|week|month|quarter|year)|noon|lunch(?:time)?)\\b)`;

/** Up to eight words of the same clause, as few as will do. */
export const SOME_WORDS = '(?: [^\\s,;.?!:()]+){0,8}?';
