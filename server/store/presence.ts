import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Presence } from '../queue/port.ts';
import type { Database } from './database/schema.ts';

/** Ours among all advisory locks with two keys; the other key is the worker's own. */
const WORKERS = 0x41_74_74_75;
const HIGHEST = 2 ** 31 - 1;
/** How soon a connection that broke is noticed and made again. */
const CHECK_MS = 500;

/**
 * Workers that live, as a list for `= any(…)`. Postgres ends a session, and with it the lock, within milliseconds of
 * its process's death, because the kernel closes the connection; nobody has to wait until a lease has run out.
 */
export const PRESENT_WORKERS = sql`array(
  select objid::bigint from pg_locks
  where locktype = 'advisory' and classid = ${sql.lit(WORKERS)}::oid and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database()))`;

/** Under which number this process holds what it holds; null until the others can see it. */
export type Holder = () => number | null;

export interface Roster {
  readonly holder: Holder;
  attend(report: (error: unknown) => void): Presence;
}

export function createRoster(dispatcher: Kysely<Database>): Roster {
  // Never two the same at a time: the lock would not be granted.
  const workerId = randomInt(1, HIGHEST);
  let holder: number | null = null;
  return {
    holder: () => holder,
    attend: (report) => {
      const presence = openPresence(dispatcher, workerId, report);
      void presence.known.then(() => (holder = workerId));
      return {
        known: presence.known,
        close: async () => {
          await presence.close();
          holder = null;
        },
      };
    },
  };
}

/**
 * Holds this worker's lock on a connection of its own until it is closed. Where a machine dies without a word, or hangs,
 * the connection may outlive it by hours: leases still end with their time.
 */
function openPresence(
  dispatcher: Kysely<Database>,
  workerId: number,
  report: (error: unknown) => void,
): Presence {
  const closing = new AbortController();
  const known = Promise.withResolvers<undefined>();
  const holding = hold();
  return {
    known: known.promise,
    close: async () => {
      closing.abort();
      known.resolve(undefined);
      await holding;
    },
  };

  async function hold(): Promise<void> {
    while (!closing.signal.aborted) {
      await dispatcher.connection().execute(stay).catch(report);
      await pause();
    }
  }

  async function stay(session: Kysely<Database>): Promise<void> {
    await sql`select pg_advisory_lock(${WORKERS}::int, ${workerId}::int)`.execute(session);
    known.resolve(undefined);
    for (;;) {
      await pause();
      if (closing.signal.aborted) break;
      await sql`select 1`.execute(session);
    }
    await sql`select pg_advisory_unlock(${WORKERS}::int, ${workerId}::int)`.execute(session);
  }

  async function pause(): Promise<void> {
    await sleep(CHECK_MS, undefined, { signal: closing.signal }).catch(() => undefined);
  }
}
