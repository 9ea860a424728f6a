import type { Instant } from '../../../shared/ids.ts';
import type { ActivityRecord, Receipt } from '../records.ts';
import { OWN_KEY, OWN_KEY_PREFIX } from './objects/activities.ts';
import type { ObjectKind } from './objects/object-type.ts';
import { caseComment, surveyAnswer, ticket } from './map-in-service.ts';
import type { Particulars } from './map-in-service.ts';
import { receipt } from './reading/raw-record.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { idsWith, personIds, toFlag, toInstant, toNumber, toText, toWords } from './values.ts';
import type { Scalar } from './values.ts';

type ActivityKind = Extract<ObjectKind, ActivityRecord['kind']>;

/** Salesforce caps a long text at 131,072 characters; only a faulty record is longer than this. */
const TEXT_LIMIT = 1_000_000;

type Describe = (raw: RawRecord, object: string) => Particulars | null;

const PARTICULARS: Readonly<Record<ActivityKind, Describe>> = {
  email,
  call,
  meeting,
  note: (raw) => ({ ...todo(raw), at: happenedAt(raw), archived: !toFlag(raw.fields['IsClosed']) }),
  task: (raw) => ({ ...todo(raw), archived: toFlag(raw.fields['IsClosed']) }),
  ticket: (raw, object) => (object === 'CaseComment' ? caseComment(raw) : ticket(raw)),
  survey: surveyAnswer,
  form: ({ fields }) => ({
    at: toInstant(fields['FirstRespondedDate']),
    title: toWords(fields['Campaign.Name']),
    field: 'answer',
    text: '',
    direction: 'in',
  }),
};

/** An outgoing mail that is not sent yet (developer.salesforce.com, EmailMessage.Status). */
const DRAFT = '5';

interface Source {
  readonly kind: ActivityKind;
  readonly object: string;
}

export interface MappedActivity {
  readonly record: ActivityRecord | null;
  readonly receipt: Receipt | null;
}

export function mapActivity({ kind, object }: Source, raw: RawRecord): MappedActivity {
  const { fields } = raw;
  if (isNobodys(kind, raw)) return { record: null, receipt: null };
  const particulars = PARTICULARS[kind](raw, object);
  if (particulars === null) return { record: null, receipt: null };
  const at = particulars.at ?? toInstant(fields['CreatedDate']);
  if (at === null)
    return { record: null, receipt: receipt(kind, raw.id, 'does not say when it happened') };
  return settle(toRecord(kind, raw, { ...particulars, at }));
}

function toRecord(
  kind: ActivityKind,
  raw: RawRecord,
  particulars: Particulars & { readonly at: Instant },
): ActivityRecord {
  const { fields } = raw;
  return {
    kind,
    id: raw.id,
    updatedAt: raw.updatedAt,
    endAt: null,
    direction: null,
    participants: [],
    threadId: null,
    outcome: null,
    survey: null,
    field: 'body',
    format: 'plain',
    ownerId: idsWith('005', [fields['OwnerId']])[0] ?? null,
    contactIds: personIds([fields['WhoId'], fields['ContactId'], fields['LeadId']]),
    ...particulars,
    archived: raw.isDeleted || (particulars.archived ?? false),
    dealIds: idsWith('006', [fields['WhatId'], fields['RelatedToId']]),
  };
}

function settle(record: ActivityRecord): MappedActivity {
  const { length } = record.text;
  if (length <= TEXT_LIMIT) return { record, receipt: null };
  return { record: { ...record, text: '' }, receipt: unread(record, length) };
}

/** A draft was never said, and what we wrote ourselves tells nothing of a buyer. */
function isNobodys(kind: ActivityKind, { fields }: RawRecord): boolean {
  if (kind === 'email') return toWords(fields['Status']) === DRAFT;
  return toWords(fields[OWN_KEY])?.startsWith(OWN_KEY_PREFIX) ?? false;
}

function unread({ kind, id }: ActivityRecord, length: number): Receipt {
  const size = length.toLocaleString('en');
  const reason = `The ${kind} ${id} has ${size} characters, more than we read; its words were left out.`;
  return { kind, id, reason };
}

/** The plain part where there is one: it is what people wrote, without a mail program's clothes. */
function email({ fields }: RawRecord): Particulars {
  const isPlain = toWords(fields['TextBody']) !== null;
  return {
    at: toInstant(fields['MessageDate']),
    title: toWords(fields['Subject']),
    text: toText(isPlain ? fields['TextBody'] : fields['HtmlBody']),
    format: isPlain || toWords(fields['HtmlBody']) === null ? 'plain' : 'html',
    direction: toFlag(fields['Incoming']) ? 'in' : 'out',
    threadId: toWords(fields['ThreadIdentifier']),
    participants: [
      ...people('author', fields['FromAddress']).map((from) => ({
        ...from,
        name: toWords(fields['FromName']),
      })),
      ...people('to', fields['ToAddress']),
      ...people('cc', fields['CcAddress']),
    ],
  };
}

type Participant = ActivityRecord['participants'][number];

/** Addresses stand in one field, with semicolons. */
function people(role: Participant['role'], addresses: Scalar): Participant[] {
  const parts = toWords(addresses)?.split(/[;,]/) ?? [];
  return parts
    .map((part) => part.trim().toLowerCase())
    .filter((email) => email !== '')
    .map((address) => ({ role, name: null, email: address }));
}

function todo({ fields }: RawRecord): Particulars {
  return {
    at: toInstant(fields['ActivityDate']),
    title: toWords(fields['Subject']),
    text: toText(fields['Description']),
    outcome: toWords(fields['Status'])?.toLowerCase() ?? null,
  };
}

function happenedAt({ fields }: RawRecord): Instant | null {
  return toInstant(fields['CompletedDateTime']) ?? toInstant(fields['CreatedDate']);
}

const CALL_DIRECTIONS: Readonly<Record<string, 'in' | 'out'>> = { Inbound: 'in', Outbound: 'out' };

function call(raw: RawRecord): Particulars {
  const at = happenedAt(raw);
  const seconds = toNumber(raw.fields['CallDurationInSeconds']);
  return {
    ...todo(raw),
    at,
    endAt: at === null || seconds === null ? null : later(at, seconds),
    direction: CALL_DIRECTIONS[toWords(raw.fields['CallType']) ?? ''] ?? null,
  };
}

function later(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1_000).toISOString();
}

function meeting({ fields }: RawRecord): Particulars {
  return {
    at: toInstant(fields['StartDateTime']),
    endAt: toInstant(fields['EndDateTime']),
    title: toWords(fields['Subject']),
    text: toText(fields['Description']),
  };
}
