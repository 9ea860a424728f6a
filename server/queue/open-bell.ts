import type { BellOptions, Doorbell } from './doorbell.ts';
import { openPostgresBell } from './open-postgres-bell.ts';
import { openRedisBell } from './open-redis-bell.ts';

export interface BellPlace {
  /** Redis 7 or newer; null: the queue lives in Postgres. */
  readonly redisUrl: string | null;
  readonly dispatcherUrl: string;
}

export function openBell({ redisUrl, dispatcherUrl }: BellPlace, options: BellOptions): Doorbell {
  return redisUrl === null
    ? openPostgresBell(dispatcherUrl, options)
    : openRedisBell(redisUrl, options);
}
