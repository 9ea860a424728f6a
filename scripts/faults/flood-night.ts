import { setTimeout as sleep } from 'node:timers/promises';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import { openSandboxFolder } from '../sandbox/sandbox-folder.ts';
import type { FaultKind } from '../../test/simulators/hubspot/faults.ts';
import type { SeededRandom } from '../../test/simulators/hubspot/seeded-random.ts';

const BURST: readonly [FaultKind, ...FaultKind[]] = [
  'rate_limited',
  'search_rate_limited',
  'bad_gateway',
  'half_body',
  'cut_connection',
  'expired_token',
];

export interface FloodWish {
  readonly folder: string;
  readonly random: SeededRandom;
  readonly faults: number;
  /** Each costs the adapter's whole patience, 30 s. */
  readonly hangs: number;
}

/** A first night over a HubSpot that answers badly again and again. The stand-in lives in this process. */
export async function floodNight({ folder, random, faults, hangs }: FloodWish): Promise<void> {
  const clock = (): Date => new Date();
  const opened = openSandboxFolder(folder, {
    fresh: false,
    now: clock(),
    timeZone: 'Europe/London',
  });
  const sandbox = await openSandbox({
    folder: opened,
    origin: 'http://localhost:1',
    clock,
    redisUrl: null,
    logLevel: 'silent',
  });
  try {
    await sandbox.attune.beginNight(sandbox.tenantId);
    const work = sandbox.attune.startWork();
    for (let left = hangs; left > 0; left -= 1) sandbox.standIn.queueFault({ kind: 'hang' });
    for (let left = faults; left > 0; left -= 1) {
      sandbox.standIn.queueFault({ kind: random.pick(BURST) });
      await sleep(random.int(20, 300));
    }
    while ((await sandbox.loadNight()).phase !== 'finished') await sleep(100);
    await sandbox.importPast();
    await work.close();
  } finally {
    await sandbox.close();
    opened.release();
  }
}
