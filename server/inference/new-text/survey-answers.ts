import type { Span } from '../source-text.ts';
import type { Line } from './lines.ts';

/** "Q3. What nearly stopped you from buying?", "Would you recommend us? 4", "Why?" at a line's start: our words. */
const QUESTION =
  /^\s*(?:(?:q(?:uestion)?\s*\d*|\d+)\s*[.:)–-]\s*)?(?:(?:nps|csat|ces)\b\s*[-–:]?\s*)?(?:how|what|why|would|which|did|do|does|are|were|is|was|any(?:thing)?|where|who|when|please|in your|tell us|describe)\b[^?\n]{0,200}\?\s*/iu;
const LABEL =
  /^\s*(?:(?:q(?:uestion)?|a(?:nswer)?)\s*\d*|answer|comments?|reason|feedback|free text|score(?: given)?|rating|in your own words|tell us more|additional comments?|anything else|nps|csat|ces|response|verbatim|why)\s*(?:\([^)]*\))?\s*[:–-]\s*/iu;
/** A statement to rate: `CES - "The portal made it easy": 6/7`. */
const RATED_STATEMENT =
  /^\s*(?:(?:nps|csat|ces)\b\s*[-–:]?\s*)?["“'][^"”\n]{5,200}["”']\s*[:–-]\s*|^\s*(?:nps|csat|ces)\b[^\n:]{0,120}:\s*/iu;
/** One of a list, with its rating behind it: `Q4 The price is fair: 3 – Neutral`. */
const RATED_LINE =
  /^\s*(?:q\s*)?\d{1,3}\s*[.:)–-]?\s+[^:\n]{3,200}[:–=]\s*\d{1,2}(?:\s*\/\s*\d{1,2})?\s*(?:[-–:(]\s*[\p{L} ]{2,30}\)?)?\s*$/iu;
const SCORE =
  /^\s*(?:score\s*:?\s*)?\d{1,2}(?:\s*(?:\/|out of|of)\s*\d{1,2})?(?=\s*(?:$|[-–,.;:(]))\s*[-–,.;:]?\s*/iu;
const RATING_WORDS =
  /^\s*(?:very |quite |somewhat |extremely |neither )?(?:dis|un)?(?:satisfied|agree|disagree|likely|happy)(?: nor \w+)?\s*$/iu;

/** No form prints so wide a gap; with one, patterns of several optional parts would take time without end. */
const WIDE_GAP = /\S\s{40,}\S/;

/** Only the answers: the survey's own questions and statements are our side's words. */
export function surveyAnswers(text: string, lines: readonly Line[]): readonly Span[] {
  const several = lines.filter((line) => line.text !== '').length > 1;
  return lines.flatMap((line) => {
    const words = text.slice(line.start, line.end).trimEnd();
    const answer = WIDE_GAP.test(words) ? null : answerOf(words, several);
    return answer === null ? [] : [{ start: line.start + answer, end: line.end }];
  });
}

/** Offset in the line at which the answer begins; null when there is none. */
function answerOf(line: string, several: boolean): number | null {
  let from = 0;
  for (const pattern of [LABEL, RATED_STATEMENT, QUESTION, LABEL, SCORE]) {
    const match = pattern.exec(line.slice(from));
    if (match === null) continue;
    const isAll = match[0].length === line.length - from;
    if (pattern === QUESTION && isAll && !several) continue;
    from += match[0].length;
  }
  const rest = line.slice(from);
  return isAnswer(rest) && !RATED_LINE.test(line) ? from : null;
}

function isAnswer(rest: string): boolean {
  return rest.trim() !== '' && !RATING_WORDS.test(rest);
}
