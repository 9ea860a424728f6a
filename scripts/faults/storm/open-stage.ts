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
import type { Closers } from '../../bench-sync/closers.ts';
import { makeSandboxFolder } from '../../sandbox/make-sandbox-folder.ts';
import { patiently } from './patiently.ts';
import type { StandIn, StormAccount, StormCrm } from './crm/storm-crm.ts';
import type { WorkerConfig } from './worker-config.ts';

const TOKEN_MS = 30 * 60_000;

export interface StormTenant extends StormAccount {
  readonly tenantId: TenantId;
}

/** Everything that a storm needs, with nothing running in it yet. */
export interface Stage {
  readonly folder: string;
  readonly configFile: string;
  readonly postgres: EmbeddedPostgres;
  /** The product's database, as superuser. */
  readonly adminUrl: string;
  readonly crm: StormCrm;
  readonly standIn: StandIn;
  readonly attune: Attune;
  readonly quiet: StormTenant;
  readonly stormy: readonly StormTenant[];
}

export async function openStage(crm: StormCrm, closers: Closers): Promise<Stage> {
  const made = await makeSandboxFolder();
  closers.add(() => made.remove());
  const folder = made.path;
  await mkdir(folder, { recursive: true });
  const [postgres, standIn] = await Promise.all([
    startPostgres(folder, closers),
    crm.openStandIn({ folder, now: new Date() }, closers),
  ]);
  const databases = await prepareDatabase(postgres.adminUrl, 'attune');
  await migrateQueue(databases.owner);
  const config: WorkerConfig = {
    databases,
    ...crm.settingsOf(standIn),
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
    standIn.accounts.map((account) => connect(attune, crm, account)),
  );
  if (quiet === undefined) throw new Error('The stand-in has no account.');
  const adminUrl = Object.assign(new URL(postgres.adminUrl), { pathname: '/attune' }).href;
  return { folder, configFile, postgres, adminUrl, crm, standIn, attune, quiet, stormy };
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
  { stores, crm: connected }: Attune,
  { vendor, pipelineId }: StormCrm,
  account: StormAccount,
): Promise<StormTenant> {
  const { accountId } = account;
  const tenantId = await stores.tenants.ensureTenant({
    ...{ vendor, accountId, name: 'Larkfield', timeZone: 'Europe/London' },
  });
  await stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
  const credentials = { ...account.credentials, expiresAtMs: Date.now() + TOKEN_MS };
  const at = new Date().toISOString();
  await stores.connections.connect(tenantId, {
    credentials,
    installedBy: null,
    grantedScopes: [],
    at,
  });
  const settings = { ...DEFAULT_SETTINGS, pipelineIds: [pipelineId], writeBack: true };
  await stores.settings.save(tenantId, { settings, by: null, at });
  const port = await connected.portOf(tenantId);
  await patiently(async () => port.setUpFields?.(OWN_FIELDS));
  return { ...account, tenantId };
}
