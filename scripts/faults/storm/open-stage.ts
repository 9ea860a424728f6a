import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { OWN_FIELDS } from '../../../server/crm/writes.ts';
import { createLog } from '../../../server/observe/log.ts';
import { migrateQueue } from '../../../server/queue/open-postgres-bell.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../server/store/embedded-postgres.ts';
import { prepareDatabase } from '../../../server/store/prepare-database.ts';
import { type Attune, wire } from '../../../server/wire.ts';
import { SANDBOX_APP } from '../../../test/simulators/hubspot/start-hubspot.ts';
import type { Closers } from '../../bench-sync/closers.ts';
import { makeSandboxFolder } from '../../sandbox/make-sandbox-folder.ts';
import { patiently } from './patiently.ts';
import { type InstalledAccount, openStandIn, type StandIn } from './open-stand-in.ts';
import type { WorkerConfig } from './worker-config.ts';

const TOKEN_MS = 30 * 60_000;

export interface StormTenant {
  readonly tenantId: TenantId;
  readonly accountId: string;
}

/** Everything that a storm needs, with nothing running in it yet. */
export interface Stage {
  readonly folder: string;
  readonly configFile: string;
  readonly postgres: EmbeddedPostgres;
  /** The product's database, as superuser. */
  readonly adminUrl: string;
  readonly standIn: StandIn;
  readonly attune: Attune;
  readonly quiet: StormTenant;
  readonly stormy: readonly StormTenant[];
}

export async function openStage(closers: Closers): Promise<Stage> {
  const made = await makeSandboxFolder();
  closers.add(() => made.remove());
  const folder = made.path;
  await mkdir(folder, { recursive: true });
  const [postgres, standIn] = await Promise.all([
    startPostgres(folder, closers),
    openStandIn({ folder, now: new Date() }, closers),
  ]);
  const databases = await prepareDatabase(postgres.adminUrl, 'attune');
  await migrateQueue(databases.owner);
  const { appId, clientId, clientSecret } = SANDBOX_APP;
  const hubspot = { baseUrl: standIn.url, publicOrigin: 'http://localhost', appId, clientId };
  const config: WorkerConfig = {
    databases,
    hubspot: { ...hubspot, clientSecrets: [clientSecret] },
    credentialKey: randomBytes(32).toString('base64'),
  };
  const configFile = path.join(folder, 'worker.json');
  await writeFile(configFile, JSON.stringify(config), { mode: 0o600 });
  const attune = wire({
    ...config,
    ...{ redisUrl: null, clock: () => new Date(), readerThreads: 0, log: createLog('silent') },
    credentialKey: Buffer.from(config.credentialKey, 'base64'),
  });
  closers.add(() => attune.close());
  const [quiet, ...stormy] = await Promise.all(
    standIn.accounts.map((account) => connect(attune, standIn, account)),
  );
  if (quiet === undefined) throw new Error('The stand-in has no account.');
  const adminUrl = Object.assign(new URL(postgres.adminUrl), { pathname: '/attune' }).href;
  return { folder, configFile, postgres, adminUrl, standIn, attune, quiet, stormy };
}

async function startPostgres(folder: string, closers: Closers): Promise<EmbeddedPostgres> {
  // Killed workers leave sessions that end only when their statement does.
  const settings = ['max_connections=120'];
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    settings,
  });
  closers.add(() => postgres.stop());
  return postgres;
}

async function connect(
  { stores, crm }: Attune,
  standIn: StandIn,
  { accountId, refreshToken }: InstalledAccount,
): Promise<StormTenant> {
  const account = {
    vendor: 'hubspot',
    accountId,
    name: 'Larkfield',
    timeZone: 'Europe/London',
  } as const;
  const tenantId = await stores.tenants.ensureTenant(account);
  await stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
  const accessToken = await standIn.control('issueAccessToken', [], accountId);
  const credentials = { accessToken, refreshToken, expiresAtMs: Date.now() + TOKEN_MS };
  const at = new Date().toISOString();
  await stores.connections.connect(tenantId, {
    credentials,
    installedBy: null,
    grantedScopes: [],
    at,
  });
  const settings = { ...DEFAULT_SETTINGS, pipelineIds: ['sales'], writeBack: true };
  await stores.settings.save(tenantId, { settings, by: null, at });
  const port = await crm.portOf(tenantId);
  await patiently(async () => port.setUpFields?.(OWN_FIELDS));
  return { tenantId, accountId };
}
