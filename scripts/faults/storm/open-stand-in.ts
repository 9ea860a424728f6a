import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { LedgerSummary } from '../../../test/simulators/hubspot/ledger.ts';
import type { Closers } from '../../bench-sync/closers.ts';
import {
  COUNTS,
  LATENCY_MS,
  NO_HURRY,
  OPEN_EVERY,
  QUIET_ACCOUNT,
  STORMY_ACCOUNTS,
} from './storm-plan.ts';

const PROGRAM = new URL('../../../test/simulators/hubspot/serve-alone.ts', import.meta.url)
  .pathname;

const Account = z.object({ accountId: z.string(), refreshToken: z.string() });
const FirstLine = Account.extend({ url: z.string(), others: z.array(Account) });
export type InstalledAccount = z.infer<typeof Account>;

export interface StandIn {
  readonly url: string;
  readonly accounts: readonly InstalledAccount[];
  /** One of the methods behind `/_control/`; of an account, or of the whole. */
  control(verb: string, args?: readonly unknown[], accountId?: string): Promise<unknown>;
  ledger(): Promise<LedgerSummary>;
}

/** Four accounts with the same records, in a strict HubSpot that is a process of its own. */
export async function openStandIn(
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
  return {
    ...{ url, accounts: [main, ...more], control },
    // Only its own ledger is behind this verb.
    ledger: async () => (await control('ledger')) as LedgerSummary,
  };
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
