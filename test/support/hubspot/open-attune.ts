import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { Writable } from 'node:stream';
import { createLog } from '../../../server/observe/log.ts';
import { migrateQueue } from '../../../server/queue/open-postgres-bell.ts';
import { wire, type Attune } from '../../../server/wire.ts';
import type { WireOptions } from '../../../server/wire/parts.ts';
import type { HubSpotStandIn, StartOptions } from '../../simulators/hubspot/start-hubspot.ts';
import { SANDBOX_APP } from '../../simulators/hubspot/start-hubspot.ts';
import type { SalesforceSettings } from '../../../server/require-salesforce.ts';
import { SANDBOX_APP as SALESFORCE_APP } from '../../simulators/salesforce/oauth/registered-app.ts';
import { findFreePort } from '../free-port.ts';
import { openHubSpot } from './open-hubspot.ts';
import { openTestDatabase, type TestDatabase } from '../postgres.ts';

/** The whole product over HTTP, on a database of its own, with a stand-in HubSpot behind it. */
export interface OpenAttune {
  readonly attune: Attune;
  readonly database: TestDatabase;
  readonly hubspot: HubSpotStandIn;
  readonly origin: string;
  readonly credentialKey: Buffer;
  /** The clock's present moment; it moves only when told. */
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
  /** Everything that was logged, down to the finest. */
  readonly logged: () => string;
  /** Into that log, as a worker does. */
  readonly report: (error: unknown) => void;
  /** From now on what is due is done, until `close`: a test that fails half-way leaves nothing running. */
  readonly startWork: () => void;
  close(): Promise<void>;
}

export async function openAttune(
  options: Partial<StartOptions> = {},
  operations: NonNullable<WireOptions['operations']> = {},
  salesforceServer: SalesforceServer | null = null,
): Promise<OpenAttune> {
  const database = await openTestDatabase();
  await migrateQueue(database.urls.owner);
  const opened = await openHubSpot(options);
  const { hubspot, now } = opened;
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const lines: string[] = [];
  const credentialKey = randomBytes(32);
  const log = createLog('debug', keepLines(lines));
  const attune = wire({
    databases: database.urls,
    redisUrl: null,
    credentialKey,
    hubspot: {
      ...{ baseUrl: hubspot.url, signInUrl: hubspot.url, publicOrigin: origin },
      ...{ appId: SANDBOX_APP.appId, clientId: SANDBOX_APP.clientId },
      clientSecrets: [SANDBOX_APP.clientSecret],
    },
    salesforce: salesforceServer && salesforceSettings(salesforceServer, origin),
    ...{ clock: now, log, operations },
  });
  const server = attune.createApp({ routes: [], folders: [] }).listen(port);
  let work: ReturnType<typeof attune.startWork> | null = null;
  return {
    ...{ attune, database, hubspot, origin, credentialKey, now },
    advance: (milliseconds) => {
      opened.advance(milliseconds);
    },
    logged: () => lines.join(''),
    report: (error) => {
      log.error({ err: error }, 'something failed');
    },
    startWork: () => {
      work ??= attune.startWork();
    },
    close: async () => {
      await work?.close();
      await closeAll({ server, attune, hubspot, database });
    },
  };
}

export type SalesforceServer = Pick<
  SalesforceSettings,
  'signInUrl' | 'pubSubEndpoint' | 'gatherMs'
>;

function salesforceSettings(server: SalesforceServer, publicOrigin: string): SalesforceSettings {
  const { clientId, clientSecret } = SALESFORCE_APP;
  return { ...server, publicOrigin, clientId, clientSecret };
}

function keepLines(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}

interface Opened extends Pick<OpenAttune, 'attune' | 'hubspot' | 'database'> {
  readonly server: Server;
}

async function closeAll({ server, attune, hubspot, database }: Opened): Promise<void> {
  server.closeAllConnections();
  await server[Symbol.asyncDispose]();
  await attune.close();
  await hubspot.close();
  await database.close();
}
