import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { TenantId } from '../../../shared/ids.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';
import { PIPELINES } from '../../../server/crm/salesforce/objects.ts';
import { createLog } from '../../../server/observe/log.ts';
import { migrateQueue } from '../../../server/queue/open-postgres-bell.ts';
import { runQuery } from '../../../server/store/database/run-query.ts';
import { startEmbeddedPostgres } from '../../../server/store/embedded-postgres.ts';
import { prepareDatabase } from '../../../server/store/prepare-database.ts';
import { type Attune, wire } from '../../../server/wire.ts';
import type { Closers } from '../closers.ts';
import { comeToRest } from '../../faults/storm/come-to-rest.ts';
import type { OpenOrg } from './open-org.ts';

const ZONE = 'Europe/London';
const TOKEN_MS = 30 * 60_000;
const NIGHT_MS = 20 * 60_000;

/** The whole product on a database of its own, connected to an org, on a clock that the run moves. */
export interface OrgProduct {
  spendNight(): Promise<void>;
  /** Persons that the product holds, and of how many it has the newest version. */
  persons(): Promise<{ readonly held: number; readonly newest: number }>;
}

export interface OrgStage {
  readonly folder: string;
  readonly org: OpenOrg;
  readonly orgId: string;
  readonly clock: () => Date;
}

export async function openOrgProduct(stage: OrgStage, closers: Closers): Promise<OrgProduct> {
  const { folder, org, clock } = stage;
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  closers.add(() => postgres.stop());
  const databases = await prepareDatabase(postgres.adminUrl, 'attune');
  await migrateQueue(databases.owner);
  const publicOrigin = 'http://localhost';
  const attune = wire({
    ...{ databases, redisUrl: null, clock, readerThreads: 0, log: createLog('error') },
    credentialKey: randomBytes(32),
    hubspot: { baseUrl: org.url, publicOrigin, appId: '1', clientId: 'a', clientSecrets: ['b'] },
    salesforce: { signInUrl: org.url, publicOrigin, clientId: 'a', clientSecret: 'b' },
  });
  closers.add(() => attune.close());
  const tenantId = await connect(attune, stage);
  const work = attune.startWork();
  closers.add(() => work.close());
  const adminUrl = Object.assign(new URL(postgres.adminUrl), { pathname: '/attune' }).href;
  return {
    spendNight: async () => {
      const night = await attune.beginNight(tenantId);
      if (night === null) throw new Error('No night began.');
      while ((await attune.stores.nights.loadLatest(tenantId))?.finishedAt == null)
        await sleep(100);
      if ((await comeToRest(adminUrl, NIGHT_MS)) * 1_000 > NIGHT_MS)
        throw new Error('The night does not end.');
    },
    persons: () => countPersons(adminUrl),
  };
}

async function connect(attune: Attune, { org, orgId, clock }: OrgStage): Promise<TenantId> {
  const { tenants, connections, settings } = attune.stores;
  const account = { vendor: 'salesforce', accountId: orgId } as const;
  const tenantId = await tenants.ensureTenant({ ...account, name: 'Larkfield', timeZone: ZONE });
  const tokens = Tokens.parse(await org.control('issueTokens', orgId));
  const [at, expiresAtMs] = [clock().toISOString(), clock().getTime() + 365 * 48 * TOKEN_MS];
  await connections.connect(tenantId, {
    credentials: { ...tokens, expiresAtMs, apiOrigin: org.url },
    ...{ installedBy: null, grantedScopes: [], at },
  });
  const chosen = { ...DEFAULT_SETTINGS, pipelineIds: PIPELINES.map(({ id }) => id) };
  await settings.save(tenantId, { settings: chosen, by: null, at });
  return tenantId;
}

export const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });

const Counted = z.tuple([z.object({ held: z.number(), newest: z.number() })]);

async function countPersons(adminUrl: string) {
  const statement = `select count(*)::int as held,
    (count(*) filter (where updated_at >= (select max(updated_at) - interval '1 minute' from person)))::int
      as newest from person`;
  return Counted.parse(await runQuery(adminUrl, statement))[0];
}
