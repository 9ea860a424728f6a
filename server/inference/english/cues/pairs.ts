import type { DriverCues } from '../../cues/cue.ts';
import { wording } from '../../cues/wording.ts';

const WE_WERE_TOLD =
  '(?:you|your \\w+|we were|i was|mr\\.? \\w+|mrs\\.? \\w+|ms\\.? \\w+|the \\w+ page|your colleague)(?: \\w+){0,3} (?:said|told|promised|wrote|quoted|assured|swore|had promised|claimed)';

/** What only two sentences together say: our words against our deeds, a question against its answer. */
export const PAIRS: readonly DriverCues[] = [
  {
    driver: 'trust',
    threatened: [
      {
        pattern: wording`
          ^[^.!?]*\b${WE_WERE_TOLD}\b[^.!?]*[.!?]\s+(?:there (?:was|is) no|but|now|in (?:article
          |clause|point|annex|the contract)|the (?:contract|quote|offer|invoice|paper|order form
          |agreement)\b[^.!?]*\b(?:no|not|nothing|another|different|without)\b|today|instead|nothing
          |it (?:did not|didn'?t|has not|hasn'?t|took)|that (?:was|is) (?:not|\d+))
        `,
        unless: '\\b(?:thank|glad|great|as promised)\\b|\\?',
        status: 'said',
        strength: 0.75,
        tolerates: ['negated', 'you'],
      },
    ],
    met: [],
  },
  {
    driver: 'being_heard',
    threatened: [
      {
        pattern: wording`
          ^[^.!?]*\bi (?:asked|raised|put|wrote|requested|brought)\b[^.!?]*[.!?]\s+(?:you (?:explain
          |answer|tell|send|write)\w*(?: \w+){0,2} (?:again|what|about|something)|(?:the
          |your) (?:proposal|answer|offer|mail|reply|document|quote)\b[^.!?]*\b(?:doesn'?t|does not
          |not|no|nothing|without)\b|no (?:answer|reply|reaction)|nothing\b)
        `,
        unless: '\\b(?:thank|glad)\\b|\\?',
        status: 'implied',
        strength: 0.75,
        tolerates: ['negated', 'you'],
      },
    ],
    met: [],
  },
];
