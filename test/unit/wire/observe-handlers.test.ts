import { expect, it } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import { observeHandlers } from '../../../server/wire/observe-handlers.ts';
import { handlersThat } from '../../support/handlers-that.ts';

const work = { tenantId: 'tenant', workId: 'work' };

it.each([
  [new Error('nobody foresaw it'), 'unexpected'],
  [new AppError('crm_rejected', 'No.', { recovery: 'abort' }), 'crm_rejected'],
  [new AppError('crm_rate_limited', 'Later.', { recovery: 'wait' }), null],
])('a job that throws %s is counted with the failure %s, and still throws', async (error, told) => {
  const seen: (string | null)[] = [];
  const metrics = {
    jobDone: (_kind: string, _seconds: number, failure: string | null) => seen.push(failure),
  };
  const observed = observeHandlers(
    handlersThat(() => Promise.reject(error)),
    metrics,
  );
  await expect(observed.run_night(work)).rejects.toBe(error);
  expect(seen).toEqual([told]);
});

it('handlers without metrics stay as they are', () => {
  const handlers = handlersThat(() => Promise.resolve({ then: 'done' }));
  expect(observeHandlers(handlers, undefined)).toBe(handlers);
});
