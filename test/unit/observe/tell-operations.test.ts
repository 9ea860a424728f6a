import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTellOperations } from '../../../server/observe/tell-operations.ts';

const EVENT = {
  event: 'reconnect_needed',
  tenantId: 't-1',
  at: '2026-03-01T00:00:00.000Z',
} as const;

describe('the webhook for operations', () => {
  let server: Server;
  let status: number;
  let asked: number;
  const reports: unknown[] = [];
  const url = () => `http://localhost:${(server.address() as AddressInfo).port}/`; // listening on TCP

  beforeEach(async () => {
    [status, asked] = [204, 0];
    reports.length = 0;
    server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(status).end();
    }).listen(0);
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
  });

  const tell = (to: string | null) =>
    createTellOperations(to, (error) => {
      reports.push(error);
    })(EVENT);

  it('tells nobody when nobody is named', async () => {
    await tell(null);
    expect([asked, reports.length]).toEqual([0, 0]);
  });

  it('tries once, and reports an answer that is no yes', async () => {
    status = 500;
    await tell(url());
    expect([asked, reports.length]).toEqual([1, 1]);
    expect(String(reports[0])).toContain('answered 500');
  });

  it('reports a listener that is away, and does not throw', async () => {
    const gone = url();
    server.close();
    await tell(gone);
    expect(reports).toHaveLength(1);
  });
});
