import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkApexSecurity, checkApexTypes, hasJava } from './checks/check-apex.ts';
import { checkPicklists } from './checks/check-picklists.ts';
import { type Check, reportChecks } from './checks/report-checks.ts';
import { type Output, runChild } from './checks/run-child.ts';
import { LIGHTNING_COPIES, readCopy } from './checks/generate-lightning-copies.ts';

const APP = join(import.meta.dirname, '../salesforce-app');
/** The package has an ESLint and a Jest of its own: Salesforce's rules need the older ones. */
const { resolve } = createRequire(join(APP, 'package.json'));

/** `npm run -s salesforce:check`: everything about the org's package that can be known without an org. */
const CHECKS: readonly Check[] = [
  { name: 'copies', hold: checkCopies },
  { name: 'picklists', hold: checkPicklists },
  { name: 'metadata', hold: checkMetadata },
  { name: 'Apex types', hold: () => withJava(checkApexTypes) },
  { name: 'Apex security', hold: () => withJava(checkApexSecurity) },
  { name: 'lint of the card', hold: checkLint },
  { name: 'tests of the card', hold: checkTests },
];

async function checkCopies(): Promise<string> {
  for (const copy of LIGHTNING_COPIES)
    if ((await copy.render()) !== readCopy(copy))
      throw new Error(
        `${copy.target} has drifted. Run: node scripts/checks/generate-lightning-copies.ts`,
      );
  return 'the same as ours';
}

async function checkMetadata(): Promise<string> {
  const { stdout } = await runNode([join(APP, 'checks/convert-source.cjs')]);
  return stdout.trim();
}

/** Without Java the rest is still worth knowing; where every suite is required, its lack is a failure. */
async function withJava(check: () => Promise<string>): Promise<string> {
  if ((await hasJava()) || process.env['ATTUNE_REQUIRE_ALL'] === '1') return check();
  return 'not checked here, it needs Java 11 or newer';
}

async function checkLint(): Promise<string> {
  const eslint = join(dirname(resolve('eslint/package.json')), 'bin/eslint.js');
  await runNode([eslint, '--max-warnings', '0', 'force-app']);
  return 'Salesforce’s rules hold';
}

async function checkTests(): Promise<string> {
  const bin = resolve('@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest');
  const { stderr } = await runNode([bin, '--', '--config', 'jest.config.cjs']);
  return /^Tests:\s+(.*)$/m.exec(stderr)?.[1] ?? 'passed';
}

function runNode(args: readonly string[]): Promise<Output> {
  return runChild([process.execPath, ...args], APP);
}

await reportChecks(CHECKS);
