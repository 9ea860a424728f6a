import { z } from 'zod';
import { READ_SWITCHES, TenantSettings } from '../../settings.ts';
import { CONNECTION_STATES } from '../../vocabulary.ts';

const instant = z.string();
const Link = z.strictObject({ label: z.string(), href: z.string() });

/** What an admin checks off before the first useful card; each step looks for itself whether it is done. */
export const FIRST_RUN_STEPS = [
  'connected',
  'scopes',
  'card_placed',
  'pipelines',
  'budget',
  'first_cards',
] as const;

export const SettingsView = z.strictObject({
  /** The account's own IANA zone: the night's hour and the day of the budget are of this clock. */
  timeZone: z.string(),
  connection: z.strictObject({
    state: z.enum(CONNECTION_STATES),
    since: instant,
    /** A sentence; null while active. */
    reason: z.string().nullable(),
    /** Where an admin connects this account again; null while active. */
    reconnectUrl: z.string().nullable(),
  }),
  /** Null: none has begun yet. */
  lastNight: z
    .strictObject({
      startedAt: instant,
      finishedAt: instant.nullable(),
      /** Null while it runs. */
      outcome: z.enum(['complete', 'partial', 'reconnect_needed']).nullable(),
      records: z.int(),
      activities: z.int(),
      readings: z.int(),
      cards: z.int(),
      calls: z.int(),
    })
    .nullable(),
  /** Null while nothing is read, because the account is not connected or no pipeline is chosen. */
  nextNightAt: instant.nullable(),
  /** What each permission that is missing costs, and of all activity the share that we read: a sentence each. */
  permissions: z.strictObject({
    missing: z.array(z.string()),
    share: z.string().nullable(),
  }),
  coverage: z.array(
    z.strictObject({
      kind: z.string(),
      /** As an admin calls them: "mails". */
      name: z.string(),
      /** Held by us now. */
      read: z.int(),
      skipped: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
      state: z.enum(['read', 'switched_off', 'not_permitted', 'not_read_yet']),
      /** Why none or not all are read: a sentence. */
      note: z.string().nullable(),
      /** The switch of this kind; null: it has none. */
      switch: z.enum(READ_SWITCHES).nullable(),
    }),
  ),
  /** The newest 50. */
  receipts: z.array(
    z.strictObject({
      kind: z.string(),
      recordId: z.string().nullable(),
      reason: z.string(),
      at: instant,
    }),
  ),
  /** CRM calls of the account's own day. */
  budget: z.strictObject({
    dailyCalls: z.int(),
    usedToday: z.int(),
    /** Of the used ones: for people who waited, and for the CRM's own notices. */
    usedForVisitors: z.int(),
    /** What the night leaves for them. */
    keptForVisitors: z.int(),
    resetsAt: instant,
    /** Of today's calls, answered with an error, from 0 to 1; null before the first call. */
    errorShare: z.number().nullable(),
  }),
  lag: z.strictObject({
    /** Up to when everything was read; null: the past is still being read. */
    readUntil: instant.nullable(),
    /** Changes that we know of and have not read yet, and since when the oldest waits. */
    waiting: z.int(),
    oldestWaitingSince: instant.nullable(),
  }),
  settings: TenantSettings,
  pipelines: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      /** Null before the account's deals were read. */
      openDeals: z.int().nullable(),
      chosen: z.boolean(),
    }),
  ),
  /** Null: no past is being read. */
  backfill: z
    .strictObject({
      /** From 0 to 1. */
      share: z.number(),
      /** Null while it is too early to say. */
      doneAround: instant.nullable(),
    })
    .nullable(),
  firstRun: z.array(
    z.strictObject({
      step: z.enum(FIRST_RUN_STEPS),
      state: z.enum(['done', 'waiting', 'attention']),
      sentence: z.string(),
      link: Link.nullable(),
    }),
  ),
  /** Null until there is a console. */
  consoleUrl: z.string().nullable(),
});
export type SettingsView = z.infer<typeof SettingsView>;

/**
 * GET /v1/settings: everything the settings page shows of one account.
 * Errors: 401 signature_invalid · 403 crm_forbidden (neither installer nor super admin) · 404 tenant_unknown.
 */
export const getSettings = {
  method: 'GET',
  path: '/v1/settings',
  response: SettingsView,
} as const;
