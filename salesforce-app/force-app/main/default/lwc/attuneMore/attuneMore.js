import { LightningElement, api } from 'lwc';

export default class AttuneMore extends LightningElement {
  @api panels;
}
