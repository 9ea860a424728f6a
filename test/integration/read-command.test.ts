import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand, type Ran } from '../support/run-command.ts';

const Answer = z.object({
  id: z.string(),
  newText: z.string(),
  readings: z.array(
    z.strictObject({
      driver: z.string(),
      pole: z.string(),
      status: z.string(),
      quote: z.string(),
      start: z.number(),
      end: z.number(),
      person: z.string().nullable(),
      strength: z.number(),
    }),
  ),
});

/** Each test starts programs; on a busy machine of two cores that takes seconds. */
jest.setTimeout(60_000);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attune read '));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(
  name: string,
  content: string | Uint8Array,
  ...more: readonly string[]
): Promise<Ran> {
  const file = join(folder, name);
  await writeFile(file, content);
  return runCommand('scripts/read.ts', ['--input', file, ...more]);
}

const answersOf = ({ stdout }: Ran) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Answer.parse(JSON.parse(line)));

const needsOf = (ran: Ran): readonly (readonly string[])[] =>
  answersOf(ran).map(({ readings }) => readings.map(({ driver, pole }) => `${driver}/${pole}`));

const mail = (body: string, ...headers: readonly string[]): string =>
  [
    'From: Dana Whitlock <dana@fenwick.example>',
    'To: Sam Okafor <sam@larkfield.example>',
    ...headers,
    '',
    body,
  ].join('\r\n');

describe('npm run read', () => {
  it('reads a mail in its own charset and encoding', async () => {
    const body = Buffer.from('W=E4hrend der Umstellung: I am worried about the move.', 'latin1');
    const ran = await read(
      'one.eml',
      mail(
        body.toString('latin1'),
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
      ),
    );
    const [answer] = answersOf(ran);
    expect(answer?.newText).toContain('Während der Umstellung');
    expect(answer?.readings).toMatchObject([{ driver: 'safety', person: 'dana@fenwick.example' }]);
    expect(ran.status).toBe(0);
  });

  it('prefers the HTML part and never reads an automatic mail', async () => {
    const multipart = 'Content-Type: multipart/alternative; boundary=b';
    const body =
      '--b\r\nContent-Type: text/plain\r\n\r\nnothing\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>I am <b>worried</b> about the move.</p>\r\n--b--';
    expect(needsOf(await read('html.eml', mail(body, multipart)))).toEqual([['safety/threatened']]);
    expect(
      needsOf(await read('auto.eml', mail(body, multipart, 'Auto-Submitted: auto-replied'))),
    ).toEqual([[]]);
  });

  it('splits an mbox at its From lines', async () => {
    const first = mail('I am worried about the move.', 'Message-ID: <1@x>');
    const second = mail('From the start it was fair.\r\nThe price is fair.', 'Message-ID: <2@x>');
    const mbox = `From dana Mon Feb  3 10:00:00 2025\r\n${first}\r\n\r\nFrom dana Mon Feb  3 11:00:00 2025\r\n${second}\r\n`;
    const answers = answersOf(await read('two.mbox', mbox));
    expect(answers.map(({ id }) => id)).toEqual(['<1@x>', '<2@x>']);
  });

  it('reads a text as the buyer’s, the seller’s or a rep’s', async () => {
    const words = 'Dana is worried that the archive is lost in the move.';
    expect(needsOf(await read('a.txt', words, '--author', 'buyer'))).toEqual([
      ['safety/threatened'],
    ]);
    expect(needsOf(await read('b.txt', words, '--author', 'seller'))).toEqual([[]]);
    expect(answersOf(await read('c.txt', words, '--author', 'rep'))[0]?.readings[0]?.status).toBe(
      'reported',
    );
  });

  it('gives bad lines a receipt each and goes on', async () => {
    const people = [{ id: 'b', side: 'buyer', name: 'Dana', title: null }];
    const line = (id: string, text: unknown): string =>
      JSON.stringify({ id, kind: 'email', direction: 'in', author: 'b', people, text });
    const worried = 'I am worried about the move. ';
    const lines = [
      line('good', worried),
      'not json',
      line('null text', null),
      line('long', `${worried}${'word '.repeat(1_100_000)}`),
      line('control', `${worried}\u0000\u0007`),
      JSON.stringify({ id: 'fax', kind: 'fax', author: 'b', people, text: worried }),
      line('last', worried),
    ];
    const latin1 = Buffer.concat([
      Buffer.from(`${lines.join('\n')}\n`),
      Buffer.from(line('latin', `Grüße. ${worried}`), 'latin1'),
    ]);
    const ran = await read('bad.jsonl', latin1);
    expect(ran.status).toBe(0);
    expect(answersOf(ran).map(({ id, readings }) => [id, readings.length])).toEqual([
      ['good', 1],
      ['long', 1],
      ['control', 1],
      ['fax', 1],
      ['last', 1],
      ['latin', 1],
    ]);
    expect(ran.stderr.trim().split('\n')).toEqual([
      'line 2: skipped, it is no JSON object.',
      'line 3: skipped, its field "text" is missing or of a wrong kind.',
      'line 4: 5.2 MB of text, the first part is read.',
      'line 5: holds control characters.',
      'line 6: unknown kind, read as email.',
      'line 8: not UTF-8, read as Windows-1252.',
    ]);
  });

  it('gives quotes that are exact slices of the text of a JSON line', async () => {
    const text = '<p>I&#39;m <i>worried</i> about the move.</p>';
    const people = [{ id: 'b', side: 'buyer', name: 'Dana', title: null }];
    const ran = await read(
      'exact.jsonl',
      JSON.stringify({ id: 1, kind: 'email', author: 'b', people, text }),
    );
    const [reading] = answersOf(ran)[0]?.readings ?? [];
    expect(reading?.quote).toBe(text.slice(reading?.start, reading?.end));
  });

  it('prints a page to read', async () => {
    const ran = await read('page.txt', 'I am worried about the move.', '--format', 'card');
    expect(ran.stdout).toContain(
      'Buyer may be harmed by a wrong choice\n      “I am worried about the move”\n      safety, said',
    );
  });

  it('exits 2 on wrong usage and 3 on a file that cannot be read', async () => {
    expect((await runCommand('scripts/read.ts', [])).status).toBe(2);
    expect(
      (await runCommand('scripts/read.ts', ['--input', 'x', '--author', 'nobody'])).status,
    ).toBe(2);
    expect(
      (await runCommand('scripts/read.ts', ['--input', join(folder, 'none.txt')])).status,
    ).toBe(3);
    expect((await runCommand('scripts/read.ts', ['--input', folder])).status).toBe(3);
  });
});
