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
  /** Each owner's user, without rights, when absent. */
  readonly users?: readonly HubSpotUser[];
  /** The account's own zone, whose midnight ends the daily limit. UTC when absent. */
  readonly timeZone?: string;
}

/** Contacts keep the older name (research/hubspot.md §4.2). */
export function changedProperty(type: ObjectName): 'lastmodifieddate' | 'hs_lastmodifieddate' {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}
