import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Postgres's own words while it recovers (protocol 3.0, "ErrorResponse"; code 57P03, cannot_connect_now). */
const STARTING_UP = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0';

export interface PostgresGate {
  /** The same address, past the gate. */
  readonly url: string;
  open(): void;
  close(): Promise<void>;
}

/** Stands before a Postgres and says that it is starting up, until it is opened. */
export async function openGate(url: string): Promise<PostgresGate> {
  const behind = new URL(url);
  const visitors = new Set<Socket>();
  let isOpen = false;
  const server = createServer((visitor) => {
    visitors.add(visitor.on('error', () => visitor.destroy()));
    if (isOpen) letThrough(visitor, behind);
    else visitor.once('data', () => visitor.end(refusal()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    open: () => {
      isOpen = true;
    },
    close: async () => {
      for (const visitor of visitors) visitor.destroy();
      await server[Symbol.asyncDispose]();
    },
  };
}

function letThrough(visitor: Socket, { hostname, port }: URL): void {
  const through = connect(Number(port), hostname);
  through.on('error', () => visitor.destroy());
  visitor.on('close', () => through.destroy());
  visitor.pipe(through).pipe(visitor);
}

function refusal(): Buffer {
  const body = Buffer.from(STARTING_UP);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
