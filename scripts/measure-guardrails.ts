import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The measures that no linter rule covers: medians, folder sizes, casts, and tests that cannot fail. */
const LIMITS = { functionMedian: 12, fileMedian: 80, filesInFolder: 20 } as const;
/** One file a story, a migration, a driver's cues or its prompts: content, not structure. */
const CONTENT_FOLDERS = /migrations|fixtures|cues|prompts|plays|unit\/inference|shared\/api/;

interface SourceMeasure {
  readonly file: string;
  readonly lines: number;
  readonly commentLines: number;
  readonly functions: readonly number[];
  readonly casts: readonly string[];
  readonly emptyTests: readonly string[];
}

export function measureGuardrails(): { problems: readonly string[]; summary: string } {
  const files = ['shared', 'server', 'scripts', 'test'].flatMap(listTypeScript);
  const measures = files.map(measure);
  const product = measures.filter(({ file }) => /^(shared|server)\//.test(file));
  const functionMedian = median(product.flatMap(({ functions }) => functions));
  const fileMedian = median(product.map(({ lines }) => lines));
  const problems = [
    ...(functionMedian > LIMITS.functionMedian ? [`median function: ${functionMedian} lines`] : []),
    ...(fileMedian > LIMITS.fileMedian ? [`median file: ${fileMedian} lines`] : []),
    ...crowdedFolders(files),
    ...product.flatMap(({ casts }) => casts),
    ...measures.flatMap(({ emptyTests }) => emptyTests),
  ];
  return { problems, summary: summarise(measures, { functionMedian, fileMedian }) };
}

function summarise(
  measures: readonly SourceMeasure[],
  medians: { functionMedian: number; fileMedian: number },
): string {
  const sum = (of: RegExp, what: 'lines' | 'commentLines') =>
    measures.filter(({ file }) => of.test(file)).reduce((total, each) => total + each[what], 0);
  const code = sum(/^(shared|server)\//, 'lines');
  const comments = sum(/^(shared|server)\//, 'commentLines');
  const tests = sum(/^test\/(?!simulators)/, 'lines');
  return (
    `function median ${medians.functionMedian}, file median ${medians.fileMedian}, ` +
    `comments ${((100 * comments) / code).toFixed(1)} %, test:code ${(tests / (code - comments)).toFixed(2)} (${code} lines)`
  );
}

function listTypeScript(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}

function crowdedFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files)
    counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([folder, count]) => count > LIMITS.filesInFolder && !CONTENT_FOLDERS.test(folder))
    .map(([folder, count]) => `${folder} has ${count} files; at most ${LIMITS.filesInFolder}`);
}

function measure(file: string): SourceMeasure {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const functions: number[] = [];
  const casts: string[] = [];
  const emptyTests: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && hasBlock(node)) functions.push(lineSpan(source, node));
    if (isUnexplainedCast(source, node))
      casts.push(`${place(source, node)}: a cast without its reason beside it`);
    if (isEmptyTest(node)) emptyTests.push(`${place(source, node)}: a test without an expectation`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const commentLines = lines.filter((line) => /^\s*(\/\/|\/?\*)/.test(line)).length;
  return { file, lines: lines.length, commentLines, functions, casts, emptyTests };
}

function hasBlock(node: ts.SignatureDeclaration): boolean {
  return 'body' in node && node.body !== undefined && ts.isBlock(node.body);
}

function lineSpan(source: ts.SourceFile, node: ts.Node): number {
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart()) + 1;
}

/** `as const` and `satisfies` are fine; any other `as` needs a comment on its line or the line above. */
function isUnexplainedCast(source: ts.SourceFile, node: ts.Node): boolean {
  if (!ts.isAsExpression(node) || node.type.getText() === 'const') return false;
  const { line } = source.getLineAndCharacterOfPosition(node.type.getStart());
  const start = source.getLineAndCharacterOfPosition(node.getStart()).line;
  const around = source.text
    .split('\n')
    .slice(Math.max(0, start - 1), line + 1)
    .join('\n');
  return !/\/\/|\*\//.test(around);
}

function isEmptyTest(node: ts.Node): boolean {
  if (
    !ts.isCallExpression(node) ||
    !/^(it|test)(\.each)?$/.test(node.expression.getText().split('(')[0] ?? '')
  )
    return false;
  const body = node.arguments.at(1);
  if (body === undefined || !(ts.isArrowFunction(body) || ts.isFunctionExpression(body)))
    return false;
  return !/\bexpect|\bassert|\bfail\(/.test(body.getText());
}

function place(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
