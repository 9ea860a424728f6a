import type { Instant } from '../../../shared/ids.ts';
import type { ActivityRecord, Receipt } from '../records.ts';
import { emailParticipants } from './email-participants.ts';
import type { ObjectKind } from './objects.ts';
import { receipt } from './reading/raw-record.ts';
import type { RawRecord, Utterance } from './reading/raw-record.ts';
import { formatOf, toInstant, toNumber, toText, toWords } from './values.ts';
import type { Scalar } from './values.ts';

type ActivityKind = Extract<ObjectKind, ActivityRecord['kind']>;

/** What differs from kind to kind; the rest of an activity is the same for all. */
type Particulars = Pick<ActivityRecord, 'title' | 'field' | 'text'> &
  Partial<
    Pick<
      ActivityRecord,
      'format' | 'endAt' | 'direction' | 'participants' | 'threadId' | 'outcome' | 'survey'
    >
  > & { readonly at: Instant | null };

/** HubSpot caps a text property at 65,536 characters; only a transcript or a faulty record is longer than this. */
const TEXT_LIMIT = 1_000_000;

const PARTICULARS: Readonly<Record<ActivityKind, (raw: RawRecord) => Particulars>> = {
  email,
  call,
  meeting,
  note: (raw) => body(raw, { title: null, text: raw.properties['hs_note_body'] }),
  chat: (raw) => body(raw, { title: null, text: raw.properties['hs_communication_body'] }),
  ticket,
  survey,
  task: (raw) => ({
    ...body(raw, {
      title: raw.properties['hs_task_subject'],
      text: raw.properties['hs_task_body'],
    }),
    outcome: lower(raw.properties['hs_task_status']),
  }),
};

export interface MappedActivity {
  readonly record: ActivityRecord | null;
  readonly receipt: Receipt | null;
}

export function mapActivity(kind: ActivityKind, raw: RawRecord): MappedActivity {
  const particulars = PARTICULARS[kind](raw);
  const at = particulars.at ?? raw.createdAt;
  if (at === null) {
    return { record: null, receipt: receipt(kind, raw.id, 'does not say when it happened') };
  }
  const tooLong = particulars.text.length > TEXT_LIMIT;
  const text = tooLong ? '' : particulars.text;
  const record: ActivityRecord = {
    kind,
    id: raw.id,
    updatedAt: raw.updatedAt,
    archived: raw.archived,
    endAt: null,
    direction: null,
    participants: [],
    threadId: null,
    outcome: null,
    survey: null,
    format: formatOf(text),
    ...particulars,
    at,
    text,
    ownerId: toWords(raw.properties['hubspot_owner_id']),
    contactIds: [...(raw.associations.get('contacts') ?? [])],
    dealIds: [...(raw.associations.get('deals') ?? [])],
  };
  return { record, receipt: tooLong ? unread(record, particulars.text.length) : null };
}

function unread({ kind, id }: ActivityRecord, length: number): Receipt {
  const size = length.toLocaleString('en');
  const reason = `The ${kind} ${id} has ${size} characters, more than we read; its words were left out.`;
  return { kind, id, reason };
}

function body(
  raw: RawRecord,
  { title, text }: { readonly title: Scalar; readonly text: Scalar },
): Particulars {
  return {
    at: toInstant(raw.properties['hs_timestamp']),
    title: toWords(title),
    field: 'body',
    text: toText(text),
  };
}

/** FORWARDED_EMAIL says nothing about who spoke first, so it has no direction. */
const EMAIL_DIRECTIONS: Readonly<Record<string, 'in' | 'out'>> = {
  INCOMING_EMAIL: 'in',
  EMAIL: 'out',
};

function email(raw: RawRecord): Particulars {
  const properties = raw.properties;
  const html = toWords(properties['hs_email_html']) === null ? null : properties['hs_email_html'];
  return {
    ...body(raw, {
      title: properties['hs_email_subject'],
      text: html ?? properties['hs_email_text'],
    }),
    format: html === null ? 'plain' : 'html',
    direction: EMAIL_DIRECTIONS[toWords(properties['hs_email_direction']) ?? ''] ?? null,
    participants: emailParticipants(properties),
    threadId: toWords(properties['hs_email_thread_id']),
  };
}

const CALL_DIRECTIONS: Readonly<Record<string, 'in' | 'out'>> = { INBOUND: 'in', OUTBOUND: 'out' };

function call(raw: RawRecord): Particulars {
  const properties = raw.properties;
  const note = body(raw, { title: properties['hs_call_title'], text: properties['hs_call_body'] });
  const common = {
    ...note,
    endAt: endOf(note.at, toNumber(properties['hs_call_duration'])),
    direction: CALL_DIRECTIONS[toWords(properties['hs_call_direction']) ?? ''] ?? null,
  };
  return raw.utterances === null ? common : { ...common, ...transcript(raw.utterances) };
}

/** One line an utterance, "Name: words". */
function transcript(utterances: readonly Utterance[]): Partial<Particulars> {
  const speakers = new Map(utterances.map((each) => [each.email ?? each.name, each]));
  return {
    field: 'transcript',
    format: 'plain',
    text: utterances
      .map(
        (each) =>
          `${each.name ?? each.email ?? 'Unknown'}: ${each.text.replaceAll(/\s*\n\s*/g, ' ')}`,
      )
      .join('\n'),
    participants: [...speakers.values()].map(({ name, email: address }) => ({
      role: 'with',
      name,
      email: address?.toLowerCase() ?? null,
    })),
  };
}

function endOf(at: Instant | null, durationMs: number | null): Instant | null {
  return at === null || durationMs === null ? null : toInstant(Date.parse(at) + durationMs);
}

function meeting(raw: RawRecord): Particulars {
  const properties = raw.properties;
  const notes = properties['hs_internal_meeting_notes'];
  const outcome = lower(properties['hs_meeting_outcome']);
  return {
    ...body(raw, {
      title: properties['hs_meeting_title'],
      text: toWords(notes) === null ? properties['hs_meeting_body'] : notes,
    }),
    at: toInstant(properties['hs_meeting_start_time']) ?? toInstant(properties['hs_timestamp']),
    endAt: toInstant(properties['hs_meeting_end_time']),
    outcome: outcome === 'canceled' ? 'cancelled' : outcome,
  };
}

/** A ticket that came by telephone was worded by our side. */
const WRITTEN_BY_US = 'PHONE';

function ticket(raw: RawRecord): Particulars {
  const properties = raw.properties;
  return {
    ...body(raw, { title: properties['subject'], text: properties['content'] }),
    at: toInstant(properties['createdate']),
    direction: toWords(properties['source_type']) === WRITTEN_BY_US ? null : 'in',
    outcome: toWords(properties['closed_date']) === null ? 'open' : 'closed',
  };
}

const SURVEY_TYPES: Readonly<Record<string, 'nps' | 'csat' | 'ces'>> = {
  NPS: 'nps',
  CSAT: 'csat',
  CES: 'ces',
};

function survey(raw: RawRecord): Particulars {
  const properties = raw.properties;
  const type = SURVEY_TYPES[toWords(properties['hs_survey_type'])?.toUpperCase() ?? ''];
  const email = toWords(properties['hs_contact_email_rollup'])?.toLowerCase() ?? null;
  return {
    ...body(raw, { title: properties['hs_survey_name'], text: properties['hs_content'] }),
    at: toInstant(properties['hs_submission_timestamp']) ?? toInstant(properties['hs_timestamp']),
    field: 'answer',
    direction: 'in',
    participants: email === null ? [] : [{ role: 'author', name: null, email }],
    survey: type === undefined ? null : { type, score: toNumber(properties['hs_value']) },
  };
}

function lower(value: Scalar): string | null {
  return toWords(value)?.toLowerCase() ?? null;
}
