import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../serve/answer.ts';

/** A request as it arrived. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly rawBody: string;
  readonly header: (name: string) => string | undefined;
}

export async function receive(request: IncomingMessage): Promise<Incoming> {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://stand-in');
  const chunks: Buffer[] = [];
  // A request stream without encoding yields Buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    ...{ path, query, method: request.method ?? 'GET' },
    rawBody: Buffer.concat(chunks).toString('utf8'),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}

/** Undefined: it is no JSON. */
export function jsonOf({ rawBody }: Pick<Incoming, 'rawBody'>): unknown {
  try {
    return JSON.parse(rawBody);
  } catch {
    return undefined;
  }
}

/** `share` of the body is sent, then the answer ends. */
export function send(response: ServerResponse, answer: Answer, share = 1): void {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json;charset=UTF-8',
    ...answer.headers,
  });
  response.end(text.slice(0, Math.floor(text.length * share)));
}
