import { ok, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';

export function serveLimits({ allowance }: Desk): Answer {
  const remaining = allowance.limit - allowance.used;
  return ok({
    DailyApiRequests: { Max: allowance.limit, Remaining: remaining },
    DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
  });
}

/** On every answer of the REST API. */
export function limitInfo({ allowance }: Desk): Readonly<Record<string, string>> {
  return { 'sforce-limit-info': `api-usage=${allowance.used}/${allowance.limit}` };
}
