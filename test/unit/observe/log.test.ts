import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const LOG = path.join(import.meta.dirname, '../../../server/observe/log.ts');

describe('the log', () => {
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
