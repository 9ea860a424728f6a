import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createControlDesk } from './control/control-desk.ts';
import { controlPortal } from './control/portal-control.ts';
import type { PortalControl, StandInControl } from './control/portal-control.ts';
import { FaultQueue } from './faults.ts';
import type { HubSpotAccount, HubSpotRecord } from './hubspot-record.ts';
import { Reception } from './http/reception.ts';
import { Ledger } from './ledger.ts';
import { Installs } from './oauth/installs.ts';
import { register } from './oauth/registered-app.ts';
import type { RegisteredApp, Registration } from './oauth/registered-app.ts';
import { TokenDesk } from './oauth/token-desk.ts';
import { Portal } from './portal/portal.ts';
import type { IdOrder } from './portal/record-shelf.ts';
import { HUBSPOT_LIMITS } from './rate-limits.ts';
import type { Limits } from './rate-limits.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';
import type { WebhookOptions } from './webhooks/webhook-sender.ts';

/** The app as HubSpot knows it; the same constants sign webhooks and card requests. */
export const SANDBOX_APP = {
  appId: '4711',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret-that-guards-nothing',
} as const;

interface PortalOptions extends HubSpotAccount {
  /** The portal's id: digits. */
  readonly accountId: string;
  readonly limits?: Limits;
  /** What the app was granted before the stand-in started; all that its project names when absent. */
  readonly grantedScopes?: readonly string[];
}

export interface StartOptions
  extends PortalOptions, Omit<WebhookOptions, 'appId' | 'clientSecret'> {
  readonly clock: () => Date;
  readonly port?: number;
  readonly idOrder?: IdOrder;
  readonly searchLagMs?: (record: HubSpotRecord) => number;
  readonly app?: RegisteredApp;
  /** More accounts that have the app, behind the same address. */
  readonly otherPortals?: readonly PortalOptions[];
  /** Rolling limits run on real time, or on `clock` where time is made up. */
  readonly rollingLimitsOn?: 'real_time' | 'clock';
  /** Real time that each answer of the API takes; none when absent. */
  readonly latencyMs?: number;
  /** Lets the control address move the clock of a stand-in in its own process. */
  readonly setClock?: (now: Date) => void;
}

export interface HubSpotStandIn extends StandInControl {
  readonly url: string;
  close(): Promise<void>;
}

/** One or more portals behind HTTP on the loopback address. */
export async function startHubSpot(options: StartOptions): Promise<HubSpotStandIn> {
  const parts = build(options);
  const reception = new Reception({ ...options, ...parts });
  const server = createServer((request, response) => {
    void reception.handle(request, response);
  });
  await listen(server, options.port ?? 0);
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  const standIn = toStandIn(options.accountId, parts, {
    url: `http://127.0.0.1:${port}`,
    close: () => close(server, parts.webhooks),
  });
  reception.openControl(createControlDesk(standIn, options.setClock ?? null));
  return standIn;
}

interface Parts {
  readonly app: RegisteredApp;
  readonly registration: Registration;
  readonly installs: Installs;
  readonly portals: ReadonlyMap<string, Portal>;
  readonly desk: TokenDesk;
  readonly ledger: Ledger;
  readonly faults: FaultQueue;
  readonly webhooks: WebhookSender;
  readonly controls: ReadonlyMap<string, PortalControl>;
}

function build(options: StartOptions): Parts {
  const app: RegisteredApp = options.app ?? SANDBOX_APP;
  const registration = register(app);
  const webhooks = new WebhookSender({ ...options, ...app });
  const installs = new Installs();
  const { clock, accountId: mainAccountId } = options;
  const desk = new TokenDesk({ app, installs, clock, mainAccountId });
  const portals = new Map<string, Portal>();
  for (const each of [options, ...(options.otherPortals ?? [])]) {
    portals.set(each.accountId, openPortal(each, options, webhooks));
    const everything = [...registration.requiredScopes, ...registration.optionalScopes];
    installs.add(each.accountId, each.grantedScopes ?? everything);
  }
  const behind = { installs, desk, nowMs: () => clock().getTime() };
  const controls = new Map(
    [...portals].map(([id, portal]) => [id, controlPortal(portal, behind)] as const),
  );
  const [ledger, faults] = [new Ledger(), new FaultQueue()];
  return { app, registration, installs, portals, desk, ledger, faults, webhooks, controls };
}

function openPortal(each: PortalOptions, options: StartOptions, webhooks: WebhookSender): Portal {
  const { clock, idOrder = 'numeric', searchLagMs = () => 0 } = options;
  const limits = each.limits ?? options.limits ?? HUBSPOT_LIMITS;
  return new Portal({ ...each, limits, clock, idOrder, searchLagMs }, (change) => {
    webhooks.announce(each.accountId, change);
  });
}

function toStandIn(
  mainAccountId: string,
  { controls, ledger, faults, webhooks }: Parts,
  { url, close }: Pick<HubSpotStandIn, 'url' | 'close'>,
): HubSpotStandIn {
  const portal = (accountId: string): PortalControl => {
    const control = controls.get(accountId);
    if (control === undefined) throw new Error(`The stand-in has no portal ${accountId}.`);
    return control;
  };
  const main = portal(mainAccountId);
  return {
    ...main,
    ...{ url, ledger, portal, close },
    get refreshToken() {
      return main.refreshToken;
    },
    queueFault: (fault) => {
      faults.add(fault);
    },
    setRandomFaults: (random) => {
      faults.setRandom(random);
    },
    sendWebhooksTo: (target) => {
      webhooks.sendTo(target);
    },
    disturbWebhooks: (disturbance) => {
      webhooks.disturb(disturbance);
    },
    settleWebhooks: () => webhooks.settle(),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server, webhooks: WebhookSender): Promise<void> {
  webhooks.close();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
