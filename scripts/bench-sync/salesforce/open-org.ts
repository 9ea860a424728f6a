import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { LedgerEntry } from '../../../test/simulators/salesforce/ledger.ts';
import type { Closers } from '../closers.ts';

const PROGRAM = new URL('../../../test/simulators/salesforce/serve-alone.ts', import.meta.url);
const FirstLine = z.object({ url: z.string(), controlUrl: z.string() });

/** The strict Salesforce in a process of its own, so that its work and memory are not ours. */
export interface OpenOrg {
  readonly url: string;
  /** One of test/simulators/salesforce/control/control-verbs.ts. */
  control(verb: string, ...args: readonly unknown[]): Promise<unknown>;
  ledger(): Promise<readonly LedgerEntry[]>;
}

export interface OrgPlan {
  readonly folder: string;
  readonly orgIds: readonly string[];
  /** Absent: real time. */
  readonly clock?: Date;
  readonly latencyMs?: number;
}

export async function openOrg({ folder, ...plan }: OrgPlan, closers: Closers): Promise<OpenOrg> {
  const file = path.join(folder, 'org.json');
  await writeFile(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [PROGRAM.pathname, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  closers.add(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    gone.then(() => Promise.reject(new Error('The stand-in did not start.'))),
  ])) as [string];
  const { url, controlUrl } = FirstLine.parse(JSON.parse(line));
  const control = (verb: string, ...args: readonly unknown[]) => ask(controlUrl, verb, args);
  return {
    ...{ url, control },
    // Only its own ledger is behind this verb.
    ledger: async () => (await control('ledgerEntries')) as readonly LedgerEntry[],
  };
}

async function ask(url: string, verb: string, args: readonly unknown[]): Promise<unknown> {
  const response = await fetch(`${url}/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ args }),
  });
  if (!response.ok) throw new Error(`The stand-in refused ${verb}: ${await response.text()}`);
  return z.object({ result: z.unknown() }).parse(await response.json()).result;
}
