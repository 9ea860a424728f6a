import { LightningElement, api } from 'lwc';

/** Words, at first those of them that can be read at a glance, whose they are, and the way to where they stand. */
export default class AttuneQuote extends LightningElement {
  /** `{ glance, whole, author, source }`; `whole` is null where the glance is all of it. */
  @api quote;
  isUnfolded = false;

  get isFoldable() {
    return this.quote.whole !== null && !this.isUnfolded;
  }

  get words() {
    return this.isUnfolded ? this.quote.whole : this.quote.glance;
  }

  unfold() {
    this.isUnfolded = true;
  }
}
