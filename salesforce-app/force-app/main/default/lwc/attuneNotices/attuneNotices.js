import { LightningElement, api } from 'lwc';

/** What to know before trusting the rest; small, so that the next step stays in sight. */
export default class AttuneNotices extends LightningElement {
  /** `{ key, title, text }[]` */
  @api notices;
}
