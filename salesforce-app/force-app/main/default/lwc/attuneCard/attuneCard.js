import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import read from '@salesforce/apex/AttuneInsightReader.read';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { composeCard } from './composeCard';
import { pastAnswers } from './pastAnswers';
import { presentCard } from './presentCard';
import { feedbackInput, silenceInput, taskInput } from './recordInputs';

const FAILED_VIEW = {
  title: 'The card could not be loaded',
  text: 'Nothing is lost. The org did not answer in time.',
};

/** The card of the open record: one call to the org's own reader, none to our server. */
export default class AttuneCard extends NavigationMixin(LightningElement) {
  @api recordId;
  @api objectApiName;
  choice = null;
  /** What the rep answered while this page is open, by "<kind> <subject>". */
  answers = {};
  wired = {};
  /** Null: nothing yet, or what was written cannot be read. */
  view = null;

  @wire(read, { recordId: '$recordId' })
  receive(wired) {
    this.wired = wired;
    this.view = this.compose();
  }

  get isLoading() {
    return this.wired.data === undefined && this.wired.error === undefined;
  }

  get hasFailed() {
    return this.wired.error !== undefined || this.view === null;
  }

  get failedView() {
    return FAILED_VIEW;
  }

  /** Once for each answer and choice, not at every look of a template. */
  compose() {
    if (this.wired.data === undefined) return null;
    const now = new Date();
    try {
      const card = composeCard(this.wired.data, { now, choice: this.choice });
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const chooses = this.objectApiName === 'Opportunity' ? 'person' : 'deal';
      return presentCard(card, { now, timeZone, chooses });
    } catch {
      return null;
    }
  }

  get allAnswers() {
    return { ...pastAnswers(this.wired.data.answers, this.view.focus), ...this.answers };
  }

  get isInsight() {
    return this.view.kind === 'insight';
  }

  get isEnded() {
    return this.view.kind === 'ended';
  }

  choose({ detail: { choice } }) {
    this.choice = choice;
    this.answers = {};
    this.view = this.compose();
  }

  tryAgain() {
    return refreshApex(this.wired);
  }

  openRecord({ detail: { recordId } }) {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, actionName: 'view' },
    });
  }

  /** Shown at once, and taken back with a word of explanation when it cannot be saved. */
  async answer({ detail }) {
    const key = `${detail.kind} ${detail.subject}`;
    const before = this.answers[key];
    this.answers = { ...this.answers, [key]: detail.verdict };
    const isSaved = await this.save(
      () => createRecord(feedbackInput(detail, this.place)),
      'Noted. The next card takes it into account.',
    );
    if (isSaved) await refreshApex(this.wired);
    else this.answers = { ...this.answers, [key]: before };
  }

  /** One press, one task, in the viewer's own name. */
  async createTask({ detail: { step } }) {
    const key = `task ${step.id}`;
    this.answers = { ...this.answers, [key]: 'made' };
    const isSaved = await this.save(
      () => createRecord(taskInput(step, { ...this.place, now: new Date() })),
      'The task is in your list, due next working day.',
    );
    if (!isSaved) this.answers = { ...this.answers, [key]: undefined };
  }

  async silence({ detail: { personId } }) {
    const isSaved = await this.save(
      () => updateRecord(silenceInput(personId)),
      'Attune no longer analyses this person.',
    );
    if (isSaved) await refreshApex(this.wired);
  }

  tell({ detail }) {
    this.dispatchEvent(new ShowToastEvent(detail));
  }

  get place() {
    return { ...this.view.focus, recordId: this.recordId, objectApiName: this.objectApiName };
  }

  async save(write, done) {
    try {
      await write();
      this.tell({ detail: { variant: 'success', title: done } });
      return true;
    } catch (error) {
      const title = 'This could not be saved.';
      const message = error?.body?.message ?? 'Please try again.';
      this.tell({ detail: { variant: 'error', title, message } });
      return false;
    }
  }
}
