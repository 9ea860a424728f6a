import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../serve/answer.ts';
import type { Call } from '../serve/call.ts';

/** A request as it arrived. */
export interface Incoming extends Call {
  readonly rawBody: string;
  readonly header: (name: string) => string | undefined;
}

export async function receive(request: IncomingMessage): Promise<Incoming> {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://stand-in');
  const rawBody = await readBody(request);
  return {
    ...{ path, query, rawBody },
    method: request.method ?? 'GET',
    body: parse(rawBody),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}

export interface Wire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export function toWire(answer: Answer): Wire {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const headers = { 'content-type': 'application/json;charset=utf-8', ...answer.headers };
  return { status: answer.status, headers, text };
}

export function send(response: ServerResponse, { status, headers, text }: Wire): void {
  response.writeHead(status, headers);
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // A request stream without encoding yields Buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
