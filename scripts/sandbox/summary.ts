import type { Night } from '../../shared/api/sandbox/get-night.ts';

type Counts = Pick<Night, 'records' | 'activities' | 'readings' | 'apiCalls' | 'cards'>;

/** `records` counts every CRM record that was read, activities included; those at the top are the stand-in HubSpot's. */
export interface NightSummary extends Counts {
  readonly tenants: number;
  /** From the start of both nights to the end of the later one. */
  readonly seconds: number;
  /** The night of the stand-in Salesforce; null: the sandbox has none, or it read nothing. */
  readonly salesforce: Counts | null;
}

export function summarise(
  night: Night,
  salesforce: Counts | null,
  elapsedMs: number,
): NightSummary {
  return {
    tenants: salesforce === null ? 1 : 2,
    ...countsOf(night),
    seconds: Math.round(elapsedMs / 100) / 10,
    salesforce: salesforce && countsOf(salesforce),
  };
}

function countsOf({ records, activities, readings, apiCalls, cards }: Counts): Counts {
  return { records, activities, readings, apiCalls, cards };
}
