import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askCards } from '../../../scripts/bench-card/ask-cards.ts';
import { rowsOf, type CardFigures } from '../../../scripts/bench-card/rows-of.ts';
import { signRequest } from '../../simulators/hubspot/sign-request.ts';

const served = (latenciesMs: readonly number[], refused = 0) => ({
  latenciesMs: [...latenciesMs],
  refused,
  elapsedMs: 1_000,
  cpuMs: 500,
});

const ten = Array.from({ length: 200 }, () => 10);
const five = Array.from({ length: 200 }, () => 5);

const good: CardFigures = {
  building: { cardsPerSecond: 1_000, buildMs: [1, 2, 3], loadMs: [10, 20, 30] },
  opening: {
    one: { ours: served(ten), bare: served(five), empty: served(five) },
    many: { ours: served(ten), bare: served(five) },
    rep: served([30, 40, 50]),
    repCalls: 12,
    rush: served([100, 7_999]),
    rowMs: [1, 2, 3],
  },
  answerBytes: [700, 9_000, 12_000],
  bundle: { bytes: 75_000, gzipBytes: 18_000 },
};

const broken = (figures: CardFigures) =>
  rowsOf(figures)
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);

describe('the rows of the card’s bench', () => {
  it('all hold for good figures, and each has a name of its own', () => {
    const names = rowsOf(good).map(({ name }) => name);
    expect(broken(good)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('put each percentile beside the bare route’s', () => {
    const row = rowsOf(good).find(({ name }) => name.startsWith('one at a time, p95'));
    expect(row).toMatchObject({ value: 10, yardstick: 5, ratio: 2, target: '<= 50' });
  });

  it('tell answers a second, and for a second of one core', () => {
    const rows = rowsOf(good).filter(({ unit }) => unit === 'answers/s');
    expect(rows.map(({ value }) => value)).toEqual([200, 400]);
  });

  it('tell how many CRM calls a card costs', () => {
    expect(rowsOf(good).find(({ unit }) => unit === 'calls')?.value).toBe(4);
  });

  it('do not hold when a rep waits longer than the card does', () => {
    const rush = served([100, 8_001]);
    expect(broken({ ...good, opening: { ...good.opening, rush } })).toEqual([
      'the CRM asked for rights, 2 reps at once: answered before the card gives up',
    ]);
  });

  it('do not hold when an answer was refused, even where the rest was fast', () => {
    const one = { ...good.opening.one, ours: served(ten, 1) };
    expect(broken({ ...good, opening: { ...good.opening, one } })).toEqual([
      'answers that were none',
    ]);
    const rush = served([100], 1);
    expect(broken({ ...good, opening: { ...good.opening, rush } })).toHaveLength(1);
  });

  it('stay numbers when a whole rush was refused', () => {
    const rows = rowsOf({ ...good, opening: { ...good.opening, rush: served([], 20) } });
    expect(rows.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
    expect(rows.filter(({ holds }) => !holds)).toHaveLength(1);
  });

  it('do not hold when one answer or the bundle grows too large', () => {
    expect(broken({ ...good, answerBytes: [700, 65_537] })).toEqual(['largest answer']);
    expect(broken({ ...good, bundle: { bytes: 90_000, gzipBytes: 25_001 } })).toEqual([
      "card's bundle, gzip",
    ]);
  });
});

describe('asking for cards', () => {
  let server: Server;
  let origin: string;
  let asked: IncomingMessage[];
  let [open, mostOpen] = [0, 0];
  beforeEach(async () => {
    [asked, open, mostOpen] = [[], 0, 0];
    server = createServer((request, response) => {
      asked.push(request);
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      setTimeout(() => {
        open -= 1;
        response.statusCode = request.url?.startsWith('/refused') === true ? 503 : 200;
        response.end('{}');
      }, 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on TCP has an address of this form.
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const wish = (paths: readonly string[]) => ({
    urls: paths.map((each) => `${origin}${each}`),
    clientSecret: 'secret',
    atOnce: 1,
    forMs: 0,
    pauseMs: 0,
  });

  it('asks once each, all at the same time, and signs as HubSpot does', async () => {
    const { latenciesMs, refused } = await askCards({ ...wish(['/a', '/b']), atOnce: 4 });
    expect(latenciesMs).toHaveLength(4);
    expect(refused).toBe(0);
    expect(mostOpen).toBe(4);
    expect(asked.map(({ url }) => url).toSorted()).toEqual(['/a', '/a', '/b', '/b']);
    for (const { url = '', headers } of asked) {
      const nowMs = Number(headers['x-hubspot-request-timestamp']);
      const signable = { clientSecret: 'secret', method: 'GET', url: `${origin}${url}`, body: '' };
      expect(headers).toMatchObject(signRequest({ ...signable, nowMs }));
    }
  });

  it('counts a refusal, and takes no time of it', async () => {
    const { latenciesMs, refused } = await askCards({
      ...wish(['/refused', '/a']),
      atOnce: 2,
    });
    expect([latenciesMs.length, refused]).toEqual([1, 1]);
    expect(latenciesMs[0]).toBeGreaterThan(15);
  });

  it('goes on for as long as it is told, with its pauses', async () => {
    const { latenciesMs, elapsedMs } = await askCards({ ...wish(['/a']), forMs: 300, pauseMs: 80 });
    expect(elapsedMs).toBeGreaterThanOrEqual(300);
    expect(latenciesMs.length).toBeGreaterThan(1);
    expect(latenciesMs.length).toBeLessThanOrEqual(4);
  });

  it('rejects when nobody answers at all', async () => {
    // The discard port of the loopback address, where nobody listens.
    const nowhere = { ...wish([]), urls: ['http://127.0.0.1:9/a'] };
    await expect(askCards(nowhere)).rejects.toThrow('ECONNREFUSED');
  });
});
