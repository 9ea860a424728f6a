import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { SANDBOX_APP } from '../../../../test/simulators/hubspot/start-hubspot.ts';
import type { Closers } from '../../../bench-sync/closers.ts';
import type { LedgerSummary, StandIn, StormAccount, StormCrm } from './storm-crm.ts';
import {
  COUNTS,
  FAULT_RATES,
  LATENCY_MS,
  NO_HURRY,
  OPEN_EVERY,
  QUIET_ACCOUNT,
  STORMY_ACCOUNTS,
  TOKENS_EXPIRE_AT,
} from '../storm-plan.ts';

const PROGRAM = new URL('../../../../test/simulators/hubspot/serve-alone.ts', import.meta.url)
  .pathname;

const Account = z.object({ accountId: z.string(), refreshToken: z.string() });
const FirstLine = Account.extend({ url: z.string(), others: z.array(Account) });

/** Ids of deals that every account has, and of tasks that the stand-in gives to new ones: above the generated ones. */
const FIRST_DEAL = 600_000_001;
const FIRST_OWN_TASK = 690_000_000;
const OURS = /^attune_(?!updated_at|key)/;

export const HUBSPOT_STORM: StormCrm = {
  vendor: 'hubspot',
  pipelineId: 'sales',
  faultRates: FAULT_RATES,
  openStandIn,
  settingsOf: ({ url: baseUrl }) => {
    const { appId, clientId, clientSecret } = SANDBOX_APP;
    const publicOrigin = 'http://localhost';
    return {
      hubspot: { baseUrl, publicOrigin, appId, clientId, clientSecrets: [clientSecret] },
    };
  },
  tokensExpireAt: TOKENS_EXPIRE_AT,
  expireTokens: async (standIn, accountIds) => {
    for (const id of accountIds) await standIn.control('expireAccessTokens', [], id);
  },
  isTheirs: (column) => `${column}::bigint < ${FIRST_OWN_TASK}`,
  wentBack: `(new.cursor::jsonb ->> 'after')::numeric < (old.cursor::jsonb ->> 'after')::numeric`,
  subjectsOf: async (standIn, accountId) =>
    (await load(standIn, 'tasks', accountId)).map(({ properties }) => properties.hs_task_subject),
  writtenTo: async (standIn, accountId) => {
    const lines: string[] = [];
    for (const type of ['deals', 'contacts'] as const)
      for (const { id, properties } of await load(standIn, type, accountId))
        for (const [name, value] of Object.entries(properties))
          if (OURS.test(name) && value !== null) lines.push(`${type} ${id} ${name} ${value}`);
    return lines;
  },
};

const Records = z.array(
  z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) }).loose(),
);

async function load(standIn: StandIn, type: string, accountId: string) {
  return Records.parse(await standIn.control('recordsOf', [type], accountId));
}

/** Four accounts with the same records, in a strict HubSpot that is a process of its own. */
async function openStandIn(
  { folder, now }: { readonly folder: string; readonly now: Date },
  closers: Closers,
): Promise<StandIn> {
  const file = path.join(folder, 'plan.json');
  const content = {
    ...{ kind: 'large', seed: 11, counts: COUNTS, openEvery: OPEN_EVERY },
    before: new Date(now.getTime() - 60_000),
  };
  const others = STORMY_ACCOUNTS.map((accountId) => ({ accountId }));
  const quiet = { accountId: QUIET_ACCOUNT, limits: NO_HURRY };
  await writeFile(file, JSON.stringify({ ...quiet, content, others, latencyMs: LATENCY_MS }));
  const child = spawn(process.execPath, [PROGRAM, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  closers.add(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(String),
    gone.then(() => Promise.reject(new Error('The stand-in did not start.'))),
  ]);
  const { url, others: more, ...main } = FirstLine.parse(JSON.parse(line));
  const control: StandIn['control'] = (verb, args = [], accountId) =>
    ask(`${url}/_control/${verb}`, {
      args,
      ...(accountId === undefined ? {} : { portal: accountId }),
    });
  const accounts = [main, ...more].map((account) => toAccount(control, account));
  return {
    ...{ url, accounts: await Promise.all(accounts), control },
    // Only its own ledger is behind this verb.
    ledger: async () => (await control('ledger')) as LedgerSummary,
  };
}

async function toAccount(
  control: StandIn['control'],
  { accountId, refreshToken }: z.infer<typeof Account>,
): Promise<StormAccount> {
  const accessToken = z.string().parse(await control('issueAccessToken', [], accountId));
  const dealIds = Array.from({ length: COUNTS.deals }, (_, index) => String(FIRST_DEAL + index));
  return { accountId, dealIds, credentials: { accessToken, refreshToken } };
}

async function ask(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The stand-in refused: ${await response.text()}`);
  return z.object({ result: z.unknown() }).parse(await response.json()).result;
}
