import { LightningElement, api } from 'lwc';

/** One step with its reason and the card's only strong button; other ways stay folded. */
export default class AttuneNextStep extends LightningElement {
  @api step;
  @api others;
  @api answers;
}
