import type { ObjectName } from '../hubspot-record.ts';

/**
 * The properties that every account has, by their kind (developers.hubspot.com, "properties" and the object guides; read
 * 2026-11-22). Only those that our apps touch or their neighbours in the guides: what else a record carries is known as
 * soon as it is there, and what nobody has carried is refused on writing.
 */
export interface StandardNames {
  readonly string?: string;
  readonly number?: string;
  readonly datetime?: string;
  readonly bool?: string;
  readonly enumeration?: string;
}

const ANY: StandardNames = {
  string: 'hubspot_owner_id hubspot_team_id hs_object_id hs_merged_object_ids hs_object_source',
  datetime: 'createdate lastmodifieddate hs_createdate hs_lastmodifieddate',
};

const ACTIVITY: StandardNames = {
  string: 'hs_attachment_ids hs_unique_id hs_body_preview',
  datetime: 'hs_timestamp',
};

const OF_TYPE: Readonly<Record<ObjectName, StandardNames>> = {
  contacts: {
    string:
      'firstname lastname email phone jobtitle company website address city country zip lifecyclestage hs_lead_status hs_persona hs_analytics_source hs_analytics_last_url recent_conversion_event_name first_conversion_event_name hs_email_last_email_name',
    number:
      'hs_email_open hs_email_click hs_email_replied hs_email_delivered hs_email_bounce hs_analytics_num_page_views hs_analytics_num_visits num_conversion_events hs_sales_email_last_opened_count num_associated_deals',
    datetime:
      'hs_email_last_open_date hs_email_last_click_date hs_email_last_reply_date hs_sales_email_last_opened hs_sales_email_last_clicked hs_sales_email_last_replied hs_last_sales_activity_timestamp hs_analytics_last_timestamp recent_conversion_date first_conversion_date notes_last_contacted notes_last_updated hs_email_first_open_date',
    bool: 'hs_email_optout',
  },
  companies: {
    string: 'name domain industry phone city country website',
    number: 'numberofemployees annualrevenue',
  },
  deals: {
    string:
      'dealname pipeline dealstage deal_currency_code description dealtype hs_next_step hs_priority closed_lost_reason closed_won_reason',
    number: 'amount hs_deal_stage_probability hs_forecast_amount',
    datetime: 'closedate notes_last_contacted hs_next_meeting_start_time',
    bool: 'hs_is_closed hs_is_closed_won',
  },
  leads: { string: 'hs_lead_name hs_lead_type hs_lead_label hs_pipeline hs_pipeline_stage' },
  emails: {
    string:
      'hs_email_subject hs_email_html hs_email_text hs_email_headers hs_email_from_email hs_email_from_firstname hs_email_from_lastname hs_email_to_email hs_email_to_firstname hs_email_to_lastname hs_email_cc_email hs_email_bcc_email hs_email_thread_id hs_email_message_id hs_email_status',
    enumeration: 'hs_email_direction',
    number: 'hs_email_open_count hs_email_click_count hs_email_reply_count',
  },
  calls: {
    string:
      'hs_call_title hs_call_body hs_call_direction hs_call_disposition hs_call_from_number hs_call_to_number hs_call_recording_url hs_call_status hs_call_transcription_id hs_call_summary',
    number: 'hs_call_duration',
    bool: 'hs_call_has_transcript',
  },
  meetings: {
    string:
      'hs_meeting_title hs_meeting_body hs_internal_meeting_notes hs_meeting_external_url hs_meeting_location hs_meeting_outcome hs_activity_type',
    datetime: 'hs_meeting_start_time hs_meeting_end_time',
  },
  notes: { string: 'hs_note_body' },
  tasks: {
    string: 'hs_task_subject hs_task_body hs_task_reminders',
    enumeration: 'hs_task_status hs_task_priority hs_task_type',
  },
  communications: {
    string: 'hs_communication_body hs_communication_channel_type hs_communication_logged_from',
  },
  tickets: {
    string:
      'subject content hs_pipeline hs_pipeline_stage hs_ticket_priority hs_ticket_category source_type hs_resolution',
    datetime: 'closed_date hs_timestamp',
  },
  feedback_submissions: {
    string:
      'hs_survey_type hs_survey_name hs_value hs_response_group hs_content hs_contact_email_rollup hs_sentiment hs_survey_channel',
    datetime: 'hs_submission_timestamp hs_timestamp',
  },
};

const ACTIVITY_TYPES: ReadonlySet<ObjectName> = new Set([
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
  'communications',
]);

export function standardNames(type: ObjectName): readonly StandardNames[] {
  return [ANY, OF_TYPE[type], ...(ACTIVITY_TYPES.has(type) ? [ACTIVITY] : [])];
}

/** Options of the enumerations that we write (research/hubspot.md §4.8). */
export const STANDARD_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  hs_task_status: ['NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'DEFERRED'],
  hs_task_priority: ['NONE', 'LOW', 'MEDIUM', 'HIGH'],
  hs_task_type: [
    'TODO',
    'CALL',
    'EMAIL',
    'LINKED_IN',
    'MEETING',
    'LINKED_IN_CONNECT',
    'LINKED_IN_MESSAGE',
  ],
  hs_email_direction: ['EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL', 'DRAFT_EMAIL'],
};

/** Kept by HubSpot itself; a write is refused as READ_ONLY_VALUE. `createdate` of contacts and deals may be set. */
export const READ_ONLY: ReadonlySet<string> = new Set([
  'hs_object_id',
  'hs_createdate',
  'hs_lastmodifieddate',
  'lastmodifieddate',
  'hs_merged_object_ids',
  'hs_object_source',
]);

/** Unique in every account (developers.hubspot.com, contacts and companies guides: upsert by email). */
export const STANDARD_UNIQUE: Readonly<Partial<Record<ObjectName, string>>> = {
  contacts: 'email',
};
