import type { OpenConcern } from '../../shared/card.ts';
import type { Concern } from '../domain/concern.ts';
import type { DealFile } from '../domain/deal-file.ts';
import { mostTelling, wantsToSee } from '../domain/lead-quote.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import { timesWord } from '../playbook/situation.ts';
import { quoteOf } from './quote.ts';

/** What stands open, as a noun phrase. */
export function openWords({ driver, raised }: Concern): string {
  const wantsProof = driver === 'trust' && wantsToSee(mostTelling(raised.toReversed()));
  return wantsProof ? 'Something to see before they believe it' : NEED_WORDS[driver].open;
}

/** Open concerns as the card lists them, oldest first; each quotes the time that tells most. */
export function lineConcerns(file: DealFile, open: readonly Concern[]): readonly OpenConcern[] {
  return open.flatMap((concern) => {
    const last = mostTelling(concern.raised.toReversed());
    if (last === undefined) return [];
    const count = concern.raised.length;
    const again = count > 1 ? `, raised ${timesWord(count)}` : '';
    return [
      {
        id: concern.id,
        driver: concern.driver,
        text: [`${openWords(concern)}${again}`],
        raisedAt: concern.raisedAt,
        timesRaised: count,
        quote: quoteOf(file, last),
      },
    ];
  });
}
