import { LightningElement, api } from 'lwc';

export default class AttuneWhy extends LightningElement {
  /** `{ rule, conditions, wouldMove, focus }`, or null. */
  @api why;
}
