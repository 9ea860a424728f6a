/** What stands in the stand-in, in HubSpot's own words and forms. */

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

/** Type ids: developers.hubspot.com, "object type ids", read 2026-11-22. */
export const TYPE_IDS: Readonly<Record<ObjectName, string>> = {
  contacts: '0-1',
  companies: '0-2',
  deals: '0-3',
  tickets: '0-5',
  communications: '0-18',
  feedback_submissions: '0-19',
  tasks: '0-27',
  notes: '0-46',
  meetings: '0-47',
  calls: '0-48',
  emails: '0-49',
  leads: '0-136',
};

export type Properties = Readonly<Record<string, string | null>>;

/** Newest first, as HubSpot tells it. */
export type History = Readonly<
  Record<string, readonly { readonly value: string; readonly timestamp: string }[]>
>;

export interface HubSpotRecord {
  readonly type: ObjectName;
  readonly id: string;
  readonly properties: Properties;
  readonly history?: History;
  /** Told from one side; the stand-in answers from both. */
  readonly associations?: Readonly<Partial<Record<ObjectName, readonly string[]>>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived?: boolean;
  readonly archivedAt?: string;
  /** Served instead of the proper form: for malformed records. */
  readonly served?: object;
}

export interface HubSpotOwner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number;
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly primary: boolean;
  }[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

export interface HubSpotPipeline {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly displayOrder: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly archived: boolean;
  }[];
}

export interface HubSpotUtterance {
  readonly speaker: { readonly name: string; readonly email: string };
  readonly text: string;
  readonly startTimeMillis: number;
  readonly endTimeMillis: number;
}

/** `/settings/users/2026-03/{userId}` (research/hubspot.md §2). */
export interface HubSpotUser {
  readonly id: string;
  readonly email: string;
  readonly roleIds: readonly string[];
  readonly primaryTeamId?: string;
  readonly superAdmin: boolean;
}

/** A thread of the conversations inbox with its messages, in the words of HubSpot's 2026-09 specification. */
export interface HubSpotThread {
  readonly id: string;
  /** Absent while nobody knows the visitor (assumed). */
  readonly associatedContactId?: string;
  /** 1000 is live chat, 1002 e-mail (recorded in public code); 1003 forms is assumed. */
  readonly originalChannelId: string;
  readonly createdAt: string;
  readonly spam?: boolean;
  readonly archived?: boolean;
  readonly messages: readonly HubSpotMessage[];
}

export interface HubSpotMessage {
  readonly id: string;
  readonly type: 'MESSAGE' | 'COMMENT' | 'WELCOME_MESSAGE' | 'ASSIGNMENT' | 'THREAD_STATUS_CHANGE';
  readonly createdAt: string;
  /** `V-101` is a visitor, `A-9001` an agent, `B-…` a bot, `S-hubspot` the system. */
  readonly actorId: string;
  readonly text?: string;
  readonly archived?: boolean;
  readonly truncationStatus?: 'NOT_TRUNCATED' | 'TRUNCATED' | 'TRUNCATED_TO_MOST_RECENT_REPLY';
}

/** A form with what was submitted in it. */
export interface HubSpotForm {
  readonly id: string;
  readonly name: string;
  readonly archived?: boolean;
  readonly fields: readonly HubSpotFormField[];
  readonly submissions: readonly HubSpotSubmission[];
}

export interface HubSpotFormField {
  readonly name: string;
  readonly label: string;
  readonly fieldType: 'email' | 'single_line_text' | 'multi_line_text' | 'dropdown';
  /** Shown only when this field is answered. */
  readonly dependent?: HubSpotFormField;
}

export interface HubSpotSubmission {
  readonly conversionId: string;
  readonly submittedAt: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * One kind of records that exist only as a rule, so that an account may hold a million of them without the memory. Every
 * answer rests on the seed alone; what is edited later lies over it in the `RecordShelf`.
 */
export interface RecordSource {
  readonly type: ObjectName;
  readonly count: number;
  /** Rises with the index, as numbers. */
  idAt(index: number): string;
  /** -1 for an id that is not of this source. */
  indexOf(id: string): number;
  recordAt(index: number): HubSpotRecord;
  /** When it was last changed; never falls with the index. */
  changedMsAt(index: number): number;
  associated(index: number, to: ObjectName): readonly string[];
}

/** All that an account holds. */
export interface HubSpotAccount {
  readonly records: Iterable<HubSpotRecord>;
  /** Large sets that are made when asked for, beside the records that are held. */
  readonly sources?: readonly RecordSource[];
  readonly owners: readonly HubSpotOwner[];
  readonly pipelines: readonly HubSpotPipeline[];
  readonly transcripts: Readonly<Record<string, readonly HubSpotUtterance[]>>;
  /** Transcripts that are made when asked for; null where there is none. */
  readonly transcriptOf?: (id: string) => readonly HubSpotUtterance[] | null;
  readonly threads?: readonly HubSpotThread[];
  readonly forms?: readonly HubSpotForm[];
  /** Each owner's user, without rights, when absent. */
  readonly users?: readonly HubSpotUser[];
  /** The account's own zone, whose midnight ends the daily limit. UTC when absent. */
  readonly timeZone?: string;
}

/** Contacts keep the older name (research/hubspot.md §4.2). */
export function changedProperty(type: ObjectName): 'lastmodifieddate' | 'hs_lastmodifieddate' {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}
