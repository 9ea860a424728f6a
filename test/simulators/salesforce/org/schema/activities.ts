import { references, type FieldType, type ObjectSchema } from '../object-schema.ts';

const WHO: FieldType = { to: ['Contact', 'Lead'], by: 'Who' };
const WHAT: FieldType = { to: ['Opportunity', 'Account', 'Case'], by: 'What' };

export const ACTIVITIES: readonly ObjectSchema[] = [
  {
    name: 'Task',
    keyPrefix: '00T',
    fields: {
      Subject: 'string',
      Description: 'textarea',
      Status: 'picklist',
      IsClosed: 'boolean',
      ActivityDate: 'date',
      CompletedDateTime: 'datetime',
      TaskSubtype: 'picklist',
      CallObject: 'string',
      CallType: 'picklist',
      CallDurationInSeconds: 'int',
      WhoCount: 'int',
      OwnerId: references('User', 'Owner'),
      WhoId: WHO,
      WhatId: WHAT,
      Attune_Key__c: 'string',
    },
    externalIds: ['Attune_Key__c'],
  },
  {
    name: 'Event',
    keyPrefix: '00U',
    fields: {
      Subject: 'string',
      Description: 'textarea',
      IsChild: 'boolean',
      IsGroupEvent: 'boolean',
      WhoCount: 'int',
      StartDateTime: 'datetime',
      EndDateTime: 'datetime',
      OwnerId: references('User', 'Owner'),
      WhoId: WHO,
      WhatId: WHAT,
    },
  },
  {
    name: 'TaskWhoRelation',
    keyPrefix: '0RT',
    fields: {
      TaskId: references('Task', 'Task'),
      RelationId: { to: ['Contact', 'Lead'], by: 'Relation' },
    },
  },
  {
    name: 'EventRelation',
    keyPrefix: '0RE',
    fields: {
      EventId: references('Event', 'Event'),
      RelationId: { to: ['Contact', 'Lead', 'User'], by: 'Relation' },
    },
  },
  {
    name: 'Note',
    keyPrefix: '002',
    fields: {
      Title: 'string',
      Body: 'textarea',
      IsPrivate: 'boolean',
      OwnerId: references('User', 'Owner'),
      ParentId: { to: ['Opportunity', 'Contact', 'Lead', 'Account'], by: 'Parent' },
    },
  },
  {
    name: 'EmailMessage',
    keyPrefix: '02s',
    fields: {
      Subject: 'string',
      TextBody: 'textarea',
      HtmlBody: 'textarea',
      MessageDate: 'datetime',
      Incoming: 'boolean',
      Status: 'picklist',
      FromAddress: 'string',
      FromName: 'string',
      ToAddress: 'string',
      CcAddress: 'string',
      ThreadIdentifier: 'string',
      RelatedToId: WHAT,
      ParentId: references('Case', 'Parent'),
      ActivityId: references('Task', 'Activity'),
      IsPrivateDraft: 'boolean',
    },
  },
];
