import { clauseSpan } from '../evidence.ts';
import type { Finding } from '../find-readings.ts';
import type { SentenceHeard } from '../hear-sentences.ts';
import { calibrated } from './calibrate.ts';
import { featuresOf } from './features-of.ts';
import { isPlain, judgeFindings, type JudgedFinding } from './judge-findings.ts';
import type { Likelihoods, Weighable, WeighWordings } from './weigh-wording.ts';

/** What stands in a sentence that was heard. */
export interface JudgedSentence {
  readonly heard: SentenceHeard;
  readonly judged: readonly JudgedFinding[];
}

export function judgeSentences(
  sentences: readonly SentenceHeard[],
  weighWordings: WeighWordings,
): readonly JudgedSentence[] {
  const clauses = weighClauses(sentences, weighWordings);
  const weighables = sentences.map((heard) => ({
    heard,
    ...weighable(heard.wording, heard.findings),
  }));
  return weighWordings(weighables).map(({ of: { heard }, likelihoods }) => ({
    heard,
    judged: judgeFindings(heard, { sentence: calibrated(likelihoods, heard.voice), clauses }),
  }));
}

/** The clauses of plain findings that are not all of their sentence. */
function weighClauses(
  sentences: readonly SentenceHeard[],
  weighWordings: WeighWordings,
): ReadonlyMap<Finding, Likelihoods> {
  const clauses = sentences.flatMap((heard) =>
    heard.findings.flatMap((finding) => {
      const wording = isPlain(finding) ? clauseWording(heard, finding) : null;
      const { voice } = heard;
      return wording === null ? [] : [{ finding, voice, ...weighable(wording, [finding]) }];
    }),
  );
  return new Map(
    weighWordings(clauses).map(({ of: { finding, voice }, likelihoods }) => [
      finding,
      calibrated(likelihoods, voice),
    ]),
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
