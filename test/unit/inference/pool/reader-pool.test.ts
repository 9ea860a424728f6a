import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { openReaderPool, type ReaderPool } from '../../../../server/inference/pool/reader-pool.ts';
import { readActivity } from '../../../../server/inference/read-activity.ts';
import { echoReading } from '../../../support/reading/echo-reading.ts';
import { inputOf } from '../../../support/reading-input.ts';

// A thread loads the whole reader: a second of work, more where others work too.
jest.setTimeout(60_000);

const STUMBLING = new URL('../../../support/reading/stumbling-thread.ts', import.meta.url);
const NOWHERE = new URL('./no-such-thread.ts', import.meta.url);

const texts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `I am worried about archive number ${index}.`);
const inputsOf = (all: readonly string[]) => all.map((text) => inputOf(text));

describe('a pool of reader threads', () => {
  let pool: ReaderPool | null = null;
  const open = (threads: number, entry = STUMBLING): ReaderPool => {
    pool = openReaderPool({ threads, entry });
    return pool;
  };
  afterEach(async () => {
    await pool?.close();
  });

  it.each([0, 2])('of %s reads as the reader itself does', async (threads) => {
    pool = openReaderPool({ threads });
    const inputs = inputsOf(texts(40));
    expect(await pool.readAll(inputs)).toEqual(inputs.map((input) => readActivity(input)));
  });

  it.each([1, 3])('of %s answers in the order given', async (threads) => {
    const inputs = inputsOf(texts(130));
    expect(await open(threads).readAll(inputs)).toEqual(inputs.map(echoReading));
  });

  it('reads several pages at once with fewer threads', async () => {
    const small = open(1);
    const pages = [0, 1, 2].map((page) =>
      inputsOf(texts(30).map((text) => `${text} Page ${page}.`)),
    );
    const answers = await Promise.all(pages.map((page) => small.readAll(page)));
    expect(answers).toEqual(pages.map((page) => page.map(echoReading)));
  });

  it.each([
    ['throws', 'POISON', 2],
    ['kills its thread', 'DEADLY', 2],
    ['kills the only thread', 'DEADLY', 1],
  ])('gives no reading for a text that %s, and all the others', async (_how, word, threads) => {
    const all = texts(60).with(7, word).with(33, word);
    const answers = await open(threads).readAll(inputsOf(all));
    const read = inputsOf(all).map((input) => (input.text === word ? null : echoReading(input)));
    expect(answers).toEqual(read);
  });

  it('says when no thread comes up', async () => {
    await expect(open(1, NOWHERE).readAll(inputsOf(texts(30)))).rejects.toMatchObject({
      code: 'unexpected',
      recovery: 'retry',
    });
  });

  it('closed while it reads, tells its callers instead of calling texts unreadable', async () => {
    const closing = open(1);
    const reading = closing.readAll(inputsOf(texts(60).with(0, 'ENDLESS')));
    const told = expect(reading).rejects.toMatchObject({ code: 'unexpected', recovery: 'retry' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await closing.close();
    await told;
    await expect(closing.readAll(inputsOf(texts(30)))).rejects.toMatchObject({ recovery: 'retry' });
  });

  it('lets the event loop go on while a long text is read', async () => {
    const idle = openReaderPool({ threads: 1 });
    pool = idle;
    await idle.readAll(inputsOf(texts(30)));
    const long = 'We keep doing it by hand and it breaks every week. '.repeat(100_000);
    const started = performance.now();
    let longestMs = 0;
    let last = started;
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);
    const [answer] = await idle.readAll([inputOf(long)]);
    clearInterval(timer);
    expect(answer?.readings).not.toEqual([]);
    expect(longestMs).toBeLessThan((performance.now() - started) / 2);
  });

  it('keeps no process alive', () => {
    const script = `
      import { openReaderPool } from './server/inference/pool/reader-pool.ts';
      const input = { kind: 'email', direction: 'in', author: null, people: [], text: 'We are worried.' };
      const answers = await openReaderPool({ threads: 2 }).readAll(Array(60).fill(input));
      console.log(answers.length);
    `;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        encoding: 'utf8',
        timeout: 50_000,
      },
    );
    expect({ stdout, status }).toEqual({ stdout: '60\n', status: 0 });
  });
});
