import { execFile } from 'node:child_process';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of our commands (`scripts/read.ts`) to its end. */
export function runCommand(script: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const limits = { maxBuffer: 64 * 1024 * 1024 };
    execFile(
      process.execPath,
      ['--no-warnings', script, ...args],
      limits,
      (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code);
        resolve({ status, stdout, stderr });
      },
    );
  });
}
