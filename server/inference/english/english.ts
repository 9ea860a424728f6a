import type { LanguageWords } from '../language/language.ts';
import { ALIKE_WORDINGS } from './alike-wordings.ts';
import { COMMON_WORDS } from './common-words.ts';
import { CUES, PAIR_CUES } from './cues/table.ts';
import { HOLDER_WORDS } from './holder-words.ts';
import { OFF_LIMITS } from './off-limits.ts';
import { REPORT_WORDS } from './report-words.ts';
import { SCOPE_WORDS } from './scope-words.ts';
import { STATEMENT_WORDS } from './statements/statement-words.ts';
import { TOPIC_SIGNS } from './topic-signs.ts';

const MODEL = new URL('../model/', import.meta.url);

/** All that the reader knows of English. */
export const ENGLISH_WORDS: LanguageWords = {
  code: 'en',
  commonWords: COMMON_WORDS,
  cueTable: { cues: CUES, pairCues: PAIR_CUES },
  scope: SCOPE_WORDS,
  statements: STATEMENT_WORDS,
  topics: TOPIC_SIGNS,
  offLimits: OFF_LIMITS,
  reports: REPORT_WORDS,
  holders: HOLDER_WORDS,
  alike: ALIKE_WORDINGS,
  heads: {
    gate: new URL('driver-gate.bin', MODEL),
    heads: new URL('driver-heads.bin', MODEL),
  },
};
