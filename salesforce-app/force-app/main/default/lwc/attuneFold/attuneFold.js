import { LightningElement, api } from 'lwc';

/** A line that unfolds: lighter than an accordion, whose headings outweigh the card's own in a sidebar. */
export default class AttuneFold extends LightningElement {
  @api label;
  /** As it stands at first; after that it is the viewer's to say. */
  @api startsOpen;
  toggled;

  get isOpen() {
    return this.toggled ?? Boolean(this.startsOpen);
  }

  get expanded() {
    return String(this.isOpen);
  }

  get icon() {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  toggle() {
    this.toggled = !this.isOpen;
  }
}
