import { LightningElement, api } from 'lwc';

const PANELS = [
  { panel: 'brief', label: 'Brief' },
  { panel: 'why', label: 'Why' },
  { panel: 'more', label: 'More' },
];

/** One panel at a time, below its button: a sidebar has no room for two. */
export default class AttuneFooter extends LightningElement {
  @api panels;
  open = null;

  get buttons() {
    return PANELS.map(({ panel, label }) => {
      const isOpen = panel === this.open;
      return {
        panel,
        label,
        isOpen: String(isOpen),
        title: `${isOpen ? 'Close' : 'Open'} ${label}`,
      };
    });
  }

  get isBrief() {
    return this.open === 'brief';
  }

  get isWhy() {
    return this.open === 'why';
  }

  get isMore() {
    return this.open === 'more';
  }

  get briefText() {
    return this.panels.brief.map(({ text }) => text).join('\n');
  }

  toggle({ currentTarget: { dataset } }) {
    this.open = this.open === dataset.panel ? null : dataset.panel;
  }
}
