import { AppError } from '../shared/errors.ts';
import type { TenantId } from '../shared/ids.ts';
import type { Vendor } from '../shared/vocabulary.ts';
import { createApp, type AppOptions } from './http/app.ts';
import type { Route } from './http/route.ts';
import { createMetrics, type Metrics } from './observe/metrics.ts';
import { createTellOperations } from './observe/tell-operations.ts';
import type { Doorbell } from './queue/doorbell.ts';
import { createEnqueue, createEnsure } from './queue/enqueue.ts';
import { openBell } from './queue/open-bell.ts';
import { reportSparingly, type ReportError } from './queue/report-sparingly.ts';
import type { RunningWorker } from './queue/worker.ts';
import { openStores, type Stores } from './store/open-stores.ts';
import { connectAccount, type AccountNames } from './sync/connection/connect-account.ts';
import { disconnectAccount } from './sync/connection/disconnect-account.ts';
import type { RunningNight } from './sync/night/port.ts';
import { connectCrm, connectTools, disconnectTools, vendorNamed } from './wire/crm/connect-crm.ts';
import { beginAndRing, nightTools } from './wire/night-tools.ts';
import { observeStores } from './wire/observe-stores.ts';
import { openReader } from './wire/open-reader.ts';
import { operationsRoutes } from './wire/operations-routes.ts';
import type { Parts, WireOptions } from './wire/parts.ts';
import { routes } from './wire/routes.ts';
import { startWork } from './wire/start-work.ts';
import type { VendorCrm } from './wire/crm/vendor-crm.ts';

/** The whole product, built and connected, not yet running. */
export interface Attune {
  readonly stores: Stores;
  readonly crm: Parts['crm'];
  /** Our routes, and those that the caller adds. */
  createApp(
    extra: Pick<AppOptions, 'folders'> & { readonly routes: readonly Route[] },
  ): ReturnType<typeof createApp>;
  /** Past the browser, and with names of our own: for the sandbox. */
  connectAccount(vendor: Vendor, code: string, names: AccountNames): Promise<TenantId>;
  disconnect(tenantId: TenantId): Promise<void>;
  /** Null: nothing is read of this account, because it is not connected or no pipeline is chosen. */
  beginNight(tenantId: TenantId): Promise<RunningNight | null>;
  startWork(): RunningWorker;
  close(): Promise<void>;
}

export function wire(options: WireOptions): Attune {
  let closing = false;
  // What breaks because we are going is no news.
  const report = reportSparingly((error) => {
    if (!closing) options.log.error({ err: error }, 'something failed');
  }, options.clock);
  const metrics = createMetrics();
  const bell = openBell(
    { redisUrl: options.redisUrl, dispatcherUrl: options.databases.dispatcher },
    { report },
  );
  const reader = openReader(options.readerThreads);
  const parts = { ...openParts(options, { metrics, bell, report }), reader };
  const { stores } = parts;
  const night = nightTools(parts);
  return {
    stores,
    crm: parts.crm,
    createApp: (extra) =>
      createApp({
        ...{ ...extra, report },
        routes: [...routes(parts), ...operationsRoutes(parts, metrics, bell), ...extra.routes],
        seen: metrics.requestAnswered,
      }),
    connectAccount: (vendor, code, names) =>
      connectNamed(parts, vendorNamed(parts.crm.vendors, vendor), { code, names }),
    disconnect: async (tenantId) =>
      disconnectAccount(await disconnectTools(parts, tenantId), tenantId),
    beginNight: (tenantId) => beginAndRing(parts, night, tenantId),
    startWork: () => startWork(parts, night, bell),
    close: async () => {
      closing = true;
      await bell.close();
      await reader.close();
      await stores.close();
    },
  };
}

interface Foundation {
  readonly metrics: Metrics;
  readonly bell: Doorbell;
  readonly report: ReportError;
}

function openParts(
  options: WireOptions,
  { metrics, bell, report }: Foundation,
): Omit<Parts, 'reader'> {
  const { clock, operations } = options;
  const stores = observeStores(openStores({ ...options, report }), {
    ...{ metrics, clock },
    tellOperations: createTellOperations(operations?.webhookUrl ?? null, report),
  });
  const doorbell = { works: stores.works, bell, report };
  return {
    ...{ options, stores, report, metrics },
    enqueue: createEnqueue(doorbell),
    ensure: createEnsure(doorbell),
    crm: connectCrm({ ...options, callSeen: metrics.callSeen }, stores, report),
  };
}

async function connectNamed(
  parts: Parts,
  crm: VendorCrm,
  { code, names }: { readonly code: string; readonly names: AccountNames },
): Promise<TenantId> {
  const result = await connectAccount(connectTools(parts, crm), {
    code,
    codeVerifier: '',
    accountId: null,
  });
  if (result.kind !== 'connected')
    throw new AppError('crm_forbidden', 'The account did not grant what Attune needs.', {
      recovery: 'abort',
    });
  const { accountId } = result;
  return parts.stores.tenants.ensureTenant({ vendor: crm.vendor, accountId, ...names });
}
