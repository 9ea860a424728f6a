import { setTimeout as sleep } from 'node:timers/promises';
import { getCard } from '../../shared/api/get-card.ts';
import type { Card } from '../../shared/card.ts';
import { signRequest } from '../../test/simulators/hubspot/sign-request.ts';
import type { Asked, AskWish } from './ask-cards.ts';
import type { View } from './list-views.ts';
import type { Counter } from './open-counter.ts';
import type { Asker } from './start-asker.ts';
import { ADDRESSES } from './yardstick-routes.ts';

/** HubSpot lets an app have 20 requests of one account at once (research/hubspot.md §2.1). */
export const AT_ONCE = 20;
const [WARM_MS, MEASURE_MS, EMPTY_MS, ROW_MS] = [1_000, 4_000, 2_000, 1_500];
/** A rep opens one card after the other, slowly enough that the CRM's call budget refills in between. */
const [REP_MS, REP_PAUSE_MS] = [16_000, 800];
/** Until the whole call budget is there again: 20 calls, 6.8 a second (sync/budgeted-meter.ts). */
const REFILL_MS = 3_500;

export interface Answered {
  readonly view: View;
  readonly kind: Card['kind'];
  readonly bytes: number;
}

export interface Opening {
  readonly one: Record<'ours' | 'bare' | 'empty', Served>;
  readonly many: Record<'ours' | 'bare', Served>;
  /** The whole answer, the question to the CRM included, at a rep's pace. */
  readonly rep: Asked;
  /** CRM calls that the rep's cards needed. */
  readonly repCalls: number;
  /** The whole answer, as many at once as HubSpot allows. */
  readonly rush: Asked;
  /** The stored rows of a record, read in a transaction of their tenant, and nothing else. */
  readonly rowMs: readonly number[];
}

/** With what this process, which is the server, worked for it. */
export interface Served extends Asked {
  readonly cpuMs: number;
}

/** What each view is answered with. */
export async function answerAll(
  { sandbox: { clientSecret, clock }, origin }: Counter,
  views: readonly View[],
): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const view of views) {
    const url = `${origin}${ADDRESSES.ours}${view.pathAndViewer}`;
    const nowMs = clock().getTime();
    const headers = { ...signRequest({ clientSecret, method: 'GET', url, body: '', nowMs }) };
    const body = await (await fetch(url, { headers })).text();
    const { card } = getCard.response.parse(JSON.parse(body));
    answered.push({ view, kind: card.kind, bytes: Buffer.byteLength(body) });
  }
  return answered;
}

export async function measureOpening(
  counter: Counter,
  asker: Asker,
  answered: readonly Answered[],
): Promise<Opening> {
  const views = (kind: Card['kind']): readonly View[] =>
    answered.filter((each) => each.kind === kind).map(({ view }) => view);
  const [full, empty] = [views('insight'), views('empty')];
  const wish = wishesOf(counter);
  const { ours, bare } = ADDRESSES;
  const one = {
    ours: await serve(asker, wish(ours, full, {})),
    bare: await serve(asker, wish(bare, full, {})),
    empty: await serve(asker, wish(ours, empty, { forMs: EMPTY_MS })),
  };
  const many = {
    ours: await serve(asker, wish(ours, full, { atOnce: AT_ONCE })),
    bare: await serve(asker, wish(bare, full, { atOnce: AT_ONCE })),
  };
  const rowMs = await measureRow(counter, full);
  return { one, many, rowMs, ...(await measureWhole(counter, asker, full)) };
}

type Wishes = (address: string, views: readonly View[], more: Partial<AskWish>) => AskWish;

function wishesOf({ sandbox: { clientSecret }, origin }: Counter): Wishes {
  return (address, views, more) => ({
    urls: views.map(({ pathAndViewer }) => `${origin}${address}${pathAndViewer}`),
    ...{ clientSecret, atOnce: 1, forMs: MEASURE_MS, pauseMs: 0 },
    ...more,
  });
}

/** What comes first warms caches and the compiler, and does not count. */
async function serve(asker: Asker, wish: AskWish): Promise<Served> {
  await asker.ask({ ...wish, forMs: WARM_MS });
  const before = process.cpuUsage();
  const asked = await asker.ask(wish);
  const { user, system } = process.cpuUsage(before);
  return { ...asked, cpuMs: (user + system) / 1_000 };
}

async function measureWhole(
  counter: Counter,
  asker: Asker,
  views: readonly View[],
): Promise<Pick<Opening, 'rep' | 'repCalls' | 'rush'>> {
  const wish = wishesOf(counter);
  const { ledger } = counter.sandbox.standIn;
  const before = ledger.entries.length;
  const rep = await asker.ask(
    wish(ADDRESSES.whole, views, { forMs: REP_MS, pauseMs: REP_PAUSE_MS }),
  );
  const repCalls = ledger.entries.length - before;
  await sleep(REFILL_MS);
  const rush = await asker.ask(wish(ADDRESSES.whole, views, { atOnce: AT_ONCE, forMs: 0 }));
  return { rep, repCalls, rush };
}

async function measureRow(
  { sandbox: { attune, tenantId } }: Counter,
  views: readonly View[],
): Promise<readonly number[]> {
  const tookMs: number[] = [];
  const untilMs = performance.now() + ROW_MS;
  while (performance.now() < untilMs) {
    for (const { record } of views) {
      const startedMs = performance.now();
      await attune.stores.insight.loadCards(tenantId, record);
      tookMs.push(performance.now() - startedMs);
    }
  }
  return tookMs;
}
