import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** Why there is nothing to tell, and a question worth asking where there is one. */
export default class AttuneState extends LightningElement {
  /** `{ title, text, stage, ask, choice, notices, coverage }`; all but the first two may be absent. */
  @api view;

  choose(event) {
    raise(this, 'attunechoose', { choice: event.detail.value });
  }
}
