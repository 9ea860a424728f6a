import type { RecordKind } from '../records.ts';
import { CALL, EMAIL, MEETING, NOTE, TASK_TO_DO } from './objects/activities.ts';
import type { ObjectKind, ObjectType } from './objects/object-type.ts';
import { COMPANY, CONTACT, DEAL, LEAD, OWNER } from './objects/people.ts';
import { CAMPAIGN_ANSWER, CASE, CASE_COMMENT, SURVEY_ANSWER } from './objects/service.ts';

/**
 * Every Salesforce name that the adapter reads, as data (research/salesforce.md §1.3). A field that an org does not have,
 * or hides from our user, is left out by its describe.
 *
 * | kind | read from | not read twice because |
 * |---|---|---|
 * | owner | User | |
 * | pipeline | OpportunityStage: one list for opportunities and renewals (map-in-pipeline.ts) | |
 * | company, deal | Account, Opportunity | |
 * | contact | Contact, and Lead until it is converted | a converted lead is told as merged into its contact |
 * | email | EmailMessage | its twin, a Task of subtype Email, is nobody's kind |
 * | call | Task of subtype Call | a subtype never changes |
 * | note | other Tasks once completed | such a Task is an archived `task`, and an open one an archived `note` |
 * | task | other Tasks while open | the same |
 * | meeting | Event, without the invitees' copies (IsChild) | |
 * | ticket | Case, and each CaseComment that the customer sees | a case's own text is not among its comments |
 * | survey | SurveyQuestionResponse: each answer of a known person | |
 * | form | CampaignMember that responded | |
 *
 * Not read: messaging sessions and voice transcripts. In enhanced channels and in voice their words are in no
 * ConversationEntry, or its Message is empty (Object Reference, ConversationEntry, "Usage"; read 2026-11-23), and what
 * stands in no field could not be cut out for a viewer either. Enhanced notes (ContentNote) are files, one call each,
 * whose text no query gives.
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

/** The objects of each kind, in the order of their reading. */
export const OBJECT_TYPES: Readonly<
  Record<ObjectKind, readonly [ObjectType, ...(readonly ObjectType[])]>
> = {
  owner: [OWNER],
  company: [COMPANY],
  contact: [CONTACT, LEAD],
  deal: [DEAL],
  email: [EMAIL],
  call: [CALL],
  note: [NOTE],
  task: [TASK_TO_DO],
  meeting: [MEETING],
  ticket: [CASE, CASE_COMMENT],
  survey: [SURVEY_ANSWER],
  form: [CAMPAIGN_ANSWER],
};

export const ALL_TYPES: readonly ObjectType[] = Object.values(OBJECT_TYPES).flat();

// Object.keys loses the literal types; the record above is exactly keyed by ObjectKind.
export const OBJECT_KINDS = Object.keys(OBJECT_TYPES) as readonly ObjectKind[];

export const PIPELINES = [
  { id: 'opportunity', label: 'Opportunities' },
  { id: 'renewal', label: 'Renewals' },
] as const;
export type PipelineId = (typeof PIPELINES)[number]['id'];

/** Where reps answer our card inside the org; it comes with the package. */
export const FEEDBACK_OBJECT = 'Insight_Feedback__c';

export function isObjectKind(kind: RecordKind): kind is ObjectKind {
  return kind in OBJECT_TYPES;
}

/** Of these ids, those that may be of this object. */
export function idsOf({ keyPrefix }: ObjectType, ids: readonly string[]): readonly string[] {
  return keyPrefix === null ? ids : ids.filter((id) => id.startsWith(keyPrefix));
}

/** What a question of changes may ask about, each object once. */
export const WATCHED_OBJECTS: readonly string[] = [
  ...new Set(
    ALL_TYPES.flatMap(({ object, also }) => [object, ...also.map((beside) => beside.object)]),
  ),
  FEEDBACK_OBJECT,
];
