import type { ReportWords } from '../reported.ts';

export const REPORT_WORDS: ReportWords = {
  opinion:
    /\b(?:i (?:think|reckon|guess|feel|believe|suspect|doubt|assume|bet|sense|fear|hope|'d say|would say|wonder|expect|imagine)|i'd (?:say|guess|bet)|i'm (?:sure|not sure|afraid|worried|confident|hopeful)|my (?:read|take|view|guess|gut|feeling|hunch|impression|sense|bet|worry|fear)|(?:gut|vibe|hunch|imo|imho|tbh|afaict|prob(?:ably|s)?|presumably|apparently|hypothes[ie]s|theory|\(mine\)|(?:i|we) came away|seems?(?: to| like| that)?|seemed|looks like|feels like|sounds like|sounded|came across|comes across|smells like|could be|might be|may be|must be|maybe|perhaps|likely|surely|obviously|clearly (?:he|she|they)|doubt (?:it|he|she|they|that|we))|guess(?:ing)?)\b|\?\s*$/,
  toDo: /^\W*(?:left (?:a |him |her |them )?(?:another )?(?:vm|voice ?mail|message)|tried (?:again|to (?:call|reach|ring))|no answer|attempt(?:ed)?)\b|^\W*(?:next(?: steps?)?|to-?dos?|actions?|follow[- ]?ups?|fup|f\/u|me|us|we|i|ai|owner|send|call|ping|ask|check|find|get|book|prep(?:are)?|chase|share|schedule|invite|loop in|set up|draft|remind|update|confirm|push|move|moved|park|forecast|close plan|plan|note to self|lesson|strategy|idea|risk|our ask|agenda)\b\s*[:=\-–>]|^\W*(?:next|todo|to-do|action|me|us)\b|^\W*(?:send|ping|chase|book|prep|check w|follow up|loop in|need to|must|should|will send|moved? to)\b|^\W*(?:i|we|i'll|i've|we'll|i'd|i'm)\b(?!.{0,20}\b(?:told|asked)\b)/,
  reportsToMe: /\b(?:told|tells|asked|asks|said to|wrote) (?:me|us)\b/,
};
