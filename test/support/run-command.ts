import { execFile } from 'node:child_process';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of our commands (`scripts/read.ts`) to its end, with these variables beside ours. */
export function runCommand(
  script: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const limits = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...variables } };
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
