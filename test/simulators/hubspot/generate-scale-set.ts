import type { HubSpotRecord, ObjectName, Properties } from './hubspot-record.ts';
import { SeededRandom } from './seeded-random.ts';

/**
 * A large account for measuring, never committed: by default 20,000 deals and 200,000 activities with short texts put
 * together from parts. It streams, so its size costs no memory until somebody keeps it.
 */
export interface ScaleOptions {
  readonly seed: number;
  readonly deals: number;
  readonly activitiesPerDeal: number;
  /** Everything happened before this moment, within the 180 days before it. */
  readonly before: Date;
  readonly ownerIds: readonly [string, ...string[]];
}

export const SCALE_SET = { seed: 1, deals: 20_000, activitiesPerDeal: 10 } as const;

const DAY_MS = 86_400_000;
const FIRST_ID = {
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

export function* generateScaleSet(options: ScaleOptions): Iterable<HubSpotRecord> {
  const random = new SeededRandom(options.seed);
  for (let number = 0; number < options.deals; number += 1) {
    yield* oneDeal(random, options, number);
  }
}

function* oneDeal(
  random: SeededRandom,
  options: ScaleOptions,
  number: number,
): Iterable<HubSpotRecord> {
  const createdMs = options.before.getTime() - random.int(30, 180) * DAY_MS;
  const draft: Draft = {
    number,
    createdAt: instant(createdMs),
    ownerId: random.pick(options.ownerIds),
  };
  yield company(draft);
  yield contact(draft);
  yield deal(draft);
  const stepMs = (options.before.getTime() - createdMs) / (options.activitiesPerDeal + 1);
  for (let index = 0; index < options.activitiesPerDeal; index += 1) {
    const id = FIRST_ID.activities + number * options.activitiesPerDeal + index;
    const at = instant(createdMs + (index + random.next()) * stepMs);
    yield activity(random, draft, { id: String(id), at, incoming: index % 2 === 0 });
  }
}

interface Draft {
  readonly number: number;
  readonly createdAt: string;
  readonly ownerId: string;
}

function company({ number, createdAt }: Draft): HubSpotRecord {
  return {
    type: 'companies',
    id: String(FIRST_ID.companies + number),
    properties: { name: `Generated company ${number}`, domain: `c${number}.generated.example` },
    createdAt,
    updatedAt: createdAt,
  };
}

function contact({ number, createdAt, ownerId }: Draft): HubSpotRecord {
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

function deal({ number, createdAt, ownerId }: Draft): HubSpotRecord {
  const stage = 'qualifiedtobuy';
  return {
    type: 'deals',
    id: String(FIRST_ID.deals + number),
    properties: {
      dealname: `Generated deal ${number}`,
      pipeline: 'sales',
      dealstage: stage,
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

interface Moment {
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

function activity(random: SeededRandom, draft: Draft, moment: Moment): HubSpotRecord {
  const type = random.pick(TYPES);
  const text = [random.pick(OPENINGS), random.pick(CORES), random.pick(CLOSINGS)].join(' ');
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
};

function mailOf(number: number): string {
  return `person-${number}@c${number}.generated.example`;
}

function instant(ms: number): string {
  return new Date(Math.floor(ms)).toISOString();
}
