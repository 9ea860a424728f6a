import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { findPort } from '../../../scripts/sandbox/find-port.ts';
import { makeSandboxFolder } from '../../../scripts/sandbox/make-sandbox-folder.ts';
import { startSandboxProcess, type Ended } from '../../../scripts/sandbox/start-sandbox-process.ts';
import { eventually } from '../../support/eventually.ts';
import { findFreePort } from '../../support/free-port.ts';
import { processesIn } from '../../support/processes-in.ts';

jest.setTimeout(120_000);

const ONCE = ['--once', '--json'];
/** A whole night on two cores, and a later one that reads only what changed. */
const [NIGHT_S, DELTA_S] = [90, 30];

const count = z.int().min(0);
const figures = {
  records: count,
  activities: count,
  readings: count,
  apiCalls: count,
  cards: count,
};
/** HubSpot's tenant stands at the top, as before there were two. */
const Summary = z.strictObject({
  tenants: z.literal(2),
  ...figures,
  salesforce: z.strictObject(figures),
  seconds: z.number().min(0),
});

describe('npm start -- --once --json', () => {
  let folder: Awaited<ReturnType<typeof makeSandboxFolder>>;
  beforeEach(async () => {
    folder = await makeSandboxFolder();
  });
  afterEach(() => folder.remove());

  const night = () => startSandboxProcess({ folder: folder.path, args: ONCE });
  const stateOf = () => readFileSync(path.join(folder.path, 'sandbox.json'), 'utf8');

  it('prints one summary of the night, and the next start only reads what changed', async () => {
    const first = await night().ended;
    const summary = summaryOf(first);
    expect(summary.activities).toBeGreaterThan(500);
    expect(summary.records).toBeGreaterThan(summary.activities);
    expect(summary.readings).toBeGreaterThan(100);
    expect(summary.cards).toBeGreaterThanOrEqual(90);
    expect(summary.apiCalls).toBeGreaterThan(20);
    expect(summary.salesforce.activities).toBeGreaterThan(30);
    expect(summary.salesforce.readings).toBeGreaterThan(15);
    expect(summary.salesforce.cards).toBeGreaterThan(10);
    expect(summary.seconds).toBeLessThan(NIGHT_S);
    const state = stateOf();
    const second = summaryOf(await night().ended);
    expect(stateOf()).toBe(state);
    expect(second.records).toBeLessThan(summary.records / 4);
    expect(second.cards).toBeGreaterThanOrEqual(summary.cards);
    expect(second.salesforce.records).toBeLessThan(summary.salesforce.records / 4);
    expect(second.salesforce.cards).toBeGreaterThanOrEqual(summary.salesforce.cards);
    expect(second.seconds).toBeLessThan(DELTA_S);
    expect(processesIn(folder.path)).toEqual([]);
  });

  it('leaves no process behind on Ctrl-C, and the next start ends the night', async () => {
    const interrupted = night();
    await eventually(
      'records are read',
      () => /[1-9]\d* of \d+ records/.test(interrupted.said()),
      60_000,
    );
    interrupted.kill('SIGINT');
    expect(await interrupted.ended).toMatchObject({ code: 0, signal: null, out: '' });
    expect(processesIn(folder.path)).toEqual([]);
    expect(summaryOf(await night().ended).activities).toBeGreaterThan(500);
  });

  it('refuses a second start in the same folder, in a sentence', async () => {
    const first = night();
    await eventually('the night begins', () => first.said().includes('Reading the CRM'), 60_000);
    const second = await night().ended;
    expect(second).toMatchObject({ code: 3, out: '' });
    expect(second.said).toBe(
      `Attune already runs in this folder (process ${first.pid}). ` +
        'Use the address it printed, or stop it with Ctrl-C first.\n',
    );
    expect(summaryOf(await first.ended).cards).toBeGreaterThan(0);
  });
});

describe('the port', () => {
  let taken: Server;
  let port: number;
  beforeEach(async () => {
    port = await findFreePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => taken.close(resolve)));

  it('that was asked for and is taken ends the start with a sentence', async () => {
    const folder = await makeSandboxFolder();
    const { code, said } = await startSandboxProcess({ folder: folder.path, port }).ended;
    expect(code).toBe(3);
    expect(said).toBe(
      `Port ${port} is taken by another program. Choose another with PORT=…, or leave PORT unset.\n`,
    );
    await folder.remove();
  });

  it('that is usual and taken gives way to a later one', async () => {
    expect(await findPort(null, port)).toBeGreaterThan(port);
    await expect(findPort(port, 3210)).rejects.toMatchObject({ code: 'port_taken' });
  });
});

/** One line on standard output, exit status 0, and no key more than promised. */
function summaryOf({ code, out, said }: Ended): z.infer<typeof Summary> {
  if (code !== 0) throw new Error(`The night ended with ${String(code)}: ${said}`);
  expect(out.split('\n')).toHaveLength(2);
  return Summary.parse(JSON.parse(out));
}
