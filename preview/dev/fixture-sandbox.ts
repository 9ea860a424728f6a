import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { answerSandbox, createFixtureState, type Answer } from './fixture-answers.ts';

export type FixtureSandbox = { readonly url: string; readonly stop: () => Promise<void> };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** Stands in for Attune's server and its sandbox, with hand-written cards: for work on the page and for its tests. */
export async function startFixtureSandbox(folder: string, port = 0): Promise<FixtureSandbox> {
  const state = createFixtureState();
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => response.writeHead(500).end());
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://fixture.example');
    const body = await readBody(request);
    const answer =
      answerSandbox(state, { method: request.method ?? 'GET', path: pathname, body }) ??
      (await readStatic(folder, pathname));
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
  }

  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: bound } = server.address() as AddressInfo; // an address with a port, for it listens on one
  return {
    url: `http://127.0.0.1:${bound}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function readStatic(folder: string, pathname: string): Promise<Answer> {
  const file = pathname === '/' ? 'index.html' : pathname.slice(1);
  if (file.includes('..')) return { status: 404, type: 'text/plain', body: '' };
  return readFile(join(folder, file)).then(
    (body) => ({ status: 200, type: TYPES[extname(file)] ?? 'text/plain', body }),
    () => ({ status: 404, type: 'text/plain', body: '' }),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
