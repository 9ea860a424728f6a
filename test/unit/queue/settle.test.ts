import { describe, expect, it } from '@jest/globals';
import { settleError, settleOutcome } from '../../../server/queue/settle.ts';
import { AppError, type Recovery } from '../../../shared/errors.ts';

const spec = { attempts: 5, firstBackoffMs: 100, longestBackoffMs: 500 };
const failure = (recovery: Recovery, more: { retryAfterMs?: number } = {}) =>
  new AppError('crm_unavailable', 'A failure.', { recovery, ...more });

describe('what becomes of work', () => {
  it('is over when it is done', () => {
    expect(settleOutcome({ then: 'done' })).toEqual({ kind: 'complete' });
  });

  it('comes again after progress, with a clean record', () => {
    expect(settleOutcome({ then: 'again', inMs: 7 })).toEqual({
      kind: 'postpone',
      inMs: 7,
      attempts: 0,
    });
  });

  it('rests twice as long after each failure, up to the longest rest', () => {
    const rests = [0, 1, 2, 3].map((attempts) => settleError(failure('retry'), attempts, spec));
    expect(rests).toEqual([
      { kind: 'postpone', inMs: 100, attempts: 1 },
      { kind: 'postpone', inMs: 200, attempts: 2 },
      { kind: 'postpone', inMs: 400, attempts: 3 },
      { kind: 'postpone', inMs: 500, attempts: 4 },
    ]);
  });

  it('is put aside after the last attempt', () => {
    expect(settleError(failure('retry'), 4, spec)).toEqual({ kind: 'park' });
  });

  it('waits as long as it was told, which is no failure', () => {
    const told = settleError(failure('wait', { retryAfterMs: 1_234 }), 3, spec);
    expect(told).toEqual({ kind: 'postpone', inMs: 1_234, attempts: 3 });
  });

  it('waits a minute when nobody said how long', () => {
    expect(settleError(failure('wait'), 0, spec)).toMatchObject({ inMs: 60_000 });
  });

  it.each([
    ['skip', 'complete'],
    ['reauthorize', 'pause'],
    ['abort', 'park'],
  ] as const)('after "%s" is to %s', (recovery, kind) => {
    expect(settleError(failure(recovery), 0, spec)).toEqual({ kind });
  });

  it('is tried again after an error that nobody foresaw', () => {
    expect(settleError(new TypeError('x is not a function'), 0, spec)).toMatchObject({
      attempts: 1,
    });
    expect(settleError('not even an error', 4, spec)).toEqual({ kind: 'park' });
  });
});
