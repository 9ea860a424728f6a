import { compileSign } from '../../statements/statement-sign.ts';

const OF_TEN = '(?:10|\\d(?:[.,]\\d)?|two|three|four|five|six|seven|eight|nine|ten)';

/** A number that they give as a rating, in running words; what stands in a form's own field is read with its activity. */
export const SURVEY_SCORE = compileSign({
  kind: 'survey_score',
  anyOf: [
    `(?:^|[\\s(:])(?<outOf>${OF_TEN} ?(?:/ ?10|out of (?:10|ten))|[0-5](?:[.,]\\d)? ?(?:/ ?5|out of (?:5|five)))(?![\\d/.]\\d|\\d)(?=\\s*(?:$|[.,;:!)"-])|\\s+(?:for|on|because|but|and|as|overall|so|since|if|from me|at|with|would|in)\\b)`,
    `\\b(?:i(?:'d| would)?|we(?:'d| would)?|he|she|they)(?: (?:only|just|still|would|can|could|have|must))* (?:give|gave|rate|rated|score|scored|put)(?: (?:it|you|this|that|them|your|the|us|support|onboarding|training|service|tool|team|an?|at|as|down))* (?<given>${OF_TEN})(?= ?(?:$|[.,;:!)/](?!\\d)| (?:out of|for|on|because|but|and|stars?|points?|today|now|at most|overall)\\b))`,
    '\\b(?<stars>[1-5]|one|two|three|four|five) stars?\\b',
    `\\b(?:score|rating|nps|csat|ces)(?: (?:is|was|of|from me|for (?:it|you|support|onboarding|training)|would be))*\\s*[:=]? ?(?:a |an )?(?<rated>${OF_TEN})(?![\\d%]|[.,/]\\d\\d)\\b`,
    '\\b(?:a|an) (?:solid|strong|weak|clear|generous|honest|fair) (?<solid>10|[1-9]|two|three|four|five|six|seven|eight|nine|ten)(?=\\s*(?:$|[.,;:!]| (?:for|from|out of|because|but)\\b))',
  ],
  unless: [
    '\\b(?:stars? (?:hotel|energy)|star (?:hotel|rated|restaurant)|page|section)\\b',
    '\\b(?:score at least|above|below)\\b|\\b(?:call|mtg|meeting|birthday|due|by|on|until|task|sent|from|w/ \\w+|set for) \\d{1,2}/\\d',
  ],
});
