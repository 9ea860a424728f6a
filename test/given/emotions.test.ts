import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const FOLDER = join(import.meta.dirname, '../../../shared/data/goemotions');
const PROGRAM = join(import.meta.dirname, '../../scripts/emotions.ts');
const describeGiven = existsSync(FOLDER) ? describe : describe.skip;

interface Comment {
  readonly text: string;
  readonly labels: ReadonlySet<string>;
}

function loadComments(): {
  readonly names: readonly string[];
  readonly comments: readonly Comment[];
} {
  const names = readFileSync(join(FOLDER, 'labels.txt'), 'utf8').trim().split(/\s+/);
  const lines = gunzipSync(readFileSync(join(FOLDER, 'dev.tsv.gz')))
    .toString()
    .trimEnd()
    .split('\n');
  const comments = lines.map((line) => {
    const [text = '', ids = ''] = line.split('\t');
    return { text, labels: new Set(ids.split(',').map((id) => names[Number(id)] ?? '')) };
  });
  return { names, comments };
}

function readAll(comments: readonly Comment[]): readonly ReadonlySet<string>[] {
  const folder = mkdtempSync(join(tmpdir(), 'attune-test-'));
  const file = join(folder, 'comments.jsonl');
  writeFileSync(file, comments.map(({ text }, id) => JSON.stringify({ id, text })).join('\n'));
  const printed = execFileSync('node', [PROGRAM, '--input', file], { maxBuffer: 64_000_000 });
  rmSync(folder, { recursive: true });
  // Printed by our own program, a line a comment.
  const lines = printed.toString().trimEnd().split('\n');
  return lines.map((line) => new Set((JSON.parse(line) as { labels: string[] }).labels));
}

describeGiven('the emotions model on GoEmotions', () => {
  it('keeps its macro-F1 on the development split', () => {
    const { names, comments } = loadComments();
    const found = readAll(comments);
    const scores = names.map((name) => {
      const given = comments.filter(({ labels }) => labels.has(name)).length;
      const claimed = found.filter((labels) => labels.has(name)).length;
      const right = comments.filter(({ labels }, at) => labels.has(name) && found[at]?.has(name));
      return (2 * right.length) / (given + claimed);
    });
    expect(scores).toHaveLength(28);
    expect(scores.reduce((sum, each) => sum + each, 0) / 28).toBeGreaterThan(0.49);
  }, 300_000);
});
