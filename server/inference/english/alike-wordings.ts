import type { AlikeWording } from '../heads/plain-wording.ts';

/**
 * What must change no reading stands in as one word each: the day of the week, the month, any number, who is named and
 * whether they are a he or a she. (*May* is a month even where it is a verb: the heads have learnt it so.)
 */
export const ALIKE_WORDINGS: readonly AlikeWording[] = [
  [/\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day?s?\b/g, 'weekday'],
  [
    /\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/g,
    'month',
  ],
  [/\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?\b/g, '0'],
  [/\bs?he\b/g, 'they'],
  [/\b(?:him|his|hers?|their)\b/g, 'them'],
];
