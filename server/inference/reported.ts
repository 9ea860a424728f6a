import type { Sentence } from './clauses.ts';
import { nameWords } from './people.ts';
import type { Participant } from './reading.ts';

/** How reps note what is not the buyer's. Over normalised sentences. */
export interface ReportWords {
  /** The rep's own view of the buyer: never a reading. */
  readonly opinion: RegExp;
  /** What the rep will do, or someone of our side. */
  readonly toDo: RegExp;
  readonly reportsToMe: RegExp;
}

/** True for a sentence of a note that reports what the buyer said, felt or told of their world. */
export type ReportsBuyer = (sentence: Sentence, sellers: readonly Participant[]) => boolean;

export function createReportsBuyer({ opinion, toDo, reportsToMe }: ReportWords): ReportsBuyer {
  return ({ normal }, sellers) => {
    if (opinion.test(normal)) return false;
    if (toDo.test(normal) && !reportsToMe.test(normal)) return false;
    return !startsWithSeller(normal, sellers);
  };
}

function startsWithSeller(normal: string, sellers: readonly Participant[]): boolean {
  const first = /^[\W\d]*([\p{L}\p{M}'-]+)/u.exec(normal)?.[1] ?? '';
  return sellers.some((seller) => nameWords(seller).includes(first));
}
