import { clauseSpan } from '../evidence.ts';
import type { Finding } from '../find-readings.ts';
import type { SentenceHeard } from '../hear-sentences.ts';
import { featuresOf } from './features-of.ts';
import { isPlain, judgeFindings, type JudgedFinding } from './judge-findings.ts';
import { weighWordings, type Likelihoods, type Weighable } from './weigh-wording.ts';

/** What stands in each of a text's sentences. */
export function judgeSentences(
  heard: readonly SentenceHeard[],
): readonly (readonly JudgedFinding[])[] {
  const weighed = weighWordings(heard.map(({ wording, findings }) => weighable(wording, findings)));
  const clauses = weighClauses(heard);
  return heard.map((each, at) => {
    const sentence = weighed[at];
    return sentence === undefined ? [] : judgeFindings(each, { sentence, clauses });
  });
}

/** The clauses of plain findings that are not all of their sentence. */
function weighClauses(heard: readonly SentenceHeard[]): ReadonlyMap<Finding, Likelihoods> {
  const clauses = heard.flatMap((each) =>
    each.findings.flatMap((finding) => {
      const wording = isPlain(finding) ? clauseWording(each, finding) : null;
      return wording === null ? [] : [{ finding, ...weighable(wording, [finding]) }];
    }),
  );
  const weighed = weighWordings(clauses);
  return new Map(
    clauses.flatMap(({ finding }, at) => {
      const likelihoods = weighed[at];
      return likelihoods === undefined ? [] : [[finding, likelihoods] as const];
    }),
  );
}

function clauseWording({ sentence, wordingOf }: SentenceHeard, finding: Finding): string | null {
  if (finding.sentence !== sentence) return null;
  const { start, end } = clauseSpan(sentence, finding.core);
  if (start === sentence.start && end === sentence.end) return null;
  return wordingOf(sentence.normal.slice(start - sentence.start, end - sentence.start).trim());
}

function weighable(wording: string, findings: readonly Finding[]): Weighable {
  return { wording, features: featuresOf(wording, findings) };
}
