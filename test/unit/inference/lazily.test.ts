import { describe, expect, it } from '@jest/globals';
import { lazily } from '../../../server/inference/lazily.ts';

describe('a constant made lazily', () => {
  it('is made when it is first asked for, and only then', () => {
    let times = 0;
    const constant = lazily(() => {
      times += 1;
      return { times };
    });
    expect(times).toBe(0);
    expect(constant()).toBe(constant());
    expect(times).toBe(1);
  });

  it('is made once, whatever it is', () => {
    let times = 0;
    const nothing = lazily(() => {
      times += 1;
      return null;
    });
    expect([nothing(), nothing(), times]).toEqual([null, null, 1]);
  });
});
