import type { Evidence } from '../domain/evidence.ts';

const FEELING =
  /\b(worried|worry|worries|anxious|nervous|afraid|scared|uneasy|frustrated|frustrating|annoyed|annoying|angry|tired of|sick of|fed up|dread|disappointed|upset|stressed|overwhelmed|confused|unhappy|happy|glad|delighted|relieved|excited|comfortable|confident|proud|pleased|hopeful|grateful|uncomfortable)\b/i;

/** A denial shortly before turns the word round: "not worried", "nobody is happy". */
const DENIED =
  /\b(not|no|never|nobody|without|hardly|isn't|wasn't|aren't|don't|didn't)\b[^.,;]{0,24}$/i;

/** The feeling word the buyer used, exactly as written; null when there is none, or when it was not their own pen. */
export function findFeelingWord(evidence: Evidence): string | null {
  if (evidence.status !== 'said' && evidence.status !== 'implied') return null;
  const found = FEELING.exec(evidence.shown);
  if (found === null || DENIED.test(evidence.shown.slice(0, found.index))) return null;
  return found[0];
}
