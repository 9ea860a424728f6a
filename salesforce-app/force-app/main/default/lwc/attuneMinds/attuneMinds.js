import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** Two or three needs at most: the first open, the others folded. The rep may change their mind about an answer. */
export default class AttuneMinds extends LightningElement {
  /** `{ key, label, sentence, quotes, against }[]` */
  @api minds;
  /** Verdicts by "driver <key>". */
  @api answers;

  get claims() {
    return this.minds.map((claim, place) => {
      const verdict = this.answers[`driver ${claim.key}`];
      const isRight = verdict === 'right';
      const isNotRight = verdict === 'not_right';
      return {
        ...claim,
        isFirst: place === 0,
        isRight,
        isNotRight,
        right: isRight ? 'Right, noted' : 'Right',
        notRight: isNotRight ? 'Not right, noted' : 'Not right',
      };
    });
  }

  answer({ currentTarget: { dataset } }) {
    raise(this, 'attuneanswer', {
      kind: 'driver',
      subject: dataset.driver,
      verdict: dataset.verdict,
    });
  }
}
