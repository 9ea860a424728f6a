import type { HubSpotRecord } from './hubspot-record.ts';
import { SeededRandom } from './seeded-random.ts';

/**
 * Closed deals behind the stories, so that rules and learning have a past to look at: stage histories, survey scores
 * and outcomes, without a word of text. Every name says "Generated". Drawn as follows, not measured anywhere: each deal
 * has a fit between 0 and 1; a better fit wins more often, moves faster, involves more people and scores higher later.
 */
export interface ClosedDealOptions {
  readonly seed: number;
  readonly count: number;
  /** Every deal closed before this moment, within the two years before it. */
  readonly before: Date;
  readonly ownerIds: readonly [string, ...string[]];
}

const DAY_MS = 86_400_000;
const LONG_AGO = '2020-01-01T00:00:00.000Z';
const STAGES = [
  'appointmentscheduled',
  'qualifiedtobuy',
  'presentationscheduled',
  'decisionmakerboughtin',
  'contractsent',
] as const;

const FIRST_ID = {
  companies: 720_000_001,
  contacts: 710_000_001,
  deals: 700_000_001,
  surveys: 730_000_001,
};
const PEOPLE_PER_DEAL = 4;

/** Streams about four records a deal, what is pointed at before what points. */
export function* generateClosedDeals(options: ClosedDealOptions): Iterable<HubSpotRecord> {
  const random = new SeededRandom(options.seed);
  for (let number = 1; number <= options.count; number += 1) {
    yield* oneDeal(random, options, number);
  }
}

function* oneDeal(
  random: SeededRandom,
  options: ClosedDealOptions,
  number: number,
): Iterable<HubSpotRecord> {
  const fit = random.next();
  const closedMs = options.before.getTime() - Math.ceil(random.int(1, 730) * DAY_MS);
  const stages = walk(random, fit, closedMs);
  const createdAt = stages[0]?.timestamp ?? instant(closedMs);
  const ownerId = random.pick(options.ownerIds);
  const company = toCompany(number, createdAt);
  const contacts = peopleOf(random, { fit, number }).map((id, index) =>
    toContact({ id, ownerId, createdAt, name: `${number} ${index + 1}`, companyId: company.id }),
  );
  yield company;
  yield* contacts;
  const contactIds = contacts.map((contact) => contact.id);
  const deal = toDeal({ number, stages, ownerId, contactIds, amount: random.int(4, 120) * 1_000 });
  yield { ...deal, associations: { contacts: contactIds, companies: [company.id] } };
  const won = stages.at(-1)?.value === 'closedwon';
  if (won && random.chance(0.4)) yield survey(random, { fit, number, deal });
}

interface StageChange {
  readonly value: string;
  readonly timestamp: string;
}

/** Backwards from the day it closed; a poor fit stays longer in each stage, and some step back once. */
function walk(random: SeededRandom, fit: number, closedMs: number): readonly StageChange[] {
  const won = random.chance(0.12 + 0.6 * fit);
  const reached = won ? STAGES.length : random.int(1, STAGES.length);
  const passed: string[] = STAGES.slice(0, reached);
  if (reached > 2 && random.chance(0.15)) passed.splice(reached - 1, 0, STAGES[reached - 2] ?? '');
  const days = passed.map(() => 1 + random.exponential(8 + 14 * (1 - fit)));
  const whole = days.reduce((sum, each) => sum + each, 0);
  let atMs = closedMs - whole * DAY_MS;
  const changes = passed.map((value, index) => {
    const timestamp = instant(atMs);
    atMs += (days[index] ?? 0) * DAY_MS;
    return { value, timestamp };
  });
  return [...changes, { value: won ? 'closedwon' : 'closedlost', timestamp: instant(closedMs) }];
}

function peopleOf(
  random: SeededRandom,
  { fit, number }: { fit: number; number: number },
): string[] {
  const count = Math.min(PEOPLE_PER_DEAL, 1 + Math.floor(random.exponential(0.5 + fit)));
  const first = FIRST_ID.contacts + (number - 1) * PEOPLE_PER_DEAL;
  return Array.from({ length: count }, (_, index) => String(first + index));
}

function toCompany(number: number, createdAt: string): HubSpotRecord {
  return {
    type: 'companies',
    id: String(FIRST_ID.companies + number - 1),
    properties: { name: `Generated company ${number}`, industry: 'generated' },
    createdAt,
    updatedAt: createdAt,
  };
}

interface ContactDraft {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly companyId: string;
  readonly createdAt: string;
}

function toContact({ id, name, ownerId, companyId, createdAt }: ContactDraft): HubSpotRecord {
  return {
    type: 'contacts',
    id,
    properties: {
      firstname: 'Generated',
      lastname: `person ${name}`,
      email: `person-${id}@generated.example`,
      hubspot_owner_id: ownerId,
    },
    associations: { companies: [companyId] },
    createdAt,
    updatedAt: createdAt,
  };
}

interface DealDraft {
  readonly number: number;
  /** Oldest first, never empty. */
  readonly stages: readonly StageChange[];
  readonly ownerId: string;
  readonly contactIds: readonly string[];
  readonly amount: number;
}

function toDeal({ number, stages, ownerId, amount }: DealDraft): HubSpotRecord {
  const createdAt = stages.at(0)?.timestamp ?? LONG_AGO;
  const closed = stages.at(-1) ?? { value: 'closedlost', timestamp: LONG_AGO };
  return {
    type: 'deals',
    id: String(FIRST_ID.deals + number - 1),
    properties: {
      dealname: `Generated deal ${number}`,
      pipeline: 'sales',
      dealstage: closed.value,
      amount: String(amount),
      deal_currency_code: 'GBP',
      createdate: createdAt,
      closedate: closed.timestamp,
      hubspot_owner_id: ownerId,
    },
    history: {
      dealstage: stages.toReversed(),
      hubspot_owner_id: [{ value: ownerId, timestamp: createdAt }],
    },
    createdAt,
    updatedAt: closed.timestamp,
  };
}

/** An NPS answer within a day of the signature: a score, no words. */
function survey(
  random: SeededRandom,
  { fit, number, deal }: { fit: number; number: number; deal: HubSpotRecord },
): HubSpotRecord {
  const at = instant(Date.parse(deal.updatedAt) + random.int(0, 20) * 3_600_000);
  const score = Math.max(0, Math.min(10, Math.round(3 + 6 * fit + random.int(-2, 2))));
  return {
    type: 'feedback_submissions',
    id: String(FIRST_ID.surveys + number - 1),
    properties: {
      hs_survey_type: 'NPS',
      hs_survey_name: 'Generated survey',
      hs_value: String(score),
      hs_content: null,
      hs_submission_timestamp: at,
      hs_timestamp: at,
      hubspot_owner_id: deal.properties['hubspot_owner_id'] ?? null,
    },
    associations: {
      contacts: [String(FIRST_ID.contacts + (number - 1) * PEOPLE_PER_DEAL)],
      deals: [deal.id],
    },
    createdAt: at,
    updatedAt: at,
  };
}

function instant(ms: number): string {
  return new Date(Math.floor(ms)).toISOString();
}
