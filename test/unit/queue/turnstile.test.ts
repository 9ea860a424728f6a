import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTurnstile } from '../../../server/queue/turnstile.ts';

describe('the turnstile', () => {
  it('lets through as many as it is wide, and all in the end', async () => {
    const turnstile = createTurnstile(2);
    let [inside, most, passed] = [0, 0, 0];
    const pass = () =>
      turnstile(async () => {
        most = Math.max(most, (inside += 1));
        await sleep(1);
        inside -= 1;
        passed += 1;
      });
    await Promise.all(Array.from({ length: 9 }, pass));
    expect({ most, passed }).toEqual({ most: 2, passed: 9 });
  });

  it('gives the place of one that failed to the next', async () => {
    const turnstile = createTurnstile(1);
    const failing = turnstile(() => Promise.reject(new Error('no')));
    const next = turnstile(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
    expect(await turnstile(() => Promise.resolve('again'))).toBe('again');
  });
});
