import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** What is on their mind in a sentence, about whom, and both stages. */
export default class AttuneHeading extends LightningElement {
  /** `{ headline, person, stage, isMismatch, updated, choice, notices }` */
  @api heading;

  get stageClass() {
    return this.heading.isMismatch ? 'chip chip_mismatch' : 'chip';
  }

  choose(event) {
    raise(this, 'attunechoose', { choice: event.detail.value });
  }
}
