import { expect, it } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import { JOB_NAMES, type JobName } from '../../../server/queue/jobs.ts';
import type { Handler } from '../../../server/queue/worker.ts';
import { observeHandlers } from '../../../server/wire/observe-handlers.ts';

const work = { tenantId: 'tenant', workId: 'work' };

function handlersThat(handler: Handler): Readonly<Record<JobName, Handler>> {
  // Every name of the table gets the same handler; Object.fromEntries forgets the names.
  return Object.fromEntries(JOB_NAMES.map((name) => [name, handler])) as Record<JobName, Handler>;
}

it.each([
  [new Error('nobody foresaw it'), 'unexpected'],
  [new AppError('crm_rejected', 'No.', { recovery: 'abort' }), 'crm_rejected'],
  [new AppError('crm_rate_limited', 'Later.', { recovery: 'wait' }), null],
])('a job that throws %s is counted with the failure %s, and still throws', async (error, told) => {
  const seen: (string | null)[] = [];
  const metrics = {
    jobDone: (_kind: string, _seconds: number, failure: string | null) => seen.push(failure),
  };
  const handlers = handlersThat(() => Promise.reject(error));
  // The one method of the metrics that handlers use.
  const observed = observeHandlers(handlers, metrics as never);
  await expect(observed.run_night(work)).rejects.toBe(error);
  expect(seen).toEqual([told]);
});

it('handlers without metrics stay as they are', () => {
  const handlers = handlersThat(() => Promise.resolve({ then: 'done' }));
  expect(observeHandlers(handlers, undefined)).toBe(handlers);
});
