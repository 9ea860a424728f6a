import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** "mail, 5 days ago", and the way to it. */
export default class AttuneSource extends LightningElement {
  /** `{ label, recordId }` */
  @api source;

  open() {
    raise(this, 'attuneopen', { recordId: this.source.recordId });
  }
}
