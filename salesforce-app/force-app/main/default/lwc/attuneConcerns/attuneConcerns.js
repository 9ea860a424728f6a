import { LightningElement, api } from 'lwc';

export default class AttuneConcerns extends LightningElement {
  /** `{ id, text, age, quote }[]`, the oldest first. */
  @api lines;
  /** "+ 2 more", or null. */
  @api more;
}
