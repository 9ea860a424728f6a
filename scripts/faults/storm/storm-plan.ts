import type { RandomFaults } from '../../../test/simulators/hubspot/faults.ts';

/** The account that each tenant is connected to: sized so that a storm of 60 s does not see its end. */
export const COUNTS = {
  companies: 12_000,
  contacts: 100,
  deals: 50,
  emails: 1_500,
  calls: 300,
  meetings: 500,
  notes: 500,
  tasks: 6_000,
} as const;

/** Most deals of a real account are closed; the open ones are read first, with everything around them. */
export const OPEN_EVERY = 25;

/** The first spends a quiet night, which the others are held against. All have the same records. */
export const QUIET_ACCOUNT = '7000001';
export const STORMY_ACCOUNTS = ['7000002', '7000003', '7000004'] as const;

/** The quiet night is only waited for, so its account gives it as many calls as it likes. */
export const NO_HURRY = { tenSecondly: 5_000, searchSecondly: 100 } as const;

/**
 * Of all answers, 5 % are 429. Most of them are the kind that is over in a second, as in life; the other kind stops an
 * account for ten.
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
export const TASKS = 20;

/** How long a worker lives after it reported ready. */
export const LIFE_MS = { shortest: 150, longest: 850 } as const;
export const FEWEST_KILLS = 40;
/** On a slow machine the kills take longer than was given: up to this many times as long. */
export const LONGEST_STRETCH = 1.5;

/** After the last fault. */
export const REST_MS = 60_000;

/** When, of the given time, something besides a worker is struck. */
export const POSTGRES_KILLS_AT = [0.33, 0.7] as const;
export const QUEUE_FLUSHES_AT = [0.5] as const;
export const TOKENS_EXPIRE_AT = [0.2, 0.4, 0.6, 0.8] as const;
