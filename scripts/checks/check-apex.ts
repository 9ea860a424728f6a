import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runChild } from './run-child.ts';

const APP = join(import.meta.dirname, '../../salesforce-app');
const CLASSES = join(APP, 'force-app/main/default/classes');

/** The jars of apex-ls and PMD come with Salesforce's own analyser. */
function classPath(): string {
  const { resolve } = createRequire(join(APP, 'package.json'));
  return join(dirname(resolve('@salesforce/code-analyzer-pmd-engine')), 'java-lib', '*');
}

export async function hasJava(): Promise<boolean> {
  return runChild(['java', '-version'], APP).then(
    () => true,
    () => false,
  );
}

/** Types, methods and fields, of standard objects and of ours; not the fields inside a query. */
export async function checkApexTypes(): Promise<string> {
  const checker = 'io.github.apexdevtools.apexls.CheckForIssues';
  await runJava([checker, '-n', '-d', 'warnings', '-w', '.']);
  return `${(await listClasses()).length} classes`;
}

/** What the analyser's wrapper writes; only what is told here. */
interface Findings {
  readonly violations: readonly {
    readonly rule: string;
    readonly message: string;
    readonly codeLocation: { readonly file: string; readonly startLine: number };
  }[];
  readonly processingErrors: readonly { readonly file: string; readonly message: string }[];
}

export async function checkApexSecurity(): Promise<string> {
  const { violations, processingErrors } = await findViolations();
  const told = [
    ...processingErrors.map(({ file, message }) => `${file}: ${message}`),
    ...violations.map(
      ({ rule, message, codeLocation: { file, startLine } }) =>
        `${file}:${startLine} ${rule}: ${message}`,
    ),
  ];
  if (told.length > 0) throw new Error(told.join('\n'));
  return 'no finding';
}

async function findViolations(): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-pmd-'));
  const [inputFile, outputFile] = [join(folder, 'in.json'), join(folder, 'out.json')];
  const input = {
    ruleSetInputFile: join(APP, 'pmd-rules.xml'),
    runDataPerLanguage: { apex: { filesToScan: await listClasses() } },
  };
  try {
    await writeFile(inputFile, JSON.stringify(input));
    await runJava(['com.salesforce.sfca.pmdwrapper.PmdWrapper', 'run', inputFile, outputFile]);
    return JSON.parse(await readFile(outputFile, 'utf8')) as Findings; // the wrapper's own format
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runJava(args: readonly string[]): Promise<void> {
  await runChild(['java', '-cp', classPath(), ...args], APP);
}

async function listClasses(): Promise<readonly string[]> {
  const names = await readdir(CLASSES);
  return names.filter((name) => name.endsWith('.cls')).map((name) => join(CLASSES, name));
}
