import type { CallMeter } from '../../../server/crm/port.ts';
import { createSalesforce, type SalesforceReading } from '../../../server/crm/salesforce/index.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
  type StartOptions,
} from '../../simulators/salesforce/start-salesforce.ts';

/** A stand-in org on a clock of its own, with the adapter in front of it. */
export interface OpenSalesforce {
  readonly salesforce: SalesforceStandIn;
  readonly port: ReturnType<typeof createSalesforce>;
  readonly now: () => Date;
  advance(milliseconds: number): void;
}

export const NO_METER: CallMeter = { take: () => Promise.resolve(), seen: () => undefined };

const START = '2026-03-04T08:00:00.000Z';

export async function openSalesforce(
  options: Partial<StartOptions> = {},
  reading: Partial<SalesforceReading> = {},
): Promise<OpenSalesforce> {
  let now = new Date(START);
  const clock = () => now;
  const salesforce = await startSalesforce({ clock, ...options });
  let { accessToken } = salesforce.issueTokens();
  const port = createSalesforce({
    baseUrl: salesforce.url,
    accessToken: (refused) => {
      if (refused !== undefined) ({ accessToken } = salesforce.issueTokens());
      return Promise.resolve(accessToken);
    },
    meter: NO_METER,
    timeoutMs: 5_000,
    clock,
    ...reading,
  });
  return {
    ...{ salesforce, port, now: clock },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
