import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const PROGRAM = path.join(import.meta.dirname, '../../scripts/emotions.ts');
const run = promisify(execFile);
const Line = z.object({
  id: z.string(),
  scores: z.record(z.string(), z.number()),
  labels: z.array(z.string()),
});

/** The encoder's library knows no other realm's numbers, and Jest has its own: so it is tested as people use it. */
describe('npm run emotions', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'attune-test-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (texts: readonly string[]) => {
    const file = path.join(folder, 'texts.jsonl');
    const lines = texts.map((text, index) => JSON.stringify({ id: String(index), text }));
    await writeFile(file, lines.join('\n'));
    const { stdout } = await run('node', [PROGRAM, '--input', file]);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)));
  };
  const fail = (args: readonly string[]) =>
    run('node', [PROGRAM, ...args]).then(
      () => null,
      (error: unknown) => error,
    );

  it('hears what words express, and is quiet about what they state', async () => {
    const [thanks, fear, plain, again] = await read([
      'Thank you so much, this is wonderful news!',
      'I am terrified that this goes wrong.',
      'The meeting is on Tuesday at ten.',
      'I am terrified that this goes wrong.',
    ]);
    expect(thanks?.labels).toContain('gratitude');
    expect(fear?.labels).toContain('fear');
    expect(plain?.labels).toEqual(['neutral']);
    expect(again?.scores).toEqual(fear?.scores);
  }, 30_000);

  it('reads any text, with 28 scores between 0 and 1', async () => {
    const hostile = ['', 'a'.repeat(1_000_000), 'we are worried '.repeat(70_000), '\ud83d\u0000'];
    const lines = await read(hostile);
    expect(lines).toHaveLength(hostile.length);
    for (const { scores } of lines) {
      expect(Object.keys(scores)).toHaveLength(28);
      expect(Object.values(scores).every((score) => score > 0 && score < 1)).toBe(true);
    }
  }, 30_000);

  it('says which line is no text, and how it is to be used', async () => {
    const file = path.join(folder, 'broken.jsonl');
    await writeFile(file, '{"id":"1","text":"fine"}\n{"id":"2"}\n');
    expect(await fail(['--input', file])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('Line 2'),
    });
    expect(await fail([])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
  }, 30_000);
});
