import type { Fault, RandomFaults } from '../faults.ts';
import { controlWebsite } from './control-website.ts';
import type { WebsiteControl } from './control-website.ts';
import type { Edit } from '../hubspot-account.ts';
import type { HubSpotRecord, HubSpotUser, ObjectName } from '../hubspot-record.ts';
import type { Ledger } from '../ledger.ts';
import type { Installs } from '../oauth/installs.ts';
import type { TokenDesk } from '../oauth/token-desk.ts';
import type { Ref } from '../portal/association-book.ts';
import type { Portal, PortalRule } from '../portal/portal.ts';
import type { WebhookDisturbance } from '../webhooks/webhook-sender.ts';

/** What a test does to one account, past HTTP: the people in it, its admins, and HubSpot itself. */
export interface PortalControl extends WebsiteControl {
  readonly accountId: string;
  readonly refreshToken: string;
  /** A valid access token, without the way through OAuth. */
  issueAccessToken(): string;
  /** As after an uninstall: every refresh gives invalid_grant, every call 401. Approving again brings it back. */
  revokeTokens(): void;
  expireAccessTokens(): void;
  /** The next refresh answers with a new refresh token, and the old one stops working. */
  rotateRefreshToken(): void;
  /** At once, and as the most that later approvals grant. */
  setGrantedScopes(scopes: readonly string[]): void;
  setInstaller(userId: number): void;
  putUser(user: HubSpotUser): void;
  /** Calls of any kind until the account's midnight; null lifts it. */
  setDailyLimit(calls: number | null): void;
  addRule(rule: PortalRule): void;
  clearRules(): void;
  putRecord(edit: Edit): HubSpotRecord;
  getRecord(type: ObjectName, id: string): HubSpotRecord | null;
  /** All that are not archived, in the order of ids. */
  recordsOf(type: ObjectName): Iterable<HubSpotRecord>;
  deleteRecord(type: ObjectName, id: string): void;
  restoreRecord(type: ObjectName, id: string): void;
  mergeRecords(type: ObjectName, winnerId: string, loserId: string): void;
  gdprDelete(contactId: string): void;
  associate(from: Ref, to: Ref): void;
  dissociate(from: Ref, to: Ref): void;
}

/** Beside the main account's: what concerns the whole stand-in. */
export interface StandInControl extends PortalControl {
  readonly ledger: Ledger;
  /** The same controls for another account of this stand-in. */
  portal(accountId: string): PortalControl;
  queueFault(fault: Fault): void;
  /** Seeded chance for every request from now on; null ends it. */
  setRandomFaults(faults: RandomFaults | null): void;
  sendWebhooksTo(url: string | null): void;
  disturbWebhooks(disturbance: WebhookDisturbance): void;
  /** Resolves when every webhook has been delivered or given up. */
  settleWebhooks(): Promise<void>;
}

interface Behind {
  readonly installs: Installs;
  readonly desk: TokenDesk;
  readonly nowMs: () => number;
}

export function controlPortal(portal: Portal, behind: Behind): PortalControl {
  return {
    ...controlInstall(portal, behind),
    ...controlAdmin(portal),
    ...controlRecords(portal),
    ...controlWebsite(portal),
    get refreshToken() {
      return behind.installs.get(portal.accountId).refreshToken;
    },
  };
}

type InstallControl = Pick<
  PortalControl,
  | 'accountId'
  | 'issueAccessToken'
  | 'revokeTokens'
  | 'expireAccessTokens'
  | 'rotateRefreshToken'
  | 'setGrantedScopes'
  | 'setInstaller'
>;

function controlInstall({ accountId }: Portal, { installs, desk, nowMs }: Behind): InstallControl {
  return {
    accountId,
    issueAccessToken: () => desk.issue(accountId),
    revokeTokens: () => {
      installs.remove(accountId);
    },
    expireAccessTokens: () => {
      installs.expireTokens(accountId, nowMs());
    },
    rotateRefreshToken: () => {
      installs.rotateAtNextRefresh(accountId);
    },
    setGrantedScopes: (scopes) => {
      installs.setScopes(accountId, scopes);
    },
    setInstaller: (userId) => {
      installs.setInstaller(accountId, userId);
    },
  };
}

type AdminControl = Pick<PortalControl, 'putUser' | 'setDailyLimit' | 'addRule' | 'clearRules'>;

function controlAdmin(portal: Portal): AdminControl {
  return {
    putUser: (user) => {
      portal.users.set(user.id, user);
    },
    setDailyLimit: (calls) => {
      portal.limits.setDaily(calls ?? Infinity);
    },
    addRule: (rule) => {
      portal.rules = [...portal.rules, rule];
    },
    clearRules: () => {
      portal.rules = [];
    },
  };
}

type RecordControl = Omit<
  PortalControl,
  'refreshToken' | keyof InstallControl | keyof AdminControl | keyof WebsiteControl
>;

function controlRecords(portal: Portal): RecordControl {
  const { account } = portal;
  return {
    putRecord: (edit) => portal.put(edit),
    getRecord: (type, id) => account.store.get(type, id),
    recordsOf: (type) => account.store.listAfter(type, null, false),
    deleteRecord: (type, id) => {
      account.archive(type, id);
    },
    restoreRecord: (type, id) => {
      account.restore(type, id);
    },
    mergeRecords: (type, winnerId, loserId) => {
      account.merge(type, winnerId, loserId);
    },
    gdprDelete: (contactId) => {
      account.gdprDelete(contactId);
    },
    associate: (from, to) => {
      account.associate(from, to);
    },
    dissociate: (from, to) => {
      account.dissociate(from, to);
    },
  };
}
