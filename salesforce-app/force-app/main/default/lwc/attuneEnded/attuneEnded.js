import { LightningElement, api } from 'lwc';

/** As many as on an open deal's card. */
const SHOWN = 2;

/** A lost or abandoned deal: what was left open, the oldest first, and no advice. */
export default class AttuneEnded extends LightningElement {
  @api view;

  get hasNone() {
    return this.view.leftOpen.length === 0;
  }

  get firstLines() {
    return this.view.leftOpen.slice(0, SHOWN);
  }

  get more() {
    const count = this.view.leftOpen.length - SHOWN;
    return count > 0 ? `+ ${count} more` : null;
  }
}
