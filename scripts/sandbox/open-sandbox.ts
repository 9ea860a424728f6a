import path from 'node:path';
import type { Night } from '../../shared/api/sandbox/get-night.ts';
import type { TenantId } from '../../shared/ids.ts';
import { createLog } from '../../server/observe/log.ts';
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts';
import { loadOrCreateKeyFile } from '../../server/store/key-file.ts';
import { prepareDatabase, type DatabaseUrls } from '../../server/store/prepare-database.ts';
import { migrateQueue } from '../../server/queue/open-postgres-bell.ts';
import { wire, type Attune } from '../../server/wire.ts';
import { loadStories, type StoryAccount } from '../../test/simulators/hubspot/load-stories.ts';
import {
  SANDBOX_APP,
  startHubSpot,
  type HubSpotStandIn,
} from '../../test/simulators/hubspot/start-hubspot.ts';
import { replayBuyerMessages } from './buyer-desk.ts';
import { estimateSecondsLeft } from './estimate-left.ts';
import { importClosedDeals } from './import-closed-deals.ts';
import type { SandboxFolder } from './sandbox-folder.ts';

const PORTAL_ID = '7654321';
const DAY_MS = 86_400_000;

export interface SandboxOptions {
  readonly folder: SandboxFolder;
  /** Our own address, which the stand-in's signatures are made over. */
  readonly origin: string;
  readonly clock: () => Date;
  readonly redisUrl: string | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** A sandbox on its feet: the embedded PostgreSQL, the stand-in HubSpot, and Attune connected to it. */
export interface Sandbox {
  readonly attune: Attune;
  readonly standIn: HubSpotStandIn;
  readonly stories: StoryAccount;
  readonly tenantId: TenantId;
  readonly messagesFile: string;
  readonly clientSecret: string;
  readonly clock: () => Date;
  /** Where PostgreSQL's files went when its user could not enter our folder; else null. */
  readonly movedTo: string | null;
  readonly ageDays: number;
  loadNight(): Promise<Night>;
  /** The generated past, once the CRM's pipelines are known. */
  importPast(): Promise<void>;
  close(): Promise<void>;
}

/** Everything here can be opened again after a kill at any moment. On failure, what was started is stopped. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const closers: (() => Promise<void>)[] = [];
  try {
    return await openParts(options, closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function openParts(
  options: SandboxOptions,
  closers: (() => Promise<void>)[],
): Promise<Sandbox> {
  const { folder, clock, origin } = options;
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder.path, 'postgres') });
  closers.push(() => postgres.stop());
  const [databases, credentialKey, { standIn, stories, messagesFile }] = await Promise.all([
    prepareDatabases(postgres.adminUrl),
    loadOrCreateKeyFile(path.join(folder.path, 'credential-key')),
    openStandIn(options),
  ]);
  closers.push(() => standIn.close());
  const attune = wire({
    databases,
    credentialKey,
    redisUrl: options.redisUrl,
    hubspot: {
      baseUrl: standIn.url,
      publicOrigin: origin,
      appId: SANDBOX_APP.appId,
      clientId: SANDBOX_APP.clientId,
      clientSecrets: [folder.state.clientSecret],
    },
    clock,
    log: createLog(options.logLevel),
  });
  closers.push(() => attune.close());
  await attune.stores.works.releaseLeases();
  const tenantId = await attune.connectHubSpot('good-code', {
    name: 'Larkfield',
    timeZone: stories.timeZone,
  });
  await attune.stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
  const ageDays = Math.floor((clock().getTime() - Date.parse(folder.state.createdAt)) / DAY_MS);
  const expectedRecords = countRecords(stories);
  return {
    attune,
    standIn,
    stories,
    tenantId,
    messagesFile,
    clientSecret: folder.state.clientSecret,
    clock,
    movedTo: postgres.movedTo,
    ageDays,
    loadNight: () => loadNight({ attune, tenantId, clock, expectedRecords, ageDays }),
    importPast: () =>
      importClosedDeals(attune.stores, tenantId, {
        stories,
        before: new Date(folder.state.createdAt),
      }),
    close: () => closeAll(closers),
  };
}

async function prepareDatabases(adminUrl: string): Promise<DatabaseUrls> {
  const databases = await prepareDatabase(adminUrl, 'attune');
  await migrateQueue(databases.owner);
  return databases;
}

async function openStandIn({ folder, clock }: SandboxOptions) {
  const stories = await loadStories(folder.state.firstNight);
  const standIn = await startHubSpot({
    ...stories,
    clock,
    accountId: PORTAL_ID,
    app: { ...SANDBOX_APP, clientSecret: folder.state.clientSecret },
  });
  const messagesFile = path.join(folder.path, 'stand-in.jsonl');
  replayBuyerMessages(standIn, messagesFile);
  return { standIn, stories, messagesFile };
}

interface NightSource {
  readonly attune: Attune;
  readonly tenantId: TenantId;
  readonly clock: () => Date;
  readonly expectedRecords: number;
  readonly ageDays: number;
}

async function loadNight({
  attune,
  tenantId,
  clock,
  expectedRecords,
  ageDays,
}: NightSource): Promise<Night> {
  const night = await attune.stores.nights.loadLatest(tenantId);
  const { records = 0, activities = 0, readings = 0, apiCalls = 0, cards = 0 } = night ?? {};
  const counts = { records, activities, readings, apiCalls, cards, ageDays };
  if (night === null)
    return { phase: 'starting', ...counts, expectedRecords: null, secondsLeft: null };
  const first = records > expectedRecords / 10;
  if (night.phase === 'finished')
    return { phase: 'finished', ...counts, expectedRecords: null, secondsLeft: null };
  const elapsedMs = clock().getTime() - Date.parse(night.startedAt);
  return {
    phase: night.phase === 'building' ? 'cards' : 'reading',
    ...counts,
    expectedRecords: first ? expectedRecords : null,
    secondsLeft: first ? estimateSecondsLeft({ records, expectedRecords, elapsedMs }) : null,
  };
}

/** What a first night will read: every record of the stories, and the owners and pipelines. */
function countRecords({ records, owners, pipelines }: StoryAccount): number {
  return [...records].length + owners.length + pipelines.length;
}

/** In reverse: what came last goes first. One that fails does not keep the others. */
async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  for (const close of closers.splice(0).toReversed()) await close().catch(() => undefined);
}
