import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '../shared/ids.ts';
import { createCardRequest } from './crm/hubspot/card-request.ts';
import { createHubSpot } from './crm/hubspot/index.ts';
import { createAuthorizer } from './crm/hubspot/oauth.ts';
import { createWebhook } from './crm/hubspot/webhook.ts';
import type { CrmAuthorizer, CrmPort } from './crm/port.ts';
import { RECORD_KINDS } from './crm/records.ts';
import { createApp, type AppOptions } from './http/app.ts';
import type { Route } from './http/route.ts';
import { getCardRoute } from './http/routes/cards/get-card.ts';
import { getHealthRoutes } from './http/routes/health/get-health.ts';
import { postVerdictRoute } from './http/routes/verdicts/post-verdict.ts';
import { postHubSpotRoute } from './http/routes/webhooks/post-hubspot.ts';
import { readActivity } from './inference/read-activity.ts';
import { READER_VERSION } from './inference/reading.ts';
import { buildTouched } from './insight/build-touched.ts';
import { createSaveVerdict } from './insight/save-verdict.ts';
import { createViewCard } from './insight/view-card.ts';
import type { Log } from './observe/log.ts';
import { createEnqueue, type Enqueue } from './queue/enqueue.ts';
import { handleBuildCards } from './queue/handlers/build-cards.ts';
import { handleRefreshRecords } from './queue/handlers/refresh-records.ts';
import { handleRunNight } from './queue/handlers/run-night.ts';
import { handleWalkUnit } from './queue/handlers/walk-unit.ts';
import type { JobName } from './queue/jobs.ts';
import type { Doorbell } from './queue/doorbell.ts';
import { openBell } from './queue/open-bell.ts';
import { reportSparingly, type ReportError } from './queue/report-sparingly.ts';
import { startSweeper } from './queue/sweeper.ts';
import { workIdOf } from './queue/work-id.ts';
import { startWorker } from './queue/worker.ts';
import type { HubSpotSettings } from './require-hubspot.ts';
import { openStores, type Stores } from './store/open-stores.ts';
import { createTenantLookup } from './store/tenant-lookup.ts';
import type { DatabaseUrls } from './store/prepare-database.ts';
import { loadAccessToken } from './sync/access-token.ts';
import type { ApplyTools } from './sync/apply-changes.ts';
import { createBudgetedMeter } from './sync/budgeted-meter.ts';
import { connectAccount, type AccountNames } from './sync/connect-account.ts';
import { beginNight, type NightTools, type RunningNight } from './sync/run-night.ts';

export interface WireOptions {
  readonly databases: DatabaseUrls;
  readonly redisUrl: string | null;
  readonly credentialKey: Buffer;
  readonly hubspot: HubSpotSettings;
  readonly clock: () => Date;
  readonly log: Log;
}

/** The whole product, built and connected, not yet running. */
export interface Attune {
  readonly stores: Stores;
  /** Our routes, and those that the caller adds. */
  createApp(
    extra: Pick<AppOptions, 'folders'> & { readonly routes: readonly Route[] },
  ): ReturnType<typeof createApp>;
  connectHubSpot(code: string, names: AccountNames): Promise<TenantId>;
  beginNight(tenantId: TenantId): Promise<RunningNight>;
  startWork(): { close(): Promise<void> };
  close(): Promise<void>;
}

const CRM_TIMEOUT_MS = 30_000;
const SLICE_MS = 10_000;
const SWEEP_EVERY_MS = 5_000;
const CONCURRENCY = 4;
/** Shorter waits for the budget are slept through, so that a page that is half read need not be read again. */
const PATIENCE_MS = 2_000;

export function wire(options: WireOptions): Attune {
  let closing = false;
  // What breaks because we are going is no news.
  const report = reportSparingly((error) => {
    if (!closing) options.log.error({ err: error }, 'something failed');
  }, options.clock);
  const stores = openStores({ ...options, report });
  const bell = openBell(
    { redisUrl: options.redisUrl, dispatcherUrl: options.databases.dispatcher },
    { report },
  );
  const enqueue = createEnqueue({ works: stores.works, bell, report });
  const parts: Parts = {
    options,
    stores,
    report,
    enqueue,
    crm: connectCrm(options, stores, report),
  };
  const night = nightTools(parts);
  return {
    stores,
    createApp: (extra) =>
      createApp({ ...extra, routes: [...routes(parts), ...extra.routes], report }),
    connectHubSpot: (code, names) => connectAccount(connectTools(parts), code, names),
    beginNight: async (tenantId) => {
      const running = await beginNight(night, tenantId);
      await ring(parts, 'run_night', tenantId);
      return running;
    },
    startWork: () => startWork(parts, night, bell),
    close: async () => {
      closing = true;
      await bell.close();
      await stores.close();
    },
  };
}

interface Parts {
  readonly options: WireOptions;
  readonly stores: Stores;
  readonly report: ReportError;
  readonly enqueue: Enqueue;
  readonly crm: {
    readonly authorizer: CrmAuthorizer;
    readonly portOf: (tenantId: TenantId) => CrmPort;
  };
}

/** Work that a tenant has only once: ringing it twice is one piece of work. */
function ring({ enqueue }: Parts, kind: JobName, tenantId: TenantId): Promise<void> {
  return enqueue({ workId: workIdOf(kind, tenantId), tenantId, kind });
}

function connectCrm(
  { hubspot, clock }: WireOptions,
  stores: Stores,
  report: ReportError,
): Parts['crm'] {
  const { baseUrl, clientId, clientSecrets, publicOrigin } = hubspot;
  const authorizer = createAuthorizer({
    baseUrl,
    clientId,
    clientSecret: clientSecrets[0],
    redirectUri: `${publicOrigin}/oauth/hubspot/callback`,
    timeoutMs: CRM_TIMEOUT_MS,
  });
  const tokens = { connections: stores.connections, authorizer, clock, sleep };
  return {
    authorizer,
    portOf: (tenantId) =>
      createHubSpot({
        baseUrl,
        accessToken: () => loadAccessToken(tokens, tenantId),
        meter: createBudgetedMeter(tenantId, {
          ledger: stores.budget,
          patienceMs: PATIENCE_MS,
          sleep,
          report,
        }),
        timeoutMs: CRM_TIMEOUT_MS,
      }),
  };
}

function connectTools({ crm, stores, options: { clock } }: Parts) {
  const { tenants, connections } = stores;
  return { authorizer: crm.authorizer, tenants, connections, readerVersion: READER_VERSION, clock };
}

function nightTools({ options: { clock }, stores, enqueue }: Parts): NightTools {
  return {
    ledger: stores.nights,
    kinds: RECORD_KINDS,
    clock,
    timeZoneOf: async (tenantId) => (await stores.tenants.loadTenant(tenantId)).timeZone,
    ringUnit: (tenantId, workId) => enqueue({ workId, tenantId, kind: 'walk_unit' }),
    buildTouched: async (tenantId, nightId) => {
      const { cards, more } = await buildTouched({ store: stores.insight, clock }, tenantId);
      await stores.nights.addCards(tenantId, nightId, cards);
      return !more;
    },
  };
}

function startWork(parts: Parts, night: NightTools, bell: Doorbell): { close(): Promise<void> } {
  const { stores, report } = parts;
  const toolsFor = async (tenantId: TenantId): Promise<ApplyTools> => ({
    crm: parts.crm.portOf(tenantId),
    store: stores.sync,
    reader: { version: READER_VERSION, read: readActivity },
  });
  const limits = { sliceMs: SLICE_MS, elapsedMs: () => performance.now() };
  const worker = startWorker({
    works: stores.works,
    bell,
    report,
    concurrency: CONCURRENCY,
    pauseTenant: (tenantId) => stores.connections.pause(tenantId),
    handlers: {
      run_night: handleRunNight(night),
      walk_unit: handleWalkUnit({
        toolsFor,
        limits,
        ringNight: (tenantId) => ring(parts, 'run_night', tenantId),
      }),
      refresh_records: handleRefreshRecords({
        toolsFor,
        ringCards: (tenantId) => ring(parts, 'build_cards', tenantId),
      }),
      build_cards: handleBuildCards({ store: stores.insight, clock: parts.options.clock }),
    },
  });
  const sweeper = startSweeper({ works: stores.works, bell, report, everyMs: SWEEP_EVERY_MS });
  return {
    close: async () => {
      await Promise.all([worker.close(), sweeper.close()]);
    },
  };
}

function routes(parts: Parts): readonly Route[] {
  const { options, stores } = parts;
  const { hubspot, clock } = options;
  const signed = { ...hubspot, clock };
  const shared = {
    cardRequest: createCardRequest(signed),
    tenants: createTenantLookup(stores.tenants, 'hubspot'),
  };
  return [
    getCardRoute({ ...shared, viewCard: viewCard(parts) }),
    postVerdictRoute({
      ...shared,
      saveVerdict: createSaveVerdict({ store: stores.insight, verdicts: stores.verdicts, clock }),
    }),
    postHubSpotRoute({
      tenants: shared.tenants,
      webhook: createWebhook(signed),
      takeNotices: async (tenantId, notices) => {
        await stores.inbox.takeIn(tenantId, notices);
        await ring(parts, 'refresh_records', tenantId);
      },
    }),
    ...getHealthRoutes(() => stores.isReady()),
  ];
}

function viewCard({ stores, crm, options }: Parts) {
  return createViewCard({
    store: stores.insight,
    syncedAt: (tenantId) => stores.nights.loadSyncedAt(tenantId),
    mayRead: (tenantId, viewerUserId, cited) => crm.portOf(tenantId).mayRead(viewerUserId, cited),
    clock: options.clock,
  });
}
