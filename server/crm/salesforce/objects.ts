import type { RecordKind } from '../records.ts';

/**
 * Every Salesforce name that the adapter reads, as data (research/salesforce.md §1.3). A field that an org does not have,
 * or hides from our user, is left out by its describe.
 *
 * | kind | read from | not read twice because |
 * |---|---|---|
 * | owner | User | |
 * | pipeline | OpportunityStage: one pipeline, "opportunity" (which stages a sales process uses, SOQL does not say) | |
 * | company, contact, deal, lead | Account, Contact, Opportunity, Lead | |
 * | email | EmailMessage | its twin, a Task of subtype Email, is nobody's kind |
 * | call | Task of subtype Call | a subtype never changes |
 * | note | other Tasks once completed | such a Task is an archived `task`, and an open one an archived `note` |
 * | task | other Tasks while open | the same |
 * | meeting | Event, without the invitees' copies (IsChild) | |
 * | ticket | Case | |
 * | form | CampaignMember that responded | |
 *
 * Not read: surveys, messaging and voice transcripts, whose licensed objects we could not see described.
 */

export const API_PATH = '/services/data/v67.0';

export const LIMITS = {
  /** Rows by id in one question: 200 ids keep its address below the 16 KB that gateways take. */
  byId: 200,
  /** From this many rows on, a Bulk job costs fewer calls than pages of 2,000. */
  rowsForBulk: 20_000,
  /** Records of one collections call (developer.salesforce.com, sObject Collections). */
  collection: 200,
  /** Queries in one composite call, which counts as one (knowledgelib.io, Composite API capabilities, 2026-03). */
  queriesOfComposite: 5,
} as const;

export type ObjectKind = Exclude<RecordKind, 'pipeline' | 'survey' | 'chat' | 'thread'>;

export interface ObjectType {
  readonly kind: ObjectKind;
  readonly object: string;
  readonly fields: readonly string[];
  /** A condition that never changes for a row, or whose change the mapping tells. */
  readonly where: string | null;
  readonly children: readonly ChildRows[];
  /** Other objects whose change is a change of ours. */
  readonly also: readonly Beside[];
  /** Rows of a Bulk result that one call fetches and memory holds: fewer where each brings a long text. */
  readonly bulkRows: number;
}

/** Rows that hang on a record and come with it. */
export interface ChildRows {
  readonly relationship: string;
  readonly fields: readonly string[];
  readonly where: string | null;
}

export interface Beside {
  readonly object: string;
  /** Its column that leads to us, and ours that it leads to. */
  readonly from: string;
  readonly to: string;
}

type Draft = Pick<ObjectType, 'kind' | 'object' | 'fields'> & Partial<ObjectType>;

function objectType(draft: Draft): ObjectType {
  return { where: null, children: [], also: [], bulkRows: 12_500, ...draft };
}

/** Consent lives on Individual, whose change does not touch the person's own row. */
const CONSENT = [
  'Do_Not_Analyse__c',
  'Individual.ShouldForget',
  'Individual.HasOptedOutProfiling',
  'Individual.HasOptedOutProcessing',
];
const BY_INDIVIDUAL: Beside = { object: 'Individual', from: 'Id', to: 'IndividualId' };

const ACTIVITY = ['Subject', 'Description', 'OwnerId', 'WhoId', 'WhatId', 'CreatedDate'];
/** On a task that is no call Salesforce leaves this text alone and shows it nowhere: the key of what we wrote ourselves. */
export const OWN_KEY = 'CallObject';
export const OWN_KEY_PREFIX = 'attune:';

const TASK = [...ACTIVITY, OWN_KEY, 'ActivityDate', 'CompletedDateTime', 'Status', 'IsClosed'];
const NEITHER_CALL_NOR_MAIL = "TaskSubtype NOT IN ('Call', 'Email', 'ListEmail')";

export const OBJECT_TYPES: Readonly<Record<ObjectKind, ObjectType>> = {
  owner: objectType({
    kind: 'owner',
    object: 'User',
    fields: ['Name', 'Email', 'UserRoleId'],
  }),
  company: objectType({
    kind: 'company',
    object: 'Account',
    fields: ['Name', 'Website', 'Industry', 'MasterRecordId'],
  }),
  contact: objectType({
    kind: 'contact',
    object: 'Contact',
    fields: ['Name', 'Email', 'Title', 'OwnerId', 'AccountId', 'MasterRecordId', ...CONSENT],
    also: [BY_INDIVIDUAL],
  }),
  deal: objectType({
    kind: 'deal',
    object: 'Opportunity',
    fields: [
      'Name',
      'StageName',
      'Amount',
      'CurrencyIsoCode',
      'CloseDate',
      'CreatedDate',
      'OwnerId',
      'AccountId',
    ],
    children: [
      { relationship: 'OpportunityContactRoles', fields: ['ContactId'], where: null },
      { relationship: 'OpportunityHistories', fields: ['StageName', 'CreatedDate'], where: null },
      { relationship: 'Histories', fields: ['NewValue', 'CreatedDate'], where: "Field = 'Owner'" },
    ],
    also: [{ object: 'OpportunityContactRole', from: 'OpportunityId', to: 'Id' }],
  }),
  lead: objectType({
    kind: 'lead',
    object: 'Lead',
    fields: ['Name', 'OwnerId', 'CreatedDate', 'ConvertedContactId', 'MasterRecordId', ...CONSENT],
    also: [BY_INDIVIDUAL],
  }),
  email: objectType({
    kind: 'email',
    object: 'EmailMessage',
    bulkRows: 2_500,
    fields: [
      'Subject',
      'TextBody',
      'HtmlBody',
      'FromAddress',
      'FromName',
      'ToAddress',
      'CcAddress',
      'Incoming',
      'Status',
      'MessageDate',
      'CreatedDate',
      'RelatedToId',
      'ThreadIdentifier',
    ],
  }),
  call: objectType({
    kind: 'call',
    object: 'Task',
    fields: [...TASK, 'CallType', 'CallDurationInSeconds'],
    where: "TaskSubtype = 'Call'",
    bulkRows: 10_000,
  }),
  note: objectType({
    kind: 'note',
    object: 'Task',
    fields: TASK,
    where: NEITHER_CALL_NOR_MAIL,
    bulkRows: 10_000,
  }),
  task: objectType({
    kind: 'task',
    object: 'Task',
    fields: TASK,
    where: NEITHER_CALL_NOR_MAIL,
    bulkRows: 10_000,
  }),
  meeting: objectType({
    kind: 'meeting',
    object: 'Event',
    bulkRows: 10_000,
    fields: [...ACTIVITY, 'StartDateTime', 'EndDateTime'],
    where: 'IsChild = false',
  }),
  ticket: objectType({
    kind: 'ticket',
    object: 'Case',
    bulkRows: 10_000,
    fields: [
      'Subject',
      'Description',
      'OwnerId',
      'CreatedDate',
      'ContactId',
      'Origin',
      'IsClosed',
      'MasterRecordId',
    ],
  }),
  form: objectType({
    kind: 'form',
    object: 'CampaignMember',
    fields: ['Campaign.Name', 'ContactId', 'CreatedDate', 'FirstRespondedDate'],
    where: 'HasResponded = true',
  }),
};

// Object.keys loses the literal types; the record above is exactly keyed by ObjectKind.
export const OBJECT_KINDS = Object.keys(OBJECT_TYPES) as readonly ObjectKind[];

/** A user can be made inactive, never deleted, and has no such column. */
const WITHOUT_BIN: ReadonlySet<string> = new Set(['User']);

/** The condition that leaves out what lies in the bin; null: there is none. */
export function livingRows(object: string): string | null {
  return WITHOUT_BIN.has(object) ? null : 'IsDeleted = false';
}

export const PIPELINE_ID = 'opportunity';

/** Where reps answer our card inside the org; it comes with the package. */
export const FEEDBACK_OBJECT = 'Insight_Feedback__c';

export function isObjectKind(kind: RecordKind): kind is ObjectKind {
  return kind in OBJECT_TYPES;
}

/** What a question of changes may ask about, each object once. */
export const WATCHED_OBJECTS: readonly string[] = [
  ...new Set(
    Object.values(OBJECT_TYPES).flatMap(({ object, also }) => [
      object,
      ...also.map((beside) => beside.object),
    ]),
  ),
  FEEDBACK_OBJECT,
];
