import { type Kysely, sql } from 'kysely';
import type { RightsStore } from '../insight/rights/port.ts';
import type { NoteStore, RefreshStore, SilenceStore, TaskStore } from '../insight/actions/port.ts';
import type { FirstAnswers } from '../http/port.ts';
import type { AroundStore, OutboxStore } from '../sync/actions/port.ts';
import { createFirstAnswerStore } from './actions/first-answer-store.ts';
import { createOutboxStore } from './actions/outbox-store.ts';
import { createRefreshStore } from './actions/refresh-store.ts';
import { createRightsStore } from './actions/rights-store.ts';
import { createSilenceStore } from './actions/silence-store.ts';
import { createActivityStore, type ActivityStore } from './activity-store.ts';
import { createBudgetStore, type BudgetStore } from './budget-store.ts';
import { createConnectionStore, type ConnectionStore } from './credentials/connection-store.ts';
import { createCredentialCipher, createKeyRing } from './credentials/credential-cipher.ts';
import { createEventPlaceStore, type EventPlaceStore } from './events/event-place-store.ts';
import { createListenerStore, type ListenerStore } from './events/listener-store.ts';
import { createHealthStore, type HealthStore } from './health/health-store.ts';
import { createOperationsStore, type OperationsStore } from './health/operations-store.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import { createInboxStore, type InboxStore } from './inbox-store.ts';
import { createInsightStore } from './insight-store.ts';
import type { InsightStore } from '../insight/port.ts';
import { createNightStore, type NightStore } from './night-store.ts';
import { openDatabase } from './database/open-database.ts';
import type { Database } from './database/schema.ts';
import { createRoster } from './presence.ts';
import type { DatabaseUrls } from './prepare-database.ts';
import { createInsightJobStore } from './insight-job-store.ts';
import { createOrgInsightStore } from './org-insight-store.ts';
import { createOwnFieldStore } from './own-field-store.ts';
import { createReceiptStore, type ReceiptStore } from './receipt-store.ts';
import { type AdminStore, createAdminStore } from './tenant/admin-store.ts';
import { createSettingsStore, type SettingsStore } from './tenant/settings-store.ts';
import { createSyncStore } from './sync-store.ts';
import type { InsightJobStore, OrgInsightStore, OwnFieldStore, SyncStore } from '../sync/port.ts';
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
  readonly rights: RightsStore;
  readonly firstAnswers: FirstAnswers;
  readonly outbox: OutboxStore & TaskStore & NoteStore;
  readonly silences: SilenceStore;
  readonly refreshes: RefreshStore & AroundStore;
  readonly activities: ActivityStore;
  readonly budget: BudgetStore;
  readonly inbox: InboxStore;
  readonly eventPlaces: EventPlaceStore;
  readonly listeners: ListenerStore;
  readonly verdicts: VerdictStore;
  readonly receipts: ReceiptStore;
  readonly ownFields: OwnFieldStore;
  readonly orgInsights: OrgInsightStore;
  readonly insightJobs: InsightJobStore;
  readonly settings: SettingsStore;
  readonly admins: AdminStore;
  readonly history: HistoryStore;
  readonly works: WorkStore;
  readonly health: HealthStore;
  readonly operations: OperationsStore;
  /** False while the database cannot be reached. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly databases: Pick<DatabaseUrls, 'app' | 'dispatcher'>;
  /** 32 bytes: seals the CRM's credentials. */
  readonly credentialKey: Buffer;
  /** Keys that sealed before it and still open what they sealed. */
  readonly formerKeys?: readonly Buffer[];
  readonly report: (error: unknown) => void;
}

const APP_CONNECTIONS = 10;
/** One of them tells that a worker lives. */
const DISPATCHER_CONNECTIONS = 7;

/** Every store over two pools, one a role. */
export function openStores(options: StoreOptions): Stores {
  const { databases, credentialKey, formerKeys = [], report } = options;
  const open = (url: string, maxConnections: number) =>
    openDatabase({ url, maxConnections, onLostConnection: report });
  const app = open(databases.app, APP_CONNECTIONS);
  const dispatcher = open(databases.dispatcher, DISPATCHER_CONNECTIONS);
  const roster = createRoster(dispatcher);
  const inTenant = createUnitOfWork(app);
  const cipher = createCredentialCipher(createKeyRing(credentialKey, formerKeys));
  return {
    tenants: createTenantStore({ inTenant, dispatcher }),
    connections: createConnectionStore({ inTenant, cipher, holder: roster.holder }),
    sync: createSyncStore(inTenant),
    nights: createNightStore(inTenant),
    insight: createInsightStore(inTenant),
    rights: createRightsStore(inTenant),
    firstAnswers: createFirstAnswerStore(inTenant),
    outbox: createOutboxStore(inTenant),
    silences: createSilenceStore(inTenant),
    refreshes: createRefreshStore(inTenant),
    activities: createActivityStore(inTenant),
    budget: createBudgetStore(inTenant, { holder: roster.holder }),
    inbox: createInboxStore(inTenant),
    eventPlaces: createEventPlaceStore(inTenant),
    listeners: createListenerStore(dispatcher, roster.holder),
    verdicts: createVerdictStore(inTenant),
    receipts: createReceiptStore(inTenant),
    ownFields: createOwnFieldStore(inTenant),
    orgInsights: createOrgInsightStore(inTenant),
    insightJobs: createInsightJobStore(inTenant),
    settings: createSettingsStore(inTenant),
    admins: createAdminStore(inTenant),
    history: createHistoryStore(inTenant),
    works: createWorkStore(dispatcher, roster),
    health: createHealthStore(inTenant),
    operations: createOperationsStore(dispatcher),
    isReady: () => answers(app),
    close: () => Promise.all([app.destroy(), dispatcher.destroy()]).then(() => undefined),
  };
}

function answers(app: Kysely<Database>): Promise<boolean> {
  return sql`select 1`.execute(app).then(
    () => true,
    () => false,
  );
}
