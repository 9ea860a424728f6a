import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../../server/store/embedded-postgres.ts';
import { prepareDatabase } from '../../../server/store/prepare-database.ts';

/**
 * A process of its own: `keep-cluster.ts FOLDER PID` runs one cluster with a migrated template database for the test run
 * PID, and ends, leaving nothing behind, when that process does, however it does.
 */
const [folder = '', pid = ''] = process.argv.slice(2);

try {
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const cluster = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), settings });
  const urls = await prepareDatabase(cluster.adminUrl, 'attune_template');
  await tell({ adminUrl: cluster.adminUrl, urls });
  while (isAlive(Number(pid))) await sleep(200);
  await cluster.stop();
} catch (error) {
  await tell({ failure: String(error) });
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function tell(what: object): Promise<void> {
  const unfinished = path.join(folder, 'ready.new');
  await writeFile(unfinished, JSON.stringify(what), { mode: 0o600 });
  await rename(unfinished, path.join(folder, 'ready.json'));
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}
