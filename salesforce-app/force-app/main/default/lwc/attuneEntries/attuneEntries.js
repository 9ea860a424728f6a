import { LightningElement, api } from 'lwc';

/** Cells of the empathy map, or the five questions: what is known, how, and from where. */
export default class AttuneEntries extends LightningElement {
  /** `{ key, label, isEmpty, entries: { key, text, status, source }[] }[]` */
  @api cells;
}
