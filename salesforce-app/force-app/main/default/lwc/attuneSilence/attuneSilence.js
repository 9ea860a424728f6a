import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** No reason is asked for; it holds at once. */
export default class AttuneSilence extends LightningElement {
  /** `{ id, label }` */
  @api person;

  silence() {
    raise(this, 'attunesilence', { personId: this.person.id });
  }
}
