import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import { waitBriefly } from '../../../server/wire/wait-briefly.ts';

/** Fails with each of these in turn, then succeeds. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  return () => {
    const error = left.shift();
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  };
}

const limited = (retryAfterMs?: number) =>
  new AppError('crm_rate_limited', 'Not now.', {
    recovery: 'wait',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

describe('waiting briefly, for a person', () => {
  it('begins the work anew after a short pause of the limits', async () => {
    await expect(waitBriefly(failing(limited(5), limited(5)))).resolves.toBe('done');
  });

  it('gives up when the pause would be long, or nobody knows how long', async () => {
    await expect(waitBriefly(failing(limited(10_000)))).rejects.toThrow('Not now.');
    await expect(waitBriefly(failing(limited()))).rejects.toThrow('Not now.');
  });

  it('passes on what no waiting mends', async () => {
    await expect(waitBriefly(failing(new Error('broken')))).rejects.toThrow('broken');
  });
});
