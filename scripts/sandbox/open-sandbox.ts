import path from 'node:path';
import type { Night } from '../../shared/api/sandbox/get-night.ts';
import type { TenantId } from '../../shared/ids.ts';
import { createLog } from '../../server/observe/log.ts';
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts';
import { loadOrCreateKeyFile } from '../../server/store/credentials/key-file.ts';
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
import { connectOrg, openStandInOrg, salesforceSettings, type StandInOrg } from './org/open-org.ts';
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
  /** With a second tenant on a stand-in Salesforce; without when absent. */
  readonly withOrg?: boolean;
}

export interface SandboxOrg extends StandInOrg {
  readonly tenantId: TenantId;
}

/** A sandbox on its feet: the embedded PostgreSQL, the stand-in CRMs, and Attune connected to them. */
export interface Sandbox {
  readonly attune: Attune;
  readonly standIn: HubSpotStandIn;
  readonly stories: StoryAccount;
  readonly tenantId: TenantId;
  readonly org: SandboxOrg | null;
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
  const { folder, clock } = options;
  const dataDir = path.join(folder.path, 'postgres');
  const postgres = await startEmbeddedPostgres({ dataDir, startOver: folder.isNew });
  closers.push(() => postgres.stop());
  folder.keep();
  const [databases, { standIn, stories, messagesFile }, standInOrg] = await Promise.all([
    prepareDatabases(postgres.adminUrl),
    openStandIn(options),
    options.withOrg === true ? openStandInOrg(options) : null,
  ]);
  closers.push(() => closeStandIns(standIn, standInOrg));
  const attune = await wireSandbox(options, databases, [standIn.url, standInOrg?.standIn.url]);
  closers.push(() => attune.close());
  const tenantId = await connectLarkfield(attune, stories, clock());
  const { origin } = options;
  const org = standInOrg && {
    ...standInOrg,
    tenantId: await connectOrg(attune, standInOrg, { origin, now: clock() }),
  };
  const { clientSecret, createdAt } = folder.state;
  const ageDays = Math.floor((clock().getTime() - Date.parse(createdAt)) / DAY_MS);
  const source = { attune, tenantId, clock, ageDays, expectedRecords: countRecords(stories) };
  return {
    ...{ attune, standIn, stories, tenantId, org, messagesFile, clientSecret, clock, ageDays },
    movedTo: postgres.movedTo,
    loadNight: () => loadNight(source),
    importPast: () =>
      importClosedDeals(attune.stores, tenantId, { stories, before: new Date(createdAt) }),
    close: () => closeAll(closers),
  };
}

async function closeStandIns(hubspot: HubSpotStandIn, org: StandInOrg | null): Promise<void> {
  org?.keeper.save();
  await Promise.all([hubspot.close(), org?.standIn.close()]);
}

async function wireSandbox(
  { folder, clock, origin, redisUrl, logLevel }: SandboxOptions,
  databases: DatabaseUrls,
  [baseUrl, orgUrl]: readonly [hubspot: string, salesforce: string | undefined],
): Promise<Attune> {
  const { appId, clientId } = SANDBOX_APP;
  const hubspot = { baseUrl, signInUrl: baseUrl, publicOrigin: origin, appId, clientId };
  return wire({
    ...{ databases, redisUrl, clock },
    credentialKey: await loadOrCreateKeyFile(path.join(folder.path, 'credential-key')),
    hubspot: { ...hubspot, clientSecrets: [folder.state.clientSecret] },
    salesforce: orgUrl === undefined ? null : salesforceSettings(orgUrl, origin),
    log: createLog(logLevel),
  });
}

/** We are this database's only worker: what was held when we were killed is nobody's any more. */
async function connectLarkfield(
  attune: Attune,
  { timeZone, pipelines }: StoryAccount,
  now: Date,
): Promise<TenantId> {
  const { works, settings } = attune.stores;
  await works.releaseLeases();
  const tenantId = await attune.connectAccount('hubspot', 'good-code', {
    name: 'Larkfield',
    timeZone,
  });
  await attune.stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
  const chosen = await settings.load(tenantId);
  if (chosen.pipelineIds.length === 0) {
    const all = { ...chosen, pipelineIds: pipelines.map(({ id }) => id) };
    await settings.save(tenantId, { settings: all, by: null, at: now.toISOString() });
  }
  return tenantId;
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

const PHASES = { reading: 'reading', building: 'cards', finished: 'finished' } as const;

async function loadNight(source: NightSource): Promise<Night> {
  const night = await source.attune.stores.nights.loadLatest(source.tenantId);
  const { ageDays } = source;
  if (night === null) return { phase: 'starting', ...NOTHING_YET, ...UNKNOWN_END, ageDays };
  const { records, activities, readings, apiCalls, cards } = night;
  const end = night.phase === 'finished' ? UNKNOWN_END : estimateEnd(source, night);
  return {
    phase: PHASES[night.phase],
    records,
    activities,
    readings,
    apiCalls,
    cards,
    ...end,
    ageDays,
  };
}

const NOTHING_YET = { records: 0, activities: 0, readings: 0, apiCalls: 0, cards: 0 };
const UNKNOWN_END = { expectedRecords: null, secondsLeft: null };

/** A later night reads only what changed, and nobody knows how much that is. */
function estimateEnd(
  { clock, expectedRecords }: NightSource,
  { records, startedAt }: { readonly records: number; readonly startedAt: string },
): Pick<Night, 'expectedRecords' | 'secondsLeft'> {
  if (records < expectedRecords / 10) return UNKNOWN_END;
  const elapsedMs = clock().getTime() - Date.parse(startedAt);
  return {
    expectedRecords,
    secondsLeft: estimateSecondsLeft({ records, expectedRecords, elapsedMs }),
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
