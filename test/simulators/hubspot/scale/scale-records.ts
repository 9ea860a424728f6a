import type { HubSpotRecord, ObjectName, Properties } from '../hubspot-record.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** The records of made-up accounts, one at a time: short texts put together from parts. */

export const FIRST_ID = {
  companies: 620_000_001,
  contacts: 610_000_001,
  deals: 600_000_001,
  activities: 640_000_001,
};

const OPENINGS = ['Thanks for the call.', 'Following up on Monday.', 'Quick one from us.'] as const;
const CORES = [
  'I am worried that the migration slips again.',
  'The export is exactly what we needed.',
  'What happens to our history if we move?',
  'Legal still waits for the data processing terms.',
  'We cannot train forty people in two weeks.',
  'Could you send the price for sixty users?',
  'The pilot went well and the team likes it.',
  'Nobody told us that the module costs extra.',
  'Our director wants to see a reference first.',
] as const;
const CLOSINGS = ['Speak soon.', 'Best regards', 'Let me know.'] as const;

export interface Draft {
  readonly number: number;
  readonly createdAt: string;
  readonly ownerId: string;
}

export function company({ number, createdAt }: Draft): HubSpotRecord {
  return {
    type: 'companies',
    id: String(FIRST_ID.companies + number),
    properties: { name: `Generated company ${number}`, domain: `c${number}.generated.example` },
    createdAt,
    updatedAt: createdAt,
  };
}

export function contact({ number, createdAt, ownerId }: Draft): HubSpotRecord {
  return {
    type: 'contacts',
    id: String(FIRST_ID.contacts + number),
    properties: {
      firstname: 'Generated',
      lastname: `Person ${number}`,
      email: mailOf(number),
      jobtitle: 'Head of Operations',
      hubspot_owner_id: ownerId,
    },
    associations: { companies: [String(FIRST_ID.companies + number)] },
    createdAt,
    updatedAt: createdAt,
  };
}

export function deal({ number, createdAt, ownerId }: Draft): HubSpotRecord {
  const stage = 'qualifiedtobuy';
  return {
    type: 'deals',
    id: String(FIRST_ID.deals + number),
    properties: {
      dealname: `Generated deal ${number}`,
      pipeline: 'sales',
      dealstage: stage,
      hs_is_closed: 'false',
      notes_last_updated: createdAt,
      amount: '12000',
      deal_currency_code: 'GBP',
      createdate: createdAt,
      hubspot_owner_id: ownerId,
    },
    history: {
      dealstage: [{ value: stage, timestamp: createdAt }],
      hubspot_owner_id: [{ value: ownerId, timestamp: createdAt }],
    },
    associations: {
      contacts: [String(FIRST_ID.contacts + number)],
      companies: [String(FIRST_ID.companies + number)],
    },
    createdAt,
    updatedAt: createdAt,
  };
}

export interface Moment {
  readonly id: string;
  readonly at: string;
  readonly incoming: boolean;
}

/** Six of ten are mails, as in most accounts (assumed). */
const TYPES: readonly [ObjectName, ...ObjectName[]] = [
  'emails',
  'emails',
  'emails',
  'emails',
  'emails',
  'emails',
  'notes',
  'notes',
  'calls',
  'meetings',
];

/** The type is drawn before the text. */
export function anyActivity(random: SeededRandom, draft: Draft, moment: Moment): HubSpotRecord {
  const type = random.pick(TYPES);
  return activity({ type, text: shortText(random) }, draft, moment);
}

export function shortText(random: SeededRandom): string {
  return [random.pick(OPENINGS), random.pick(CORES), random.pick(CLOSINGS)].join(' ');
}

export function activity(
  { type, text }: { readonly type: ObjectName; readonly text: string },
  draft: Draft,
  moment: Moment,
): HubSpotRecord {
  return {
    type,
    id: moment.id,
    properties: {
      hs_timestamp: moment.at,
      hubspot_owner_id: draft.ownerId,
      ...BODIES[type]?.(text, draft, moment),
    },
    associations: {
      contacts: [String(FIRST_ID.contacts + draft.number)],
      deals: [String(FIRST_ID.deals + draft.number)],
    },
    createdAt: moment.at,
    updatedAt: moment.at,
  };
}

type Body = (text: string, draft: Draft, moment: Moment) => Properties;

const SELLER_MAIL = 'seller@larkfield.example';

const BODIES: Readonly<Partial<Record<ObjectName, Body>>> = {
  emails: (text, { number }, { incoming }) => ({
    hs_email_subject: 'Your project',
    hs_email_text: text,
    hs_email_direction: incoming ? 'INCOMING_EMAIL' : 'EMAIL',
    hs_email_from_email: incoming ? mailOf(number) : SELLER_MAIL,
    hs_email_to_email: incoming ? SELLER_MAIL : mailOf(number),
    hs_email_thread_id: `generated-${number}`,
  }),
  notes: (text) => ({ hs_note_body: text }),
  calls: (text) => ({ hs_call_title: 'Call', hs_call_body: text }),
  meetings: (text) => ({
    hs_meeting_title: 'Meeting',
    hs_internal_meeting_notes: text,
    hs_meeting_outcome: 'COMPLETED',
  }),
  tasks: (text) => ({
    hs_task_subject: 'Next step',
    hs_task_body: text,
    hs_task_status: 'NOT_STARTED',
  }),
};

function mailOf(number: number): string {
  return `person-${number}@c${number}.generated.example`;
}

export function instant(ms: number): string {
  return new Date(Math.floor(ms)).toISOString();
}
