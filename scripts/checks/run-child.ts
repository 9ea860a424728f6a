import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Throws with what the child printed when it does not end well: that is what the reader needs. */
export async function runChild(
  [command, ...args]: readonly [string, ...string[]],
  cwd: string,
): Promise<Output> {
  try {
    return await run(command, args, { cwd, maxBuffer: 16_000_000 });
  } catch (error) {
    throw new Error(readOutput(error), { cause: error });
  }
}

function readOutput(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // execFile's own fields
  return `${stdout}${stderr}`.trim() || String(error);
}
