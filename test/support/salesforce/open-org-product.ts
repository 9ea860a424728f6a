import type { StartOptions as HubSpotOptions } from '../../simulators/hubspot/start-hubspot.ts';
import type { TenantId } from '../../../shared/ids.ts';
import {
  startSalesforce,
  type StartOptions,
} from '../../simulators/salesforce/start-salesforce.ts';
import type { SalesforceStandIn } from '../../simulators/salesforce/start-salesforce.ts';
import {
  startEvents,
  type EventsStandIn,
} from '../../simulators/salesforce/events/start-events.ts';
import { eventually } from '../eventually.ts';
import { openAttune, type OpenAttune } from '../hubspot/open-attune.ts';

/** The whole product, connected to a stand-in org, both on one clock that moves only when told. */
export interface OrgProduct {
  readonly salesforce: SalesforceStandIn;
  /** Null: its changes are told to nobody. */
  readonly events: EventsStandIn | null;
  readonly attune: OpenAttune['attune'];
  readonly tenantId: TenantId;
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
  readonly startWork: () => void;
  /** A whole night, from its first call to its last card. */
  spendNight(): Promise<void>;
  close(): Promise<void>;
}

export interface Beside {
  /** An account beside the org, not connected. */
  readonly hubspot?: Partial<HubSpotOptions>;
  /** The org has an event bus that tells of what changes after it was furnished. */
  readonly listens?: boolean;
}

/** `furnish` fills the org before it is connected; `ownDomain` is our side's. */
export async function openOrgProduct(
  furnish: (salesforce: SalesforceStandIn) => void,
  ownDomain: string,
  { listens = false, hubspot = {}, ...options }: Partial<StartOptions> & Beside = {},
): Promise<OrgProduct> {
  let clock: (() => Date) | null = null;
  const start = new Date('2026-11-20T10:00:00.000Z');
  const salesforce = await startSalesforce({ clock: () => clock?.() ?? start, ...options });
  furnish(salesforce);
  const events = listens ? await startEvents(salesforce, () => clock?.() ?? start) : null;
  const server = { signInUrl: salesforce.url, pubSubEndpoint: events?.endpoint, gatherMs: 50 };
  const open = await openAttune(hubspot, {}, server);
  clock = open.now;
  const { attune, now, advance } = open;
  const tenantId = await install(open, salesforce.orgId);
  await attune.stores.tenants.setOwnDomains(tenantId, [ownDomain]);
  return {
    ...{ salesforce, events, attune, tenantId, now, advance, startWork: open.startWork },
    spendNight: () => spendNight(open, tenantId),
    close: async () => {
      await open.close();
      await events?.close();
      await salesforce.close();
    },
  };
}

/** As an admin's browser does: to Attune, to Salesforce, and back with the cookie. */
async function install({ origin, attune }: OpenAttune, accountId: string): Promise<TenantId> {
  const away = await fetch(`${origin}/oauth/salesforce/install`, { redirect: 'manual' });
  const cookie = away.headers.get('set-cookie')?.split(';')[0] ?? '';
  const agreed = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
  await fetch(agreed.headers.get('location') ?? '', { headers: { cookie } });
  const tenantId = await attune.stores.tenants.findTenant({ vendor: 'salesforce', accountId });
  if (tenantId === null) throw new Error('The org was not connected.');
  return tenantId;
}

async function spendNight({ attune, startWork }: OpenAttune, tenantId: TenantId): Promise<void> {
  if ((await attune.beginNight(tenantId)) === null) throw new Error('No night began.');
  startWork();
  const isOver = async () => (await attune.stores.nights.loadLatest(tenantId))?.finishedAt != null;
  await eventually('the night is over', isOver, 60_000);
}
