import { sql } from 'kysely';
import { createActivityStore, type ActivityStore } from './activity-store.ts';
import { createBudgetStore, type BudgetStore } from './budget-store.ts';
import { createConnectionStore, type ConnectionStore } from './credentials/connection-store.ts';
import { createCredentialCipher } from './credentials/credential-cipher.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import { createInboxStore, type InboxStore } from './inbox-store.ts';
import { createInsightStore } from './insight-store.ts';
import type { InsightStore } from '../insight/port.ts';
import { createNightStore, type NightStore } from './night-store.ts';
import { openDatabase } from './database/open-database.ts';
import type { DatabaseUrls } from './prepare-database.ts';
import { createReceiptStore, type ReceiptStore } from './receipt-store.ts';
import { createSettingsStore, type SettingsStore } from './tenant/settings-store.ts';
import { createSyncStore } from './sync-store.ts';
import type { SyncStore } from '../sync/port.ts';
import { createTenantStore, type TenantStore } from './tenant/tenant-store.ts';
import { createUnitOfWork } from './unit-of-work.ts';
import { createVerdictStore, type VerdictStore } from './verdict-store.ts';
import { createWorkStore } from './work-store.ts';
import type { WorkStore } from '../queue/port.ts';

export interface Stores {
  readonly tenants: TenantStore;
  readonly connections: ConnectionStore;
  readonly sync: SyncStore;
  readonly nights: NightStore;
  readonly insight: InsightStore;
  readonly activities: ActivityStore;
  readonly budget: BudgetStore;
  readonly inbox: InboxStore;
  readonly verdicts: VerdictStore;
  readonly receipts: ReceiptStore;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly works: WorkStore;
  /** False while the database cannot be reached. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly databases: Pick<DatabaseUrls, 'app' | 'dispatcher'>;
  /** 32 bytes: seals the CRM's credentials. */
  readonly credentialKey: Buffer;
  readonly report: (error: unknown) => void;
}

const KEY_ID = 'key-1';
const APP_CONNECTIONS = 10;
const DISPATCHER_CONNECTIONS = 6;

/** Every store over two pools, one a role. */
export function openStores({ databases, credentialKey, report }: StoreOptions): Stores {
  const open = (url: string, maxConnections: number) =>
    openDatabase({ url, maxConnections, onLostConnection: report });
  const app = open(databases.app, APP_CONNECTIONS);
  const dispatcher = open(databases.dispatcher, DISPATCHER_CONNECTIONS);
  const inTenant = createUnitOfWork(app);
  const cipher = createCredentialCipher({ current: KEY_ID, keys: { [KEY_ID]: credentialKey } });
  return {
    tenants: createTenantStore({ inTenant, dispatcher }),
    connections: createConnectionStore({ inTenant, cipher }),
    sync: createSyncStore(inTenant),
    nights: createNightStore(inTenant),
    insight: createInsightStore(inTenant),
    activities: createActivityStore(inTenant),
    budget: createBudgetStore(inTenant),
    inbox: createInboxStore(inTenant),
    verdicts: createVerdictStore(inTenant),
    receipts: createReceiptStore(inTenant),
    settings: createSettingsStore(inTenant),
    history: createHistoryStore(inTenant),
    works: createWorkStore(dispatcher),
    isReady: () =>
      sql`select 1`.execute(app).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all([app.destroy(), dispatcher.destroy()]);
    },
  };
}
