import { createFindReadings, type CueTable, type FindReadings } from '../find-readings.ts';
import type { AlikeWording } from '../heads/plain-wording.ts';
import { createWeighWordings, type HeadFiles, type WeighWordings } from '../heads/weigh-wording.ts';
import type { HolderWords } from '../holder.ts';
import { createReportsBuyer, type ReportsBuyer, type ReportWords } from '../reported.ts';
import { createScope, type ScopeOf, type ScopeWords } from '../scope.ts';
import {
  createStatements,
  type StatementsIn,
  type StatementWords,
} from '../statements/statements-in.ts';
import { createTopics, type TopicSigns, type TopicsOf } from '../topics.ts';

/**
 * All that the reader must be told to read a language: one folder of words and one set of heads, which learn from texts in
 * it. How the words are used is the same for every language.
 */
export interface LanguageWords {
  /** ISO 639-1. */
  readonly code: string;
  /** With spaces between them: what tells a text of it from one in another language. */
  readonly commonWords: string;
  readonly cueTable: CueTable;
  readonly scope: ScopeWords;
  readonly statements: StatementWords;
  readonly topics: TopicSigns;
  /** What is never read: in a normalised sentence that holds one of these. */
  readonly offLimits: RegExp;
  readonly reports: ReportWords;
  readonly holders: HolderWords;
  readonly alike: readonly AlikeWording[];
  readonly heads: HeadFiles;
}

/** A language ready to read. */
export interface Language extends FindReadings {
  readonly code: string;
  readonly commonWords: ReadonlySet<string>;
  readonly scopeOf: ScopeOf;
  readonly statementsIn: StatementsIn;
  readonly topicsOf: TopicsOf;
  /** `normal` is a normalised sentence. */
  readonly isOffLimits: (normal: string) => boolean;
  readonly reportsBuyer: ReportsBuyer;
  readonly holderWords: HolderWords;
  readonly alike: readonly AlikeWording[];
  readonly weighWordings: WeighWordings;
}

/** Nothing is derived or loaded before the first text. */
export function openLanguage(words: LanguageWords): Language {
  const scopeOf = createScope(words.scope);
  return {
    code: words.code,
    commonWords: new Set(words.commonWords.split(' ')),
    ...createFindReadings(words.cueTable, scopeOf),
    scopeOf,
    statementsIn: createStatements(words.statements),
    topicsOf: createTopics(words.topics),
    isOffLimits: (normal) => words.offLimits.test(normal),
    reportsBuyer: createReportsBuyer(words.reports),
    holderWords: words.holders,
    alike: words.alike,
    weighWordings: createWeighWordings(words.heads),
  };
}
