import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../shared/vocabulary.ts';

/** Every adapter produces these and nothing else. Ids are the CRM's own, as text; moments are ISO 8601 in UTC. */

export const SUBJECT_KINDS = ['owner', 'pipeline', 'company', 'contact', 'deal', 'lead'] as const;
export const RECORD_KINDS = [...SUBJECT_KINDS, ...ACTIVITY_KINDS] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const instant = z.iso.datetime({ precision: 3 });
const base = { id: z.string().min(1), updatedAt: instant, archived: z.boolean() };

/** A person on our side: the CRM's user or owner. */
export const OwnerRecord = z.strictObject({
  kind: z.literal('owner'),
  ...base,
  name: z.string(),
  email: z.string().nullable(),
  userId: z.string().nullable(),
  teamIds: z.array(z.string()),
});

export const PipelineRecord = z.strictObject({
  kind: z.literal('pipeline'),
  ...base,
  label: z.string(),
  stages: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      closed: z.enum(['won', 'lost']).nullable(),
    }),
  ),
});

export const CompanyRecord = z.strictObject({
  kind: z.literal('company'),
  ...base,
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
});

const count = z.int().nonnegative().nullable();

/**
 * The CRM's own figures of what a contact did with mailings, with single tracked mails, on our website and in forms. Each
 * is null where the CRM does not say. No address of a page is among them.
 */
const Responses = z.strictObject({
  mailingsOpened: count,
  mailingOpenedAt: instant.nullable(),
  mailingsClicked: count,
  mailingClickedAt: instant.nullable(),
  mailingsAnswered: count,
  mailingAnsweredAt: instant.nullable(),
  mailOpenedAt: instant.nullable(),
  mailClickedAt: instant.nullable(),
  mailAnsweredAt: instant.nullable(),
  pagesSeen: count,
  pageSeenAt: instant.nullable(),
  /** The form they filled in last, as the CRM names it. */
  formName: z.string().nullable(),
  formFilledAt: instant.nullable(),
});

export const ContactRecord = z.strictObject({
  kind: z.literal('contact'),
  ...base,
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  ownerId: z.string().nullable(),
  companyIds: z.array(z.string()),
  /** Their firm in words, where no company record stands for it, as with a Salesforce lead. */
  companyName: z.string().nullable().optional(),
  doNotAnalyse: z.boolean(),
  /** Null: the CRM has none, or they are not read. */
  responses: Responses.nullable(),
});

export const DealRecord = z.strictObject({
  kind: z.literal('deal'),
  ...base,
  name: z.string(),
  pipelineId: z.string(),
  stageId: z.string(),
  /** The CRM's own history of its pipeline stage, oldest first. */
  stageHistory: z.array(z.strictObject({ stageId: z.string(), at: instant })),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  closeAt: instant.nullable(),
  createdAt: instant,
  ownerId: z.string().nullable(),
  /** Moments at which the owner changed, oldest first; the first entry is the first owner. */
  ownerHistory: z.array(z.strictObject({ ownerId: z.string(), at: instant })),
  contactIds: z.array(z.string()),
  companyIds: z.array(z.string()),
  doNotAnalyse: z.boolean(),
});

/** A HubSpot lead: a conversation that the CRM has given a name. A Salesforce Lead is a person, and so a contact. */
export const LeadRecord = z.strictObject({
  kind: z.literal('lead'),
  ...base,
  name: z.string(),
  contactIds: z.array(z.string()),
  ownerId: z.string().nullable(),
  createdAt: instant,
});

/** Where the words stand in the CRM: the property or resource a quote's offsets point into. */
export const TextField = z.enum(['body', 'transcript', 'answer']);

/**
 * Anything that happened between the two sides. `text` lives in memory during a run and is never stored.
 * A transcript's or chat's text is one line an utterance, "Name: words".
 */
export const ActivityRecord = z.strictObject({
  kind: z.enum(ACTIVITY_KINDS),
  ...base,
  /** When it happens or happened; a task's is its due moment. */
  at: instant,
  endAt: instant.nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  title: z.string().nullable(),
  field: TextField,
  format: z.enum(['html', 'plain']),
  text: z.string(),
  /** Where the text was said at several moments: from which offset on it was said when. By `start`; else all at `at`. */
  moments: z.array(z.strictObject({ start: z.int().nonnegative(), at: instant })).optional(),
  /** The CRM owner who logged it, when it has one. */
  ownerId: z.string().nullable(),
  participants: z.array(
    z.strictObject({
      role: z.enum(['author', 'to', 'cc', 'with']),
      name: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
  contactIds: z.array(z.string()),
  dealIds: z.array(z.string()),
  threadId: z.string().nullable(),
  /** A meeting's or ticket's state in the CRM's words, lower case: completed, cancelled, open, closed … */
  outcome: z.string().nullable(),
  survey: z
    .strictObject({ type: z.enum(['nps', 'csat', 'ces']), score: z.number().nullable() })
    .nullable(),
});

export const CrmRecord = z.union([
  OwnerRecord,
  PipelineRecord,
  CompanyRecord,
  ContactRecord,
  DealRecord,
  LeadRecord,
  ActivityRecord,
]);

export type OwnerRecord = z.infer<typeof OwnerRecord>;
export type PipelineRecord = z.infer<typeof PipelineRecord>;
export type CompanyRecord = z.infer<typeof CompanyRecord>;
export type ContactRecord = z.infer<typeof ContactRecord>;
export type DealRecord = z.infer<typeof DealRecord>;
export type LeadRecord = z.infer<typeof LeadRecord>;
export type TextField = z.infer<typeof TextField>;
export type ActivityRecord = z.infer<typeof ActivityRecord>;
export type SubjectRecord = Exclude<CrmRecord, ActivityRecord>;
export type CrmRecord = z.infer<typeof CrmRecord>;

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A record that was seen but could not be taken over: its receipt line. */
export interface Receipt {
  readonly kind: RecordKind;
  /** The CRM's id where one could be made out, else null. */
  readonly id: string | null;
  /** A sentence for the admin: what happened and what it means. */
  readonly reason: string;
}

const activityKinds: ReadonlySet<string> = new Set(ACTIVITY_KINDS);

export function isActivityKind(kind: RecordKind): kind is ActivityRecord['kind'] {
  return activityKinds.has(kind);
}

export function isActivity(record: CrmRecord): record is ActivityRecord {
  return activityKinds.has(record.kind);
}
