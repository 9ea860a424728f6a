import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** One sentence of each kind, ready to copy, and what would hurt here. */
export default class AttunePrompts extends LightningElement {
  /** `{ lines: { id, label, text }[], avoid }` */
  @api prompts;
  /** Verdicts by "prompt <id>". */
  @api answers;

  get lines() {
    return this.prompts.lines.map((line) => {
      const isHelpful = this.answers[`prompt ${line.id}`] === 'helpful';
      return { ...line, isHelpful, helpful: isHelpful ? 'Helpful, noted' : 'Helpful' };
    });
  }

  answer({ currentTarget: { dataset } }) {
    raise(this, 'attuneanswer', { kind: 'prompt', subject: dataset.prompt, verdict: 'helpful' });
  }
}
