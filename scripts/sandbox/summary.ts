import type { Night } from '../../shared/api/sandbox/get-night.ts';

/** `records` counts every CRM record that was read, activities included. */
export interface NightSummary {
  readonly tenants: number;
  readonly records: number;
  readonly activities: number;
  readonly readings: number;
  readonly apiCalls: number;
  readonly cards: number;
  readonly seconds: number;
}

export function summarise(night: Night, elapsedMs: number): NightSummary {
  const { records, activities, readings, apiCalls, cards } = night;
  return {
    tenants: 1,
    records,
    activities,
    readings,
    apiCalls,
    cards,
    seconds: Math.round(elapsedMs / 100) / 10,
  };
}
