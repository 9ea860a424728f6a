import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { z } from 'zod';
import type { LedgerEntry } from '../../test/simulators/hubspot/ledger.ts';
import type { Closers } from './closers.ts';
import type { Scale } from './scale.ts';

const PROGRAM = new URL('../../test/simulators/hubspot/serve-alone.ts', import.meta.url);
const FirstLine = z.object({ url: z.string(), accountId: z.string(), refreshToken: z.string() });

/** The strict HubSpot in a process of its own, so that its work is not ours. */
export interface StandIn extends z.infer<typeof FirstLine> {
  /** One of the methods behind `/_control/`. */
  control(verb: string, ...args: readonly unknown[]): Promise<unknown>;
  ledger(): Promise<readonly LedgerEntry[]>;
}

export async function openStandIn(
  {
    scale,
    startAt,
    folder,
  }: { readonly scale: Scale; readonly startAt: Date; readonly folder: string },
  closers: Closers,
): Promise<StandIn> {
  const file = path.join(folder, 'plan.json');
  const { counts, days, changedBefore: before } = scale;
  const content = { kind: 'large', seed: 7, counts, before, days };
  const plan = { accountId: '7654321', content, clock: startAt, rollingLimitsOn: 'clock' };
  await writeFile(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [PROGRAM.pathname, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closers.add(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The stand-in did not start.'))),
  ])) as [string];
  const opened = FirstLine.parse(JSON.parse(line));
  const control = (verb: string, ...args: readonly unknown[]) => ask(opened.url, verb, args);
  return {
    ...opened,
    control,
    // Only its own ledger is behind this verb.
    ledger: async () => (await control('ledgerEntries')) as readonly LedgerEntry[],
  };
}

async function ask(url: string, verb: string, args: readonly unknown[]): Promise<unknown> {
  const response = await fetch(`${url}/_control/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ args }),
  });
  if (!response.ok) throw new Error(`The stand-in refused ${verb}: ${await response.text()}`);
  return z.object({ result: z.unknown() }).parse(await response.json()).result;
}
