import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections: number;
  /** Told when a connection breaks while no statement runs on it; the pool replaces it by itself. */
  readonly onLostConnection: (error: Error) => void;
}

/** A pool in one role. Moments come out as ISO 8601 text, numeric and bigint as numbers. Close it with `destroy()`. */
export function openDatabase(options: DatabaseOptions): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: parserOf },
  });
  // The pool listens to idle connections only; one that breaks between two statements of a transaction would end the
  // process, as Node does with an error that nobody hears (pg-pool 3, `_acquireClient`).
  pool.on('connect', (client) => client.on('error', options.onLostConnection));
  // Idle ones are told twice, and were heard above.
  pool.on('error', () => undefined);
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const { builtins } = pg.types;

type Parse = (text: string) => unknown;

/** Money beyond 2^53 loses cents; a deal of that size does not occur. */
const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.NUMERIC, Number],
  [builtins.INT8, Number],
]);

function parserOf(...[oid, format]: Parameters<typeof pg.types.getTypeParser>): Parse {
  // pg's own parsers take text, or bytes in its binary format, which nobody here asks for.
  return PARSERS.get(oid) ?? (pg.types.getTypeParser(oid, format) as Parse);
}
