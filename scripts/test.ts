import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGates } from './gates.ts';
import { judgeBranches, readBranchCounts } from './judge-branches.ts';

/**
 * `npm test`: everything that must hold, in the order in which a failure is cheapest to learn.
 * Ends with one line "N passed, N failed": each gate, each type check and each test counts one.
 */
const SUITES = {
  /** One run and one judgement: it does not matter which of them takes a branch. */
  measured: ['unit', 'contract', 'integration', 'evals'],
  /** Runs the product in processes of its own, where nobody counts branches. */
  browser: ['e2e'],
};
/**
 * One process runs the tests on two cores, and a test that failed half-way may leave a timer or a connection that keeps
 * it alive for ever: `--forceExit` ends it with the results, and the limit whatever never comes to results.
 */
const LIMIT_MS = 25 * 60_000;
const ROOT = path.join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function runProgram(name: string, command: readonly string[]): Count {
  const [program = '', ...args] = command;
  console.log(`\n== ${name}`);
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runJest(suites: readonly string[], folder: string, more: readonly string[] = []): Count {
  const outputFile = path.join(folder, `${suites.join('-')}.json`);
  console.log(`\n== tests: ${suites.join(', ')}`);
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const wishes = [
    '--selectProjects',
    ...suites,
    '--forceExit',
    '--json',
    '--outputFile',
    outputFile,
  ];
  const { signal } = spawnSync('node', [...args, ...wishes, ...more], {
    ...{ stdio: ['ignore', 'ignore', 'inherit'], timeout: LIMIT_MS, killSignal: 'SIGKILL' },
  });
  if (signal !== null) console.log(`Ended by ${signal}: the tests came to no end of their own.`);
  return readCount(outputFile);
}

function runMeasured(suites: readonly string[], folder: string): readonly Count[] {
  const tests = runJest(suites, folder, ['--coverage', '--coverageDirectory', folder]);
  return [tests, judgeCoverage(path.join(folder, 'coverage-summary.json'))];
}

function judgeCoverage(summaryFile: string): Count {
  const counts = existsSync(summaryFile) ? readBranchCounts(summaryFile, ROOT) : [];
  const { problems, summary } = judgeBranches(counts);
  for (const line of [summary, ...problems]) console.log(line);
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length };
}

/** A run without a result, or with no test at all, is a failure: silence never passes. */
function readCount(outputFile: string): Count {
  try {
    // Jest's own result format; only these three numbers are used.
    const result = JSON.parse(readFileSync(outputFile, 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites',
      number
    >;
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: result.numPassedTests + failed === 0 ? 1 : failed,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function runAll(folder: string): Count {
  if (wanted.length > 0) return runJest(wanted, folder);
  const gatesBroken = runGates();
  const counts = [
    { passed: 5 - gatesBroken, failed: gatesBroken },
    runProgram('types', ['tsc', '--noEmit']),
    runProgram('the HubSpot project', ['npm', 'run', '-s', 'hubspot:check']),
    runProgram('the Salesforce package', ['npm', 'run', '-s', 'salesforce:check']),
    ...runMeasured(SUITES.measured, folder),
    runJest(SUITES.browser, folder),
  ];
  return counts.reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }));
}

const folder = mkdtempSync(path.join(tmpdir(), 'attune-test-'));
const { passed, failed } = runAll(folder);
rmSync(folder, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
