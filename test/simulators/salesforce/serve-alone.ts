import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { answerControl } from './control/answer-control.ts';
import { controlVerbs } from './control/control-verbs.ts';
import { startSalesforce } from './start-salesforce.ts';

/**
 * One or more orgs in a process of their own: `node test/simulators/salesforce/serve-alone.ts plan.json`. Prints one line
 * of JSON, `{"url", "controlUrl"}`, then serves until it is ended. Records and faults come by `POST` to the control
 * address (control/control-verbs.ts).
 */
const Plan = z.object({
  orgIds: z.tuple([z.string()], z.string()),
  /** Real time when absent; else it stands still until `setClock` moves it. */
  clock: z.coerce.date().nullable().default(null),
  latencyMs: z.int().min(0).default(0),
});

async function serveAlone(file: string): Promise<void> {
  const { orgIds, clock, latencyMs } = Plan.parse(JSON.parse(readFileSync(file, 'utf8')));
  let fixed = clock;
  const now = () => fixed ?? new Date();
  const [orgId, ...otherOrgIds] = orgIds;
  const standIn = await startSalesforce({
    ...{ orgId, otherOrgIds, latencyMs, clock: now },
  });
  const setClock = (moment: Date): void => {
    fixed = moment;
  };
  const verbs = controlVerbs(standIn, { now, setClock });
  const control = createServer((request, response) => {
    void answerControl(verbs, request, response);
  });
  control.listen(0, '127.0.0.1', () => {
    // A server that listens on TCP has an address of this form.
    const { port } = control.address() as AddressInfo;
    const controlUrl = `http://127.0.0.1:${port}`;
    process.stdout.write(`${JSON.stringify({ url: standIn.url, controlUrl })}\n`);
  });
}

const [, , planFile] = process.argv;
if (planFile === undefined) throw new Error('Usage: serve-alone.ts plan.json');
await serveAlone(planFile);
