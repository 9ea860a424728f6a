import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FaultQueue, type Fault, type RandomFaults } from './faults.ts';
import { Reception } from './http/reception.ts';
import { Ledger } from './ledger.ts';
import { Grants, type Grant, type IssuedTokens } from './oauth/grants.ts';
import { SANDBOX_APP, type RegisteredApp } from './oauth/registered-app.ts';
import { TokenDesk } from './oauth/token-desk.ts';
import { Org, type OrgOptions } from './org/org.ts';
import { recordId } from './org/record-id.ts';
import { IngestJobs } from './serve/bulk/ingest-jobs.ts';
import { QueryJobs } from './serve/bulk/query-jobs.ts';
import type { Desk } from './serve/desk.ts';
import { OpenCursors } from './serve/open-cursor.ts';

export interface StartOptions extends Omit<OrgOptions, 'orgId'> {
  readonly orgId?: string;
  /** More orgs behind the same address. */
  readonly otherOrgIds?: readonly string[];
  readonly app?: RegisteredApp;
  readonly port?: number;
  /** Calls that an org may make a day. */
  readonly dailyCalls?: number;
  /** Every answer takes so long. */
  readonly latencyMs?: number;
}

export interface SalesforceStandIn {
  readonly url: string;
  readonly orgId: string;
  readonly org: Org;
  readonly ledger: Ledger;
  orgOf(orgId: string): Org;
  desk(): Desk;
  deskOf(orgId: string): Desk;
  queueFault(fault: Fault): void;
  /** Null: no more of them. */
  setRandomFaults(random: RandomFaults | null): void;
  /** For whoever connected, without a browser. */
  issueTokens(orgId?: string): IssuedTokens;
  /** Whose an access token is; null: nobody's any more. */
  holderOf(accessToken: string): Grant | null;
  expireTokens(): void;
  revokeTokens(): void;
  /** From now on token answers name another address for the org. */
  moveInstance(url: string): void;
  close(): Promise<void>;
}

const ORG_ID = recordId('00D', 1);
const USER_ID = recordId('005', 1);
/** Enterprise edition: 100,000 and 1,000 a licence (research/salesforce.md §1.3). */
const DAILY_CALLS = 100_000;

/** One or more orgs behind HTTP on the loopback address. */
export async function startSalesforce(options: StartOptions): Promise<SalesforceStandIn> {
  const { clock, orgId = ORG_ID, otherOrgIds = [], app = SANDBOX_APP } = options;
  const orgIds = [orgId, ...otherOrgIds];
  const desks = new Map(orgIds.map((id) => [id, openDesk(options, id)] as const));
  const [grants, ledger, faults] = [new Grants(), new Ledger(), new FaultQueue()];
  let instance: string | null = null;
  const orgs = orgIds.map((id) => ({ orgId: id, userId: USER_ID }));
  const instanceUrl = () => instance ?? url;
  const tokens = new TokenDesk({ app, grants, clock, orgs, instanceUrl, signInUrl: () => url });
  const reception = new Reception({
    ...{ desks, grants, tokens, faults, ledger },
    latencyMs: options.latencyMs ?? 0,
  });
  const server = createServer((request, response) => void reception.handle(request, response));
  const url = await listen(server, options.port ?? 0);
  const deskOf = (id: string): Desk => {
    const desk = desks.get(id);
    if (desk === undefined) throw new Error(`The stand-in has no org ${id}.`);
    return desk;
  };
  return {
    ...{ url, orgId, ledger },
    org: deskOf(orgId).org,
    orgOf: (id) => deskOf(id).org,
    desk: () => deskOf(orgId),
    deskOf,
    queueFault: (fault) => {
      faults.add(fault);
    },
    setRandomFaults: (random) => {
      faults.setRandom(random);
    },
    issueTokens: (id = orgId) =>
      grants.issue({ orgId: id, userId: USER_ID, scopes: ['api', 'refresh_token'] }),
    holderOf: (accessToken) => grants.holderOf(accessToken),
    expireTokens: () => {
      grants.expireAll();
    },
    revokeTokens: () => {
      grants.revokeAll();
    },
    moveInstance: (moved) => {
      instance = moved;
    },
    close: () => close(server),
  };
}

function openDesk(options: StartOptions, orgId: string): Desk {
  const { dailyCalls = DAILY_CALLS } = options;
  const allowance = { used: 0, limit: dailyCalls };
  return {
    org: new Org({ ...options, orgId }),
    ...{ cursors: new OpenCursors(), jobs: new QueryJobs(), ingest: new IngestJobs() },
    hidden: new Set(),
    allowance,
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      // A server that listens on TCP has an address of this form.
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
