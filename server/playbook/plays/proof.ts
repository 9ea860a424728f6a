import type { Stage } from '../../../shared/vocabulary.ts';
import type { Play } from './play.ts';

/** Trust where our statements do not differ but are not believed any more: one thing to see, at every stage before the start. */
export const PROOF_PLAYS: readonly Play[] = [
  play('awareness', 'Offer {first} ten minutes with a customer of ours, without us'),
  play('consideration', 'Show {first} the thing itself on their own case'),
  play('decision', 'Let {first} see it work on their own case'),
];

function play(stage: Stage, title: string): Play {
  return {
    id: `${stage}.trust.threatened.proof`,
    stage,
    driver: 'trust',
    pole: 'threatened',
    title,
    because: 'seeing it counts more than our word.',
    needs: 'a case of theirs, prepared',
    action: 'meeting',
    toShow: true,
  };
}
