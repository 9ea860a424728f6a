import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { TenantId } from '../../shared/ids.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { createClient } from '../../server/crm/hubspot/client.ts';
import { openPort } from '../../server/crm/hubspot/index.ts';
import { OWN_FIELDS } from '../../server/crm/writes.ts';
import { createLog } from '../../server/observe/log.ts';
import { handlePushWriteBack } from '../../server/queue/handlers/push-write-back.ts';
import { handleRunNight } from '../../server/queue/handlers/run-night.ts';
import { handleWalkUnit } from '../../server/queue/handlers/walk-unit.ts';
import type { Handler } from '../../server/queue/worker.ts';
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts';
import { openStores, type Stores } from '../../server/store/open-stores.ts';
import { prepareDatabase } from '../../server/store/prepare-database.ts';
import { loadAccessToken } from '../../server/sync/connection/access-token.ts';
import { createBudgetedMeter } from '../../server/sync/budgeted-meter.ts';
import { stopFor, type NightTools } from '../../server/sync/run-night.ts';
import { connectCrm, vendorNamed } from '../../server/wire/crm/connect-crm.ts';
import { nightTools } from '../../server/wire/night-tools.ts';
import { openReader } from '../../server/wire/open-reader.ts';
import { ring, type Parts, type WireOptions } from '../../server/wire/parts.ts';
import { readingTools } from '../../server/wire/reading-tools.ts';
import { writeBackTools } from '../../server/wire/write-back-tools.ts';
import { SANDBOX_APP } from '../../test/simulators/hubspot/start-hubspot.ts';
import type { Closers } from './closers.ts';
import { Diary } from './diary.ts';
import { tellingTime, withLatency } from './latent-client.ts';
import type { StandIn } from './open-stand-in.ts';
import type { OwnTime } from './own-time.ts';
import { ReadingSpeed } from './reading-speed.ts';
import { tracked } from './tracked.ts';
import type { VirtualClock } from './virtual-clock.ts';
import { VirtualQueue } from './virtual-queue.ts';

/** As many as a worker of the product has (wire/start-work.ts). */
const LANES = 4;
const SLICE_MS = 10_000;
const CRM_TIMEOUT_MS = 30_000;
const TOKEN_MS = 30 * 60_000;
const ZONE = 'Europe/Berlin';

export interface Engine {
  readonly tenantId: TenantId;
  readonly parts: Parts;
  readonly night: NightTools;
  readonly queue: VirtualQueue;
  readonly diary: Diary;
  readonly speed: ReadingSpeed;
}

interface Outside {
  readonly clock: VirtualClock;
  readonly standIn: StandIn;
  readonly folder: string;
  readonly own: OwnTime;
}

/** The product on a database of its own, with everything real but its queue (virtual-queue.ts). */
export async function openEngine(outside: Outside, closers: Closers): Promise<Engine> {
  const { clock } = outside;
  const queue = new VirtualQueue(clock, LANES);
  const diary = new Diary(clock);
  const reader = openReader();
  closers.add(() => reader.close());
  const speed = new ReadingSpeed(reader);
  const watched = tracked(speed.watching(reader), clock);
  const parts = await openParts({ ...outside, queue, diary, reader: watched }, closers);
  const night = nightTools(parts);
  queue.open({
    run_night: oneNight(parts, handleRunNight(night)),
    walk_unit: handleWalkUnit({
      toolsFor: (tenantId) => readingTools(parts, tenantId, 'night'),
      limits: { sliceMs: SLICE_MS, elapsedMs: () => clock.nowMs() },
      ringNight: (tenantId) => ring(parts, 'run_night', tenantId),
      stopFor: ({ tenantId, nightId }, error) => stopFor(night, tenantId, { nightId, error }),
    }),
    push_write_back: diary.timing(
      handlePushWriteBack({
        toolsFor: (tenantId) => writeBackTools(parts, tenantId),
        isWanted: () => Promise.resolve(true),
      }),
    ),
  });
  const tenantId = await connect(parts, outside);
  return { tenantId, parts, night, queue, diary, speed };
}

/** The night after this one is not waited for. */
function oneNight({ stores }: Parts, handler: Handler): Handler {
  return async (work) => {
    const outcome = await handler(work);
    const night = await stores.nights.loadLatest(work.tenantId);
    return night?.finishedAt == null ? outcome : { then: 'done' };
  };
}

interface Playing extends Outside {
  readonly queue: VirtualQueue;
  readonly diary: Diary;
  readonly reader: Parts['reader'];
}

async function openParts(playing: Playing, closers: Closers): Promise<Parts> {
  const { clock, folder, standIn, queue } = playing;
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  closers.add(() => postgres.stop());
  playing.own.of(postgres.pid);
  const databases = await prepareDatabase(postgres.adminUrl, 'attune');
  const { url: baseUrl } = standIn;
  const { appId, clientId, clientSecret } = SANDBOX_APP;
  const publicOrigin = 'http://localhost';
  const options: WireOptions = {
    ...{ databases, redisUrl: null, clock: () => clock.date(), log: createLog('error') },
    credentialKey: randomBytes(32),
    hubspot: { baseUrl, publicOrigin, appId, clientId, clientSecrets: [clientSecret] },
  };
  let closing = false;
  // What breaks because we are going is no news.
  const report = (error: unknown): void => {
    if (!closing) options.log.error({ err: error }, 'something failed');
  };
  const stores = playing.diary.watching(inVirtualTime(openStores({ ...options, report }), clock));
  closers.add(async () => {
    closing = true;
    await stores.close();
  });
  const crm = connectCrm(options, stores, report);
  const parts = { options, stores, report, crm, reader: playing.reader };
  const rung = { enqueue: queue.enqueue, ensure: queue.ensure };
  return { ...parts, ...rung, crm: { ...crm, portOf: portsOf({ ...parts, ...rung }, playing) } };
}

/** Every store that a night uses, watched; calls are written down on the virtual clock, not on the database's. */
function inVirtualTime(stores: Stores, clock: VirtualClock): Stores {
  const budget: Stores['budget'] = {
    ...stores.budget,
    change: (tenantId, day, change) =>
      clock.working(() =>
        stores.budget.change(tenantId, day, (book: Parameters<typeof change>[0], moment) =>
          change(book, { ...moment, nowMs: clock.nowMs() }),
        ),
      ),
  };
  return {
    ...stores,
    budget,
    tenants: tracked(stores.tenants, clock),
    connections: tracked(stores.connections, clock),
    settings: tracked(stores.settings, clock),
    sync: tracked(stores.sync, clock),
    nights: tracked(stores.nights, clock),
    insight: tracked(stores.insight, clock),
    ownFields: tracked(stores.ownFields, clock),
  };
}

function portsOf(parts: Parts, { clock, standIn, diary }: Playing): Parts['crm']['portOf'] {
  const { stores, crm, report, options } = parts;
  const { tokens } = vendorNamed(crm.vendors, 'hubspot');
  const allowance = () =>
    Promise.resolve({ dailyCalls: DEFAULT_SETTINGS.dailyCalls, share: null, timeZone: ZONE });
  return (tenantId, lane = 'visitor') => {
    const book = { ledger: stores.budget, lane, allowance, clock: options.clock, report };
    const client = createClient({
      baseUrl: standIn.url,
      accessToken: (refused) => loadAccessToken(tokens, tenantId, refused),
      meter: tellingTime(createBudgetedMeter(tenantId, book), { clock, standIn }),
      timeoutMs: CRM_TIMEOUT_MS,
    });
    const yes = () => Promise.resolve(true);
    const heard = withLatency(client, { clock, heard: diary.heard });
    return Promise.resolve(openPort({ client: heard, wantsTranscripts: yes, wantsResponses: yes }));
  };
}

async function connect({ stores, crm }: Parts, { clock, standIn }: Outside): Promise<TenantId> {
  const { accountId, refreshToken } = standIn;
  const account = { vendor: 'hubspot', accountId, name: 'Larkfield', timeZone: ZONE } as const;
  const tenantId = await stores.tenants.ensureTenant(account);
  await stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
  const accessToken = await standIn.control('issueAccessToken');
  const credentials = { accessToken, refreshToken, expiresAtMs: clock.nowMs() + TOKEN_MS };
  const at = clock.date().toISOString();
  await stores.connections.connect(tenantId, {
    credentials,
    installedBy: null,
    grantedScopes: [],
    at,
  });
  const settings = { ...DEFAULT_SETTINGS, pipelineIds: ['sales'], writeBack: true };
  await stores.settings.save(tenantId, { settings, by: null, at });
  const port = await crm.portOf(tenantId);
  await port.setUpFields?.(OWN_FIELDS);
  return tenantId;
}
