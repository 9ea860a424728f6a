import type { Night } from '../../../server/store/night/load-night.ts';
import type { TenantSettings } from '../../../shared/settings.ts';
import { eventually } from '../eventually.ts';
import { type Ask, createAsk } from './ask-as-user.ts';
import { openAttune, type OpenAttune } from './open-attune.ts';

/** Attune with one connected account, Larkfield; its clock moves only when told. */
export interface ConnectedAttune extends OpenAttune {
  readonly tenantId: string;
  readonly ask: Ask;
  /** A press, a second after whatever was before: a signature is of its second, and two in one would be one. */
  readonly post: (path: string, body?: object, userId?: string) => Promise<Answer>;
  /** Decided by nobody, as a set-up does. */
  changeSettings(changed: Partial<TenantSettings>, of?: string): Promise<void>;
  /** Begins a night and waits for its end. */
  readNight(of?: string): Promise<Night>;
}

interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

interface Connecting {
  readonly hubspot?: Parameters<typeof openAttune>[0];
  readonly operations?: Parameters<typeof openAttune>[1];
  readonly timeZone?: string;
  /** What differs from a new account's settings; without it the one pipeline is chosen. Null: nothing is decided yet. */
  readonly settings?: Partial<TenantSettings> | null;
}

export async function openConnected({
  hubspot,
  operations,
  timeZone = 'Europe/London',
  settings = { pipelineIds: ['sales'] },
}: Connecting = {}): Promise<ConnectedAttune> {
  const open = await openAttune(hubspot, operations);
  const { attune, origin, now } = open;
  const tenantId = await attune.connectAccount('hubspot', 'good-code', {
    name: 'Larkfield',
    timeZone,
  });
  const ask = createAsk({ origin, accountId: open.hubspot.accountId, now });
  const connected: ConnectedAttune = {
    ...{ ...open, tenantId, ask },
    post: async (path, body = {}, userId) => {
      open.advance(1_000);
      const { status, text } = await ask({ path, userId, body: JSON.stringify(body) });
      return { status, json: JSON.parse(text) as Record<string, unknown> }; // every answer is an object
    },
    changeSettings: async (changed, of = tenantId) => {
      const before = await attune.stores.settings.load(of);
      const at = now().toISOString();
      await attune.stores.settings.save(of, { settings: { ...before, ...changed }, by: null, at });
    },
    readNight: (of = tenantId) => readNight(connected, of),
  };
  if (settings !== null) await connected.changeSettings(settings);
  return connected;
}

/** Somebody who can sign in to the account. */
export function portalUser(id: string, { superAdmin = false } = {}) {
  return { id, superAdmin, email: `${id}@larkfield.example`, roleIds: [] };
}

async function readNight({ attune, startWork }: ConnectedAttune, of: string): Promise<Night> {
  const begun = await attune.beginNight(of);
  if (begun === null) throw new Error('No night began.');
  startWork();
  // Kept as it was seen: by the time it is asked for again, another night may have begun.
  const seen: Night[] = [];
  const isOver = async () => {
    const night = await attune.stores.nights.loadLatest(of);
    if (night?.id !== begun.id || night.finishedAt === null) return false;
    seen.push(night);
    return true;
  };
  await eventually('the night is over', isOver, 60_000);
  const [night] = seen;
  if (night === undefined) throw new Error('The night is lost.');
  return night;
}
