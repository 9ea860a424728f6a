import type { RandomFaults } from '../../../test/simulators/hubspot/faults.ts';

/**
 * The account that each tenant is connected to: so large that a storm of 60 s does not see its end, and so small that two
 * workers on two cores read what is left of three of them within the minute of rest.
 */
export const COUNTS = {
  companies: 15_000,
  contacts: 100,
  deals: 50,
  emails: 1_000,
  calls: 200,
  meetings: 300,
  notes: 300,
  tasks: 9_000,
} as const;

/** Most deals of a real account are closed; the open ones are read first, with everything around them. */
export const OPEN_EVERY = 25;

/** The first spends a quiet night, which the others are held against. All have the same records. */
export const QUIET_ACCOUNT = '7000001';
export const STORMY_ACCOUNTS = ['7000002', '7000003', '7000004'] as const;

/** The quiet night is only waited for, so its account gives it as many calls as it likes. */
export const NO_HURRY = { tenSecondly: 5_000, searchSecondly: 100 } as const;

/**
 * Of all answers, 13 % are spoiled, 5 % of all as 429. Most of these are the kind that is over in a second, as in life;
 * the other kind stops an account for ten.
 */
export const FAULT_RATES: RandomFaults['rates'] = {
  rate_limited: 0.01,
  search_rate_limited: 0.04,
  bad_gateway: 0.02,
  half_body: 0.03,
  applied_unanswered: 0.03,
};

export const LATENCY_MS = 10;

/** To-dos that people ask for on cards, for each tenant. */
export const TASKS = 8;

/** How long a worker lives after it reported ready. */
export const LIFE_MS = { shortest: 150, longest: 850 } as const;
/** 40 in 60 s, as the least; a few to spare, and no more, since each of them costs the calls that were under way. */
export const KILLS_A_SECOND = 40 / 60;
export const KILLS_A_SECOND_AT_MOST = 44 / 60;
/** HubSpot certifies apps below 5 % (research/hubspot.md §4.4); what the storm itself spoils does not count. */
export const MOST_OWN_ERRORS = 0.05;

/** After the last fault. */
export const REST_MS = 60_000;

/** When, of the given time, something besides a worker is struck. */
export const POSTGRES_KILLS_AT = [0.33, 0.7] as const;
export const QUEUE_FLUSHES_AT = [0.5] as const;
/**
 * Far more often than in life. A worker that is killed while it renews a key leaves its account without one until its
 * lease ends, which is 45 s (server/store/credentials/refresh-lease.ts).
 */
export const TOKENS_EXPIRE_AT = [0.2, 0.4, 0.6, 0.8] as const;
