import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCards, listEntries } from '../preview/build-preview.ts';
import { type Check, reportChecks } from './checks/report-checks.ts';
import { runChild } from './checks/run-child.ts';
import { CONTRACTS, formatted, readContract, renderContract } from './generate-card-contract.ts';
import { validateHubspotProject } from './validate-hubspot-project.ts';

const ROOT = join(import.meta.dirname, '..');
const PROJECT = join(ROOT, 'hubspot-app');
const CARDS = join(PROJECT, 'src/app/cards');
const SETTINGS = join(PROJECT, 'src/app/settings');
const CARD_PACKAGES = join(CARDS, 'node_modules');

/** HubSpot loads the card on every record; ours stays well below a picture's weight. */
const MAX_BUNDLE_BYTES = 60_000;

/** `npm run -s hubspot:check`: everything about the HubSpot project that can be known without HubSpot. */
const CHECKS: readonly Check[] = [
  { name: 'contract', hold: checkContract },
  { name: 'project', hold: checkProject },
  { name: 'types of the card', hold: () => checkTypes(CARDS, cardCompiler()) },
  { name: 'types of the settings page', hold: () => checkTypes(SETTINGS, cardCompiler()) },
  { name: 'types of their tests', hold: () => checkTypes(join(PROJECT, 'test'), cardCompiler()) },
  { name: 'types of the preview', hold: () => checkTypes(join(ROOT, 'preview'), houseCompiler()) },
  { name: 'lint of the card', hold: () => checkLint(CARDS) },
  { name: 'lint of the settings page', hold: () => checkLint(SETTINGS) },
  { name: 'bundles', hold: checkBundles },
  { name: 'tests', hold: checkTests },
];

async function checkContract(): Promise<string> {
  for (const contract of CONTRACTS)
    if ((await formatted(renderContract(contract))) !== readContract(contract))
      throw new Error(
        `${contract.target} has drifted from shared/. Run: node scripts/generate-card-contract.ts`,
      );
  return 'the same as shared/';
}

async function checkProject(): Promise<string> {
  const found = new Set<string>();
  for (const profile of ['dev', 'prod'])
    for (const uid of await validateHubspotProject(PROJECT, profile)) found.add(uid);
  return [...found].join(', ');
}

function cardCompiler(): string {
  return join(CARD_PACKAGES, 'typescript/bin/tsc');
}

function houseCompiler(): string {
  return join(ROOT, 'node_modules/typescript/bin/tsc');
}

async function checkTypes(project: string, compiler: string): Promise<string> {
  await runNode([compiler, '--noEmit', '-p', project]);
  return 'sound';
}

async function checkLint(folder: string): Promise<string> {
  const eslint = join(CARD_PACKAGES, 'eslint/bin/eslint.js');
  await runNode([eslint, '--max-warnings', '0', '.'], folder);
  return 'HubSpot’s rules hold';
}

async function checkBundles(): Promise<string> {
  const outputDir = await mkdtemp(join(tmpdir(), 'attune-card-'));
  try {
    const weights: string[] = [];
    for (const file of await buildCards(outputDir, await listEntries())) {
      const { size } = await stat(join(outputDir, file));
      if (size > MAX_BUNDLE_BYTES)
        throw new Error(`${file} has ${size} bytes, more than ${MAX_BUNDLE_BYTES}.`);
      weights.push(`${file} ${size} bytes`);
    }
    return weights.join(', ');
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
}

async function checkTests(): Promise<string> {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const { stderr } = await runNode([jest, '-c', join(PROJECT, 'jest.config.cjs')]);
  return /^Tests:\s+(.*)$/m.exec(stderr)?.[1] ?? 'passed';
}

function runNode(args: readonly string[], cwd = ROOT): Promise<{ readonly stderr: string }> {
  return runChild([process.execPath, ...args], cwd);
}

await reportChecks(CHECKS);
