import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

export default class AttuneCopy extends LightningElement {
  @api what;
  @api text;

  get title() {
    return `Copy ${this.what}`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      raise(this, 'attunetell', { variant: 'success', title: `Copied: ${this.what}.` });
    } catch {
      raise(this, 'attunetell', {
        variant: 'error',
        title: 'The browser did not allow copying.',
      });
    }
  }
}
