import { startEmbeddedPostgres } from '../../../server/store/embedded-postgres.ts';

/** `run-cluster.ts DATA_DIR`: says in one line of JSON how the start went, and stops when its input ends. */
try {
  const cluster = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  const { adminUrl, movedTo } = cluster;
  process.stdout.write(`${JSON.stringify({ adminUrl, movedTo, pid: cluster.pid() })}\n`);
  process.stdin.resume();
  process.stdin.once('end', () => void cluster.stop());
} catch (error) {
  process.stdout.write(`${JSON.stringify({ failure: String(error) })}\n`);
}
