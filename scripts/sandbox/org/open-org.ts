import { createHash } from 'node:crypto';
import path from 'node:path';
import type { TenantId } from '../../../shared/ids.ts';
import type { CrmRecord } from '../../../server/crm/records.ts';
import { PIPELINES } from '../../../server/crm/salesforce/objects.ts';
import type { SalesforceSettings } from '../../../server/require-salesforce.ts';
import type { Attune } from '../../../server/wire.ts';
import {
  readStoryBook,
  tellStories,
  type StoryAccount,
  type StoryBook,
} from '../../../test/simulators/hubspot/load-stories.ts';
import { neutralAccount } from '../../../test/simulators/hubspot/neutral-account.ts';
import { SANDBOX_APP } from '../../../test/simulators/salesforce/oauth/registered-app.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../../../test/simulators/salesforce/start-salesforce.ts';
import {
  tellRecords,
  type OrgIds,
} from '../../../test/simulators/salesforce/stories/tell-records.ts';
import type { SandboxFolder } from '../sandbox-folder.ts';
import { OrgKeeper } from './org-keeper.ts';

const STORIES = path.join(import.meta.dirname, '../../../test/fixtures/org-stories');
const HOUR_MS = 3_600_000;

/** The stand-in Salesforce with Quellhaven's stories in it. */
export interface StandInOrg {
  readonly standIn: SalesforceStandIn;
  readonly stories: StoryAccount;
  /** Which record of the org tells which one of the stories. */
  readonly ids: OrgIds;
  readonly keeper: OrgKeeper;
}

export interface OpenOrgOptions {
  readonly folder: SandboxFolder;
  readonly clock: () => Date;
}

/** Told the same at every start: what is older than the sandbox is not read again by a later night. */
export async function openStandInOrg({ folder, clock }: OpenOrgOptions): Promise<StandInOrg> {
  const book = await readStoryBook(STORIES);
  const stories = tellStories(book, folder.state.firstNight);
  const toldAt = new Date(Date.parse(folder.state.createdAt) - HOUR_MS);
  let now = () => toldAt;
  const standIn = await startSalesforce({ clock: () => now() });
  const { org, orgId } = standIn;
  org.put('Organization', {
    Id: orgId,
    ...{ Name: book.cast.company.name, TimeZoneSidKey: stories.timeZone },
  });
  const ids = tellRecords(org, recordsOf(book, stories), new Set(book.cast.leads));
  now = clock;
  const file = path.join(folder.path, 'stand-in-org.json');
  const keeper = new OrgKeeper({ org, file, since: toldAt });
  keeper.restore();
  return { standIn, stories, ids, keeper };
}

function recordsOf({ cast }: StoryBook, stories: StoryAccount): readonly CrmRecord[] {
  const silenced = new Set(cast.doNotAnalyse);
  return neutralAccount(stories).map((record) =>
    record.kind === 'contact'
      ? { ...record, doNotAnalyse: silenced.has(record.email ?? '') }
      : record,
  );
}

export function salesforceSettings(signInUrl: string, publicOrigin: string): SalesforceSettings {
  const { clientId, clientSecret } = SANDBOX_APP;
  return { signInUrl, publicOrigin, clientId, clientSecret };
}

/** Connects the org past the browser: nobody keeps a verifier there, so the empty one is proved. */
export async function connectOrg(
  attune: Attune,
  { standIn, stories }: StandInOrg,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<TenantId> {
  const code = await agree(standIn.url, `${origin}/oauth/salesforce/callback`);
  const names = { name: 'Quellhaven', timeZone: stories.timeZone };
  const tenantId = await attune.connectAccount('salesforce', code, names);
  const { tenants, settings } = attune.stores;
  await tenants.setOwnDomains(tenantId, ['quellhaven.example']);
  const chosen = await settings.load(tenantId);
  if (chosen.pipelineIds.length === 0) {
    const all = { ...chosen, pipelineIds: PIPELINES.map(({ id }) => id) };
    await settings.save(tenantId, { settings: all, by: null, at: now.toISOString() });
  }
  return tenantId;
}

async function agree(signInUrl: string, redirectUri: string): Promise<string> {
  const url = new URL('/services/oauth2/authorize', signInUrl);
  url.search = new URLSearchParams({
    ...{ client_id: SANDBOX_APP.clientId, redirect_uri: redirectUri, state: 'sandbox' },
    code_challenge: createHash('sha256').update('').digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}
