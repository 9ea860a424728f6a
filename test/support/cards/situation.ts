import type { DealFile } from '../../../server/domain/deal-file.ts';
import { foldBeliefs } from '../../../server/domain/fold-beliefs.ts';
import { foldConcerns } from '../../../server/domain/fold-concerns.ts';
import type { Situation } from '../../../server/playbook/situation.ts';
import { NOW, aDealFile, aPerson } from './deal-file.ts';

/** Dana's situation in a file, as insight would make it. */
export function aSituation(file: DealFile = aDealFile(), over: Partial<Situation> = {}): Situation {
  const own = (each: { readonly personId: string }): boolean => each.personId === 'dana';
  return {
    file,
    person: aPerson(),
    role: null,
    stage: 'consideration',
    beliefs: foldBeliefs(file, NOW).filter(own),
    concerns: foldConcerns(file, NOW).filter(own),
    meeting: null,
    now: NOW,
    ...over,
  };
}
