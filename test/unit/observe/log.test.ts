import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createLog, type Log } from '../../../server/observe/log.ts';

const LOG = path.join(import.meta.dirname, '../../../server/observe/log.ts');

/** What the log writes, in this process. */
function written(log: (to: Log) => void): unknown {
  let line = '';
  log(createLog('warn', { write: (text) => (line += text) }));
  return line === '' ? null : JSON.parse(line);
}

describe('the log', () => {
  it('hides what could be a secret or a person’s words, also inside', () => {
    const line = written((log) => {
      log.warn({ token: 'abc', mail: { text: 'my words', id: '7' } }, 'seen');
    });
    expect(line).toMatchObject({ token: '[hidden]', mail: { text: '[hidden]', id: '7' } });
  });

  it('keeps quiet below its level', () => {
    expect(
      written((log) => {
        log.info('all is well');
      }),
    ).toBeNull();
  });

  it.each([
    ['an error without code or cause', new Error('gone'), { name: 'Error', message: 'gone' }],
    ['a cause that is no error', new Error('gone', { cause: 'a row' }), { message: 'gone' }],
    [
      'a code and a cause',
      Object.assign(new Error('gone', { cause: new Error('reset') }), { code: '57P01' }),
      { code: '57P01', cause: 'reset' },
    ],
    ['what is no error at all', 'gone', { message: 'gone' }],
  ])('tells of %s what there is to tell', (_name, err, told) => {
    const line = written((log) => {
      log.error({ err }, 'failed');
    });
    expect(line).toMatchObject({ msg: 'failed', err: told });
    expect(JSON.stringify(line)).not.toContain('a row');
  });

  it('tells of an error what a reader can use, and nothing that a driver hung on it', () => {
    const script = `
      const { createLog } = await import(${JSON.stringify(LOG)});
      const error = new Error('The database went away.', { cause: new Error('reset') });
      Object.assign(error, { code: '57P01', client: { host: 'inner-host' } });
      createLog('warn').error({ err: error }, 'something failed');`;
    const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toMatchObject({
      msg: 'something failed',
      err: {
        name: 'Error',
        code: '57P01',
        message: 'The database went away.',
        cause: 'reset',
      },
    });
    expect(stderr).not.toContain('inner-host');
  });
});
