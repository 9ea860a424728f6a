import { spawnSync } from 'node:child_process';

/**
 * Whether a program is installed. A suite that needs one it lacks is skipped with one clear line; with
 * ATTUNE_REQUIRE_ALL=1 that is a failure instead.
 */
export function isInstalled(program: string): boolean {
  const found = spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
  if (found) return true;
  if (process.env['ATTUNE_REQUIRE_ALL'] === '1') throw new Error(`${program} is not installed.`);
  process.stderr.write(
    `Skipped: ${program} is not installed (Debian: apt-get install ${program}).\n`,
  );
  return false;
}
