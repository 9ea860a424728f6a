import { LightningElement, api } from 'lwc';

/** The order is the promise: headline, chips and next step stand in the first 400 px of a sidebar. */
export default class AttuneInsight extends LightningElement {
  @api view;
  @api answers;
}
