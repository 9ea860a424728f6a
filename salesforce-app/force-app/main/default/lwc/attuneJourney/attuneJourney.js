import { LightningElement, api } from 'lwc';

/** Where the buyer stands, and how they came there in words. */
export default class AttuneJourney extends LightningElement {
  /** `{ current, steps, points, isEmpty }` */
  @api journey;
}
