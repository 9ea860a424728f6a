import type { RecordKind } from '../records.ts';

/** One object of the org behind a kind of ours. Fields are API names; `Owner.Name` follows a reference. */
export interface ObjectType {
  readonly object: string;
  /** Which of its records are of this kind; absent: all. */
  readonly where?: string;
  /** Without them a record says nothing. */
  readonly fields: readonly string[];
  /** Left out where an org, an edition or a permission hides them. */
  readonly optional: readonly string[];
}

/** Kinds that are rows of objects: one after another, each is read to its end. Owners and pipelines are read otherwise. */
export type ObjectKind = Exclude<RecordKind, 'pipeline' | 'chat' | 'thread' | 'form'>;

const PERSON = ['Id', 'Name', 'Email', 'OwnerId'] as const;
/** Of Salesforce's record of a person's wishes: each of them is a wish not to be analysed (issue of 2026-11). */
const WISHES = [
  'Individual.ShouldForget',
  'Individual.HasOptedOutProfiling',
  'Individual.HasOptedOutProcessing',
] as const;

/**
 * Which object holds what. A mail is an EmailMessage; the Task that Salesforce keeps beside it (TaskSubtype Email) is its
 * twin and read nowhere. A lead is a person of the org's as a contact is; what it is a lead for has no object of its own.
 */
export const OBJECT_TYPES: Readonly<Record<ObjectKind, readonly ObjectType[]>> = {
  owner: [
    { object: 'User', fields: ['Id', 'Name', 'Email'], optional: ['IsActive', 'UserRoleId'] },
  ],
  company: [{ object: 'Account', fields: ['Id', 'Name'], optional: ['Website', 'Industry'] }],
  contact: [
    {
      object: 'Contact',
      fields: [...PERSON],
      optional: ['Title', 'AccountId', 'Do_Not_Analyse__c', 'MasterRecordId', ...WISHES],
    },
    {
      object: 'Lead',
      fields: [...PERSON],
      optional: ['Title', 'IsConverted', 'Do_Not_Analyse__c', 'MasterRecordId', ...WISHES],
    },
  ],
  deal: [
    {
      object: 'Opportunity',
      fields: ['Id', 'Name', 'StageName', 'CloseDate', 'CreatedDate', 'OwnerId'],
      optional: ['AccountId', 'Amount', 'CurrencyIsoCode'],
    },
  ],
  lead: [
    { object: 'Lead', fields: ['Id', 'Name', 'OwnerId', 'CreatedDate'], optional: ['IsConverted'] },
  ],
  email: [
    {
      object: 'EmailMessage',
      fields: ['Id', 'TextBody', 'MessageDate', 'Incoming', 'FromAddress', 'ToAddress'],
      optional: [
        ...['HtmlBody', 'Subject', 'FromName', 'CcAddress', 'ThreadIdentifier', 'RelatedToId'],
        ...['CreatedById', 'Status'],
      ],
    },
  ],
  call: [
    {
      object: 'Task',
      where: `TaskSubtype = 'Call'`,
      fields: ['Id', 'Description', 'OwnerId', 'CreatedDate'],
      optional: [
        ...['Subject', 'CallType', 'WhoId', 'WhatId', 'ActivityDate', 'CompletedDateTime'],
        'Status',
      ],
    },
  ],
  meeting: [
    {
      object: 'Event',
      fields: ['Id', 'Description', 'OwnerId', 'StartDateTime'],
      optional: ['Subject', 'EndDateTime', 'WhoId', 'WhatId'],
    },
  ],
  note: [
    {
      object: 'Note',
      fields: ['Id', 'Body', 'OwnerId', 'CreatedDate', 'ParentId'],
      optional: ['Title'],
    },
  ],
  ticket: [
    {
      object: 'Case',
      fields: ['Id', 'Description', 'OwnerId', 'CreatedDate'],
      optional: ['Subject', 'Status', 'ContactId', 'SuppliedName', 'SuppliedEmail'],
    },
  ],
  survey: [
    {
      object: 'SurveyQuestionResponse',
      fields: ['Id', 'ResponseValue', 'CreatedDate'],
      optional: ['NumberValue', 'Response.SubmitterId', 'Response.CompletionDateTime'],
    },
  ],
  task: [
    {
      object: 'Task',
      where: `TaskSubtype != 'Call' AND TaskSubtype != 'Email'`,
      fields: ['Id', 'Description', 'OwnerId', 'CreatedDate'],
      optional: ['Subject', 'WhoId', 'WhatId', 'ActivityDate', 'CompletedDateTime', 'Status'],
    },
  ],
};

/** What every query asks for besides: when a row changed and whether it still is. */
export const STAMPS = ['SystemModstamp', 'IsDeleted'] as const;
/** A user can be made inactive, never deleted. */
const WITHOUT_BIN: ReadonlySet<string> = new Set(['User', 'OpportunityStage']);

export function stampsOf(object: string): readonly string[] {
  return WITHOUT_BIN.has(object) ? ['SystemModstamp'] : STAMPS;
}

export function isObjectKind(kind: RecordKind): kind is ObjectKind {
  return kind in OBJECT_TYPES;
}

/** The object that an id belongs to, by its first three characters; the same in every org for standard objects. */
export const KEY_PREFIXES = {
  contact: '003',
  lead: '00Q',
  opportunity: '006',
  account: '001',
  case: '500',
} as const;

export function isOf(kind: keyof typeof KEY_PREFIXES, id: string | null): id is string {
  return id?.startsWith(KEY_PREFIXES[kind]) ?? false;
}
