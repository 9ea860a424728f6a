import { LightningElement, api } from 'lwc';
import { raise } from 'c/attuneEvents';

/** One step with its reason. Each button holds for good once pressed. */
export default class AttuneStep extends LightningElement {
  /** `{ id, title, reason, isDoable }` */
  @api step;
  @api isFirst;
  /** By "task <id>" and "step <id>". */
  @api answers;

  get variant() {
    return this.isFirst ? 'brand' : 'neutral';
  }

  get isTaskMade() {
    return this.answers[`task ${this.step.id}`] !== undefined;
  }

  get taskLabel() {
    return this.isTaskMade ? 'Task created' : 'Create the task';
  }

  get isDone() {
    return this.answers[`step ${this.step.id}`] === 'done';
  }

  get doneLabel() {
    return this.isDone ? 'Done, noted' : 'Done';
  }

  createTask() {
    raise(this, 'attunestep', { step: this.step });
  }

  markDone() {
    raise(this, 'attuneanswer', { kind: 'step', subject: this.step.id, verdict: 'done' });
  }
}
