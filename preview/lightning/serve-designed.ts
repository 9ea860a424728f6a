import { readFile, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buildLightningFolder } from './build-folder.ts';
import { designedReading, designedRecord, LIGHTNING_STATES } from './designed-readings.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface ServedStates {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The built folder and the designed readings on one local address; for the tests and `node preview/lightning/serve-designed.ts`. */
export async function serveDesignedStates(folder: string, port = 0): Promise<ServedStates> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(pathname, folder).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo; // listens on a port
  return {
    url: `http://127.0.0.1:${bound}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

async function answer(pathname: string, folder: string): Promise<Answer> {
  if (pathname === '/designed.json')
    return asJson(LIGHTNING_STATES.map((state) => ({ state, record: designedRecord(state) })));
  const asked = /^\/designed\/(\w+)\.json$/.exec(pathname)?.[1];
  const state = LIGHTNING_STATES.find((each) => each === asked);
  if (state !== undefined) return asJson(designedReading(state, new Date()));
  return readBuilt(pathname === '/' ? 'index.html' : pathname.slice(1), folder);
}

function asJson(value: unknown): Answer {
  const status = value === null ? 503 : 200;
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

async function readBuilt(name: string, folder: string): Promise<Answer> {
  const type = TYPES[extname(name)];
  if (type === undefined || !/^[\w.-]+$/.test(name)) return MISSING;
  return readFile(join(folder, name)).then(
    (body) => ({ status: 200, type, body }),
    () => MISSING,
  );
}

const MISSING: Answer = { status: 404, type: 'text/plain', body: 'Not here.' };

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'attune-lightning-'));
  await buildLightningFolder(folder);
  const { url } = await serveDesignedStates(folder, 4180);
  console.log(`The Lightning card in every state: ${url}`);
}
