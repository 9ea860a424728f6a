import type { TenantId } from '../shared/ids.ts';
import { createApp, type AppOptions } from './http/app.ts';
import type { Route } from './http/route.ts';
import { createEnqueue } from './queue/enqueue.ts';
import { openBell } from './queue/open-bell.ts';
import { reportSparingly } from './queue/report-sparingly.ts';
import { openStores, type Stores } from './store/open-stores.ts';
import { connectAccount, type AccountNames } from './sync/connect-account.ts';
import { beginNight, type RunningNight } from './sync/run-night.ts';
import { connectCrm, connectTools } from './wire/connect-crm.ts';
import { nightTools } from './wire/night-tools.ts';
import { ring, type Parts, type WireOptions } from './wire/parts.ts';
import { routes } from './wire/routes.ts';
import { startWork } from './wire/start-work.ts';

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
