import { LightningElement, api } from 'lwc';

/** The buying group: needs per person, who pulls apart, which roles nobody fills. */
export default class AttunePeople extends LightningElement {
  /** `{ id, name, who, needs }[]` */
  @api people;
  /** `{ key, text }[]` */
  @api notes;
}
