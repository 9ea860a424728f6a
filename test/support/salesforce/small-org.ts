import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { comparable, parseSoql } from './small-soql.ts';
import type { Row } from './small-soql.ts';

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly token: string;
}

export type Spoil = (response: ServerResponse, asked: Asked) => boolean;

/** A few objects of an org over real HTTP: enough to hold the adapter to its promises, and no more. */
export interface SmallOrg {
  readonly url: string;
  readonly calls: Asked[];
  readonly rows: Map<string, Map<string, Row>>;
  /** Most rows a page; the next of queries; spoils the next answers until one returns false. */
  pageSize: number;
  spoil: Spoil | null;
  /** Answers before the org's own, by method and path. */
  readonly replies: Map<string, (asked: Asked) => Reply>;
  put(object: string, row: Row): void;
  close(): Promise<void>;
}

export async function startSmallOrg(): Promise<SmallOrg> {
  const queries = new Map<string, Row[]>();
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  const org: SmallOrg = {
    url: `http://127.0.0.1:${port}`,
    calls: [],
    rows: new Map(),
    pageSize: 200,
    spoil: null,
    replies: new Map(),
    put: (object, row) => {
      const table = org.rows.get(object) ?? new Map<string, Row>();
      org.rows.set(object, table.set(String(row['Id']), row));
    },
    close: async () => {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    org.calls.push(asked);
    if (org.spoil?.(response, asked) === true) return;
    const { status, body, headers } = answer(asked);
    response.writeHead(status, {
      'sforce-limit-info': `api-usage=${org.calls.length}/15000`,
      ...headers,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  function answer(asked: Asked): Reply {
    const path = asked.path.replace('/services/data/v67.0', '');
    const known = org.replies.get(`${asked.method} ${path}`);
    if (known !== undefined) return known(asked);
    if (path === '/composite') return composite(asked);
    if (path === '/queryAll') return query(asked.query.get('q') ?? '');
    if (path.startsWith('/query/')) return nextPage(path.slice('/query/'.length));
    if (path.endsWith('/describe')) return describe(path.split('/')[2] ?? '');
    return refusal(404, 'NOT_FOUND');
  }

  function composite({ body }: Asked): Reply {
    // Our own adapter wrote it.
    const { compositeRequest } = JSON.parse(body) as { compositeRequest: { url: string }[] };
    const compositeResponse = compositeRequest.map(({ url }) => {
      const { pathname, searchParams } = new URL(url, org.url);
      const part = answer({
        method: 'GET',
        path: pathname,
        query: searchParams,
        body: '',
        token: '',
      });
      return { httpStatusCode: part.status, body: part.body };
    });
    return { status: 200, body: { compositeResponse } };
  }

  function query(soql: string): Reply {
    const parsed = parseSoql(soql);
    const table = org.rows.get(parsed.object);
    if (table === undefined) return refusal(400, 'INVALID_TYPE');
    const rows = [...table.values()].filter(parsed.matches).sort((a, b) => {
      for (const { field, descending } of parsed.orderBy) {
        const [left, right] = [comparable(a[field]), comparable(b[field])];
        if (left !== right) return left < right === descending ? 1 : -1;
      }
      return 0;
    });
    const id = `q${queries.size}`;
    queries.set(id, rows.slice(0, parsed.limit ?? rows.length));
    return nextPage(`${id}-0`);
  }

  function nextPage(locator: string): Reply {
    const [id = '', from = '0'] = locator.split('-');
    const rows = queries.get(id);
    if (rows === undefined) return refusal(400, 'INVALID_QUERY_LOCATOR');
    const end = Number(from) + org.pageSize;
    const records = rows.slice(Number(from), end).filter((row) => row['gone'] !== true);
    const isDone = end >= rows.length;
    const next = isDone ? {} : { nextRecordsUrl: `/services/data/v67.0/query/${id}-${end}` };
    return { status: 200, body: { totalSize: rows.length, done: isDone, records, ...next } };
  }

  function describe(object: string): Reply {
    const table = org.rows.get(object);
    if (table === undefined) return refusal(404, 'NOT_FOUND');
    const names = new Set([...table.values()].flatMap((row) => Object.keys(row)));
    const fields = ['Id', 'SystemModstamp', 'IsDeleted', ...names].map((name) => ({
      name,
      relationshipName: name === 'IndividualId' ? 'Individual' : null,
    }));
    const childRelationships = [...names].map((relationshipName) => ({ relationshipName }));
    return { status: 200, body: { fields, childRelationships } };
  }

  return org;
}

export function refusal(status: number, errorCode: string, message = ''): Reply {
  return { status, body: [{ errorCode, message }] };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://org');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    body: Buffer.concat(chunks).toString('utf8'),
    token: request.headers.authorization?.replace('Bearer ', '') ?? '',
  };
}
