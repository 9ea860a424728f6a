import type { RecordKind } from '../records.ts';

/**
 * Every HubSpot name that the adapter uses, as data. Names without a mark are documented (research/hubspot.md §4 and
 * developers.hubspot.com, read 2026-11-22); names marked "assumed" come from practice and were not tried against a
 * live portal. Asking for a property that a portal does not have is harmless: HubSpot leaves it out of the answer.
 */

/** Dated paths, one constant per API: each is retired on its own day (research/hubspot.md §0). */
export const API_VERSIONS = {
  objects: '2026-09',
  associations: '2026-09',
  owners: '2026-09',
  pipelines: '2026-09',
  properties: '2026-09',
  transcripts: '2026-09',
  oauth: '2026-09',
  appInstalls: '2026-09',
  accountInfo: '2026-09',
  users: '2026-03',
  conversations: '2026-09',
  /**
   * Forms have a dated path as a beta only, and their submissions none at all (developers.hubspot.com/docs/api-reference:
   * 2026-09-beta/marketing/forms/guide, legacy/migration-guide; read 2026-11-22). Both older versions are supported until
   * September 2027.
   */
  forms: 'v3',
  submissions: 'v1',
} as const;

/** HubSpot's caps per request (research/hubspot.md §4.2, §4.3). */
export const LIMITS = {
  list: 100,
  search: 200,
  batchRead: 100,
  batchWrite: 100,
  /** Assumed: asking for history halves both the list page and the batch (research §7). */
  withHistory: 50,
  associations: 1000,
  owners: 100,
} as const;

export type ObjectName =
  | 'contacts'
  | 'companies'
  | 'deals'
  | 'leads'
  | 'emails'
  | 'calls'
  | 'meetings'
  | 'notes'
  | 'tasks'
  | 'communications'
  | 'tickets'
  | 'feedback_submissions';

/** Kinds that are no objects of HubSpot's CRM are read by interfaces of their own. */
export type ObjectKind = Exclude<RecordKind, 'owner' | 'pipeline' | 'thread' | 'form'>;

export interface ObjectType {
  readonly kind: ObjectKind;
  readonly name: ObjectName;
  /** HubSpot's type id, as webhooks carry it. */
  readonly typeId: string;
  readonly properties: readonly string[];
  /** Properties whose past values are read too. */
  readonly history: readonly string[];
  readonly associated: readonly ObjectName[];
  /** The property that search filters and sorts by for changes. */
  readonly changedProperty: 'lastmodifieddate' | 'hs_lastmodifieddate';
  /** Smaller than HubSpot's cap where each record may cost a call of its own. */
  readonly pageLimit: number;
}

/** On a record that others were merged into: their ids, with semicolons (recorded: crm-recordings, estuary, 2025). */
export const MERGED_IDS = 'hs_merged_object_ids';

/** Our own property, made by write-back's set-up; a tick there is obeyed at the next read. */
export const DO_NOT_ANALYSE = 'attune_do_not_analyse';

type Draft = Pick<ObjectType, 'kind' | 'name' | 'typeId' | 'properties'> & Partial<ObjectType>;

function objectType(draft: Draft): ObjectType {
  return {
    history: [],
    associated: [],
    changedProperty: 'hs_lastmodifieddate',
    pageLimit: LIMITS.search,
    ...draft,
  };
}

function activityType(draft: Draft): ObjectType {
  return objectType({
    associated: ['contacts', 'deals'],
    ...draft,
    properties: ['hs_timestamp', 'hubspot_owner_id', ...draft.properties],
  });
}

export const OBJECT_TYPES: Readonly<Record<ObjectKind, ObjectType>> = {
  company: objectType({
    kind: 'company',
    name: 'companies',
    typeId: '0-2',
    properties: ['name', 'domain', 'industry', MERGED_IDS],
  }),
  contact: objectType({
    kind: 'contact',
    name: 'contacts',
    typeId: '0-1',
    properties: [
      'firstname',
      'lastname',
      'email',
      'jobtitle',
      'hubspot_owner_id',
      'lastmodifieddate',
      MERGED_IDS,
      DO_NOT_ANALYSE,
    ],
    associated: ['companies'],
    changedProperty: 'lastmodifieddate',
  }),
  deal: objectType({
    kind: 'deal',
    name: 'deals',
    typeId: '0-3',
    properties: [
      'dealname',
      'pipeline',
      'dealstage',
      'amount',
      'deal_currency_code',
      'closedate',
      'createdate',
      'hubspot_owner_id',
      MERGED_IDS,
      DO_NOT_ANALYSE,
    ],
    history: ['dealstage', 'hubspot_owner_id'],
    associated: ['contacts', 'companies'],
  }),
  lead: objectType({
    kind: 'lead',
    name: 'leads',
    typeId: '0-136',
    // hs_createdate: assumed.
    properties: ['hs_lead_name', 'hubspot_owner_id', 'hs_createdate'],
    associated: ['contacts'],
  }),
  email: activityType({
    kind: 'email',
    name: 'emails',
    typeId: '0-49',
    // The sender's and recipients' names beside hs_email_headers are assumed.
    properties: [
      'hs_email_subject',
      'hs_email_html',
      'hs_email_text',
      'hs_email_direction',
      'hs_email_headers',
      'hs_email_from_email',
      'hs_email_from_firstname',
      'hs_email_from_lastname',
      'hs_email_to_email',
      'hs_email_cc_email',
      'hs_email_thread_id',
    ],
  }),
  call: activityType({
    kind: 'call',
    name: 'calls',
    typeId: '0-48',
    properties: [
      'hs_call_title',
      'hs_call_body',
      'hs_call_direction',
      'hs_call_duration',
      'hs_call_has_transcript',
      'hs_call_transcription_id',
    ],
    // Every transcript is a call of its own: at worst, as many as a list page holds.
    pageLimit: LIMITS.list,
  }),
  meeting: activityType({
    kind: 'meeting',
    name: 'meetings',
    typeId: '0-47',
    properties: [
      'hs_meeting_title',
      'hs_meeting_start_time',
      'hs_meeting_end_time',
      'hs_meeting_body',
      'hs_internal_meeting_notes',
      'hs_meeting_outcome',
    ],
  }),
  note: activityType({
    kind: 'note',
    name: 'notes',
    typeId: '0-46',
    properties: ['hs_note_body'],
  }),
  chat: activityType({
    kind: 'chat',
    name: 'communications',
    typeId: '0-18',
    // hs_communication_channel_type: assumed.
    properties: ['hs_communication_body', 'hs_communication_channel_type'],
  }),
  ticket: activityType({
    kind: 'ticket',
    name: 'tickets',
    typeId: '0-5',
    // source_type and closed_date: assumed.
    properties: [
      'subject',
      'content',
      'createdate',
      'hs_pipeline',
      'hs_pipeline_stage',
      'source_type',
      'closed_date',
      MERGED_IDS,
    ],
  }),
  survey: activityType({
    kind: 'survey',
    name: 'feedback_submissions',
    typeId: '0-19',
    // The submission's moment, the survey's name and the contact's address are assumed.
    properties: [
      'hs_survey_type',
      'hs_survey_name',
      'hs_value',
      'hs_response_group',
      'hs_content',
      'hs_submission_timestamp',
      'hs_contact_email_rollup',
    ],
  }),
  task: activityType({
    kind: 'task',
    name: 'tasks',
    typeId: '0-27',
    properties: ['hs_task_subject', 'hs_task_body', 'hs_task_status'],
  }),
};

// Object.keys loses the literal types; the record above is exactly keyed by ObjectKind.
export const OBJECT_KINDS = Object.keys(OBJECT_TYPES) as readonly ObjectKind[];

export function isObjectKind(kind: RecordKind): kind is ObjectKind {
  return kind in OBJECT_TYPES;
}
