import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGates } from './gates.ts';

/**
 * `npm test`: everything that must hold, in the order in which a failure is cheapest to learn.
 * Ends with one line "N passed, N failed": each gate, each type check and each test counts one.
 */
const SUITES = ['unit', 'contract', 'integration', 'evals', 'e2e'];
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

function runJest(suites: readonly string[]): Count {
  const folder = mkdtempSync(path.join(tmpdir(), 'attune-test-'));
  const outputFile = path.join(folder, 'result.json');
  console.log(`\n== tests: ${suites.join(', ')}`);
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  spawnSync(
    'node',
    [...args, '--selectProjects', ...suites, '--json', '--outputFile', outputFile],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const count = readCount(outputFile);
  rmSync(folder, { recursive: true });
  return count;
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

function runAll(): Count {
  if (wanted.length > 0) return runJest(wanted);
  const gatesBroken = runGates();
  const counts = [
    { passed: 5 - gatesBroken, failed: gatesBroken },
    runProgram('types', ['tsc', '--noEmit']),
    runProgram('the HubSpot project', ['npm', 'run', '-s', 'hubspot:check']),
    ...SUITES.map((suite) => runJest([suite])),
  ];
  return counts.reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }));
}

const { passed, failed } = runAll();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
