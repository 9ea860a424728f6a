import type { StatementWords } from '../../statements/statements-in.ts';
import { ACCOMMODATION } from './accommodations.ts';
import {
  JOB_CONSENSUS,
  JOB_PROBLEM,
  JOB_REQUIREMENTS,
  JOB_SOLUTION,
  JOB_SUPPLIER,
  JOB_VALIDATION,
} from './buying-jobs.ts';
import { COMMITMENT } from './commitments.ts';
import { COMPETITOR, NAMED_COMPETITOR } from './competitors.ts';
import { OBJECTION } from './objections.ts';
import { OBSTACLE } from './obstacles.ts';
import { PERSONA_SIGNS } from './persona-signs.ts';
import { RISK_INVESTMENT, RISK_JOB, RISK_PRODUCTIVITY, RISK_REPUTATION } from './risks.ts';
import { SURVEY_SCORE } from './survey-scores.ts';

export const STATEMENT_WORDS: StatementWords = {
  signs: [
    ...PERSONA_SIGNS,
    ...[COMMITMENT, OBJECTION, OBSTACLE, NAMED_COMPETITOR, COMPETITOR],
    ...[RISK_INVESTMENT, RISK_PRODUCTIVITY, RISK_REPUTATION, RISK_JOB],
    ...[ACCOMMODATION, SURVEY_SCORE],
    ...[JOB_PROBLEM, JOB_SOLUTION, JOB_REQUIREMENTS, JOB_SUPPLIER, JOB_VALIDATION, JOB_CONSENSUS],
  ],
  /** It begins as a question in one of its clauses, or says "you". */
  directQuestion:
    /(?:^|[,:;-] ?|\b(?:and|so|but|also) )\W{0,3}(?:can|could|would|will|do|does|did|is|are|was|were|have|has|how|what|which|who|when|where|why|may|might|shall|should|any|what's|who's|how's)\b|\byou\b/u,
};
