import { spawnSync } from 'node:child_process';
import { measureGuardrails } from './measure-guardrails.ts';

/** `npm run -s gates`: everything a machine can check without running the product. */
const GATES = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  {
    name: 'boundaries',
    command: [
      'depcruise',
      'shared',
      'server',
      'scripts',
      'test',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  },
  { name: 'unused', command: ['knip', '--no-progress'] },
] as const;

export function runGates(): number {
  let failed = 0;
  for (const { name, command } of GATES) {
    const [program, ...args] = command;
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    report(name, status === 0, stdout + stderr);
    if (status !== 0) failed += 1;
  }
  const { problems, summary } = measureGuardrails();
  report('guardrails', problems.length === 0, problems.join('\n'));
  console.log(summary);
  return failed + (problems.length > 0 ? 1 : 0);
}

function report(name: string, holds: boolean, output: string): void {
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${name}`);
  if (!holds) console.log(output);
}

if (import.meta.main) process.exit(runGates() === 0 ? 0 : 1);
