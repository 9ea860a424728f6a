import FEEDBACK from '@salesforce/schema/Insight_Feedback__c';
import ACCOUNT from '@salesforce/schema/Insight_Feedback__c.Account__c';
import CONTACT from '@salesforce/schema/Insight_Feedback__c.Contact__c';
import KIND from '@salesforce/schema/Insight_Feedback__c.Kind__c';
import LEAD from '@salesforce/schema/Insight_Feedback__c.Lead__c';
import OPPORTUNITY from '@salesforce/schema/Insight_Feedback__c.Opportunity__c';
import PERSON_ID from '@salesforce/schema/Insight_Feedback__c.Person_Id__c';
import SUBJECT from '@salesforce/schema/Insight_Feedback__c.Subject__c';
import VERDICT from '@salesforce/schema/Insight_Feedback__c.Verdict__c';
import CONTACT_SILENCE from '@salesforce/schema/Contact.Do_Not_Analyse__c';
import LEAD_SILENCE from '@salesforce/schema/Lead.Do_Not_Analyse__c';

const LOOKUPS = { Account: ACCOUNT, Contact: CONTACT, Lead: LEAD, Opportunity: OPPORTUNITY };

/** Salesforce's own bound on a task's subject, in characters. */
const SUBJECT_LIMIT = 255;

/**
 * The rep's answer about what the card said of a person in a deal, opened on a record:
 * `{ personId, dealId, recordId, objectApiName }`. The record is looked up; so are the person and the deal.
 */
export function feedbackInput({ kind, subject, verdict }, place) {
  const { personId, dealId, recordId, objectApiName } = place;
  return {
    apiName: FEEDBACK.objectApiName,
    fields: {
      [KIND.fieldApiName]: kind,
      [SUBJECT.fieldApiName]: subject,
      [VERDICT.fieldApiName]: verdict,
      [PERSON_ID.fieldApiName]: personId,
      ...(dealId === null ? {} : { [OPPORTUNITY.fieldApiName]: dealId }),
      ...(isContact(personId) ? { [CONTACT.fieldApiName]: personId } : {}),
      ...(isLead(personId) ? { [LEAD.fieldApiName]: personId } : {}),
      [LOOKUPS[objectApiName].fieldApiName]: recordId,
    },
  };
}

/** A task on a lead cannot have a deal as well. */
export function taskInput({ title, reason }, { personId, dealId, now }) {
  const who = isContact(personId) || isLead(personId) ? { WhoId: personId } : {};
  const what = dealId === null || isLead(personId) ? {} : { WhatId: dealId };
  return {
    apiName: 'Task',
    fields: {
      Subject: title.slice(0, SUBJECT_LIMIT),
      Description: reason,
      ActivityDate: nextWorkingDay(now),
      ...who,
      ...what,
    },
  };
}

export function silenceInput(personId) {
  const flag = isLead(personId) ? LEAD_SILENCE : CONTACT_SILENCE;
  return { fields: { Id: personId, [flag.fieldApiName]: true } };
}

function isContact(recordId) {
  return recordId.startsWith('003');
}

function isLead(recordId) {
  return recordId.startsWith('00Q');
}

/** As "2026-03-11", on the viewer's own calendar. */
function nextWorkingDay(now) {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  while (day.getDay() % 6 === 0) day.setDate(day.getDate() + 1);
  const twoDigits = (number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}
