import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { HubSpotAccount } from './hubspot-record.ts';
import { loadStories } from './load-stories.ts';
import { HUBSPOT_LIMITS, NO_LIMITS } from './rate-limits.ts';
import { largePortal } from './scale/large-portal.ts';
import type { ScalePlan } from './scale/scale-source.ts';
import { SANDBOX_APP, startHubSpot } from './start-hubspot.ts';
import type { StartOptions } from './start-hubspot.ts';

/**
 * A portal in a process of its own, or several with the same content behind one address: `node
 * test/simulators/hubspot/serve-alone.ts plan.json`. Prints one line of JSON, `{"url", "accountId", "refreshToken",
 * "others": [{"accountId", "refreshToken"}]}`, then serves until it is ended. Everything else goes by `POST /_control/…`
 * (control/control-desk.ts).
 */
const Counts = z.record(z.string(), z.int().min(0));
const Large = z.object({
  kind: z.literal('large'),
  seed: z.int(),
  counts: Counts,
  before: z.coerce.date(),
  days: z.number().positive().optional(),
  transcriptEvery: z.int().min(0).optional(),
  openEvery: z.int().min(1).optional(),
});
const Content = z.discriminatedUnion('kind', [
  Large,
  z.object({ kind: z.literal('stories'), firstNight: z.string() }),
  z.object({ kind: z.literal('account'), account: z.record(z.string(), z.unknown()) }),
]);
const AnyLimits = z
  .union([
    z.enum(['hubspot', 'none']),
    z.object({
      tenSecondly: z.number(),
      searchSecondly: z.number(),
      daily: z.number().optional(),
    }),
  ])
  .default('hubspot');
const Plan = z.object({
  accountId: z.string().regex(/^\d+$/),
  content: Content,
  /** More accounts that have the app, with the same content, each with limits of its own. */
  others: z
    .array(z.object({ accountId: z.string().regex(/^\d+$/), limits: AnyLimits }))
    .default([]),
  port: z.int().default(0),
  limits: AnyLimits,
  /** Real time when absent; else it stands still until `setClock` moves it. */
  clock: z.coerce.date().nullable().default(null),
  rollingLimitsOn: z.enum(['real_time', 'clock']).default('real_time'),
  latencyMs: z.number().min(0).default(0),
  clientSecret: z.string().default(SANDBOX_APP.clientSecret),
  randomFaults: z
    .object({ seed: z.int(), rates: z.record(z.string(), z.number()) })
    .nullable()
    .default(null),
});
type Plan = z.infer<typeof Plan>;

async function serveAlone(file: string): Promise<void> {
  const plan = Plan.parse(JSON.parse(readFileSync(file, 'utf8')));
  const standIn = await startHubSpot(await toOptions(plan));
  if (plan.randomFaults !== null) {
    standIn.setRandomFaults(plan.randomFaults);
  }
  const { url, accountId, refreshToken } = standIn;
  const others = plan.others.map((other) => {
    const { refreshToken: token } = standIn.portal(other.accountId);
    return { accountId: other.accountId, refreshToken: token };
  });
  process.stdout.write(`${JSON.stringify({ url, accountId, refreshToken, others })}\n`);
}

async function toOptions(plan: Plan): Promise<StartOptions> {
  let now = plan.clock;
  const { accountId, port, rollingLimitsOn, latencyMs, clientSecret } = plan;
  return {
    ...(await toAccount(plan.content)),
    ...{ accountId, port, rollingLimitsOn, latencyMs },
    app: { ...SANDBOX_APP, clientSecret },
    clock: () => now ?? new Date(),
    setClock: (moment) => {
      now = moment;
    },
    limits: toLimits(plan.limits),
    otherPortals: await Promise.all(
      plan.others.map(async (other) => ({
        ...(await toAccount(plan.content)),
        accountId: other.accountId,
        limits: toLimits(other.limits),
      })),
    ),
  };
}

function toLimits(limits: Plan['limits']): NonNullable<StartOptions['limits']> {
  if (limits === 'hubspot') return HUBSPOT_LIMITS;
  if (limits === 'none') return NO_LIMITS;
  const { daily, ...rolling } = limits;
  return daily === undefined ? rolling : { ...rolling, daily };
}

async function toAccount(content: Plan['content']): Promise<HubSpotAccount> {
  if (content.kind === 'stories') return loadStories(content.firstNight);
  // A whole account, in the form of hubspot-record.ts, made by the test that starts this process.
  if (content.kind === 'account') return content.account as unknown as HubSpotAccount;
  // Unknown kinds of records in the counts are passed over.
  return largePortal(content as Pick<ScalePlan, 'seed' | 'counts' | 'before'>);
}

const [, , planFile] = process.argv;
if (planFile === undefined) throw new Error('Usage: serve-alone.ts plan.json');
await serveAlone(planFile);
