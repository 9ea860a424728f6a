import { objectType, type ObjectType, type OtherPeople } from './object-type.ts';

/** On a task that is no call Salesforce leaves this text alone and shows it nowhere: the key of what we wrote ourselves. */
export const OWN_KEY = 'CallObject';
export const OWN_KEY_PREFIX = 'attune:';

const ACTIVITY = ['Subject', 'Description', 'OwnerId', 'WhoId', 'WhatId', 'CreatedDate'];
const TASK = [
  ...ACTIVITY,
  OWN_KEY,
  'ActivityDate',
  'CompletedDateTime',
  'Status',
  'IsClosed',
  'WhoCount',
];
/** Where an org shares activities, one of them may have up to fifty people (Object Reference, TaskWhoRelation). */
const OTHERS_OF_TASK: OtherPeople = {
  object: 'TaskWhoRelation',
  of: 'TaskId',
  toldBy: ['WhoCount'],
};
/** Who was invited is told in every org. */
const OTHERS_OF_EVENT: OtherPeople = {
  object: 'EventRelation',
  of: 'EventId',
  toldBy: ['WhoCount', 'IsGroupEvent'],
};
const NEITHER_CALL_NOR_MAIL = "TaskSubtype NOT IN ('Call', 'Email', 'ListEmail')";

export const EMAIL: ObjectType = objectType({
  kind: 'email',
  object: 'EmailMessage',
  bulkRows: 2_500,
  fields: [
    ...['Subject', 'TextBody', 'HtmlBody', 'FromAddress', 'FromName', 'ToAddress', 'CcAddress'],
    ...['Incoming', 'Status', 'MessageDate', 'CreatedDate', 'RelatedToId', 'ThreadIdentifier'],
  ],
});

export const CALL: ObjectType = objectType({
  kind: 'call',
  object: 'Task',
  fields: [...TASK, 'CallType', 'CallDurationInSeconds'],
  where: "TaskSubtype = 'Call'",
  others: OTHERS_OF_TASK,
  bulkRows: 10_000,
});

export const NOTE: ObjectType = objectType({
  kind: 'note',
  object: 'Task',
  fields: TASK,
  where: NEITHER_CALL_NOR_MAIL,
  others: OTHERS_OF_TASK,
  bulkRows: 10_000,
});

export const TASK_TO_DO: ObjectType = { ...NOTE, kind: 'task' };

export const MEETING: ObjectType = objectType({
  kind: 'meeting',
  object: 'Event',
  bulkRows: 10_000,
  fields: [...ACTIVITY, 'StartDateTime', 'EndDateTime', 'WhoCount', 'IsGroupEvent'],
  where: 'IsChild = false',
  others: OTHERS_OF_EVENT,
});
