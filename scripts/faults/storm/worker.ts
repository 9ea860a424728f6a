import { readFileSync } from 'node:fs';
import { createLog } from '../../../server/observe/log.ts';
import { wire } from '../../../server/wire.ts';
import type { WorkerConfig } from './worker-config.ts';

/**
 * The worker role of server/main.ts, pointed at a stand-in: `worker.ts config.json`. Says "ready" when it serves; ends
 * when whoever started it does.
 */
const [, , file = ''] = process.argv;
// Written by openStage just before; nobody else starts this program.
const config = JSON.parse(readFileSync(file, 'utf8')) as WorkerConfig;

process.stdin.once('end', () => process.exit(0)).resume();

const attune = wire({
  ...config,
  redisUrl: null,
  credentialKey: Buffer.from(config.credentialKey, 'base64'),
  clock: () => new Date(),
  // A thread would only be ready when its worker is dead.
  readerThreads: 0,
  log: createLog('error'),
});
const work = attune.startWork();
process.once('SIGTERM', () => {
  void work
    .close()
    .then(() => attune.close())
    .then(() => process.exit(0));
});
await work.ready;
process.stdout.write('ready\n');
