export interface Check {
  readonly name: string;
  /** What is worth telling when it holds; throws when it does not. */
  readonly hold: () => Promise<string>;
}

/** One line a check, in order; the process's exit status says whether all of them hold. */
export async function reportChecks(checks: readonly Check[]): Promise<void> {
  const results: boolean[] = [];
  for (const check of checks) results.push(await report(check));
  process.exitCode = results.every(Boolean) ? 0 : 1;
}

async function report({ name, hold }: Check): Promise<boolean> {
  try {
    console.log(`holds  ${name}: ${await hold()}`);
    return true;
  } catch (error) {
    console.log(`FAILS  ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
