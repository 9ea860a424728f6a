import type { Instant } from '../../../../shared/ids.ts';
import type { GoneRecord } from '../../port.ts';

/** Which fields and relationships our user may read of an object; null: the org has no such object for us. */
export type Shape = {
  readonly fields: ReadonlySet<string>;
  /** Names of relationships, to parents and to rows that hang on it. */
  readonly relationships: ReadonlySet<string>;
} | null;

export type Shapes = ReadonlyMap<string, Shape>;

/** What an org said of all objects at one moment. */
export interface OrgNews {
  /** When each object last changed; null: never, or not to be seen. */
  readonly newest: ReadonlyMap<string, Instant | null>;
  readonly gone: ReadonlyMap<string, readonly GoneRecord[]>;
}

/** An answer, or one that is on its way, with the moment of its question. */
export interface Asked<T> {
  readonly askedAt: Date;
  readonly answer: Promise<T>;
}

/**
 * What is known of one org for a while, shared by all who read it in this process: a night is many pieces of work, each
 * with a port of its own, and none shall ask again what another has just heard.
 */
export interface OrgMemory {
  shapes: Asked<Shapes> | null;
  news: Asked<OrgNews> | null;
}

export function emptyMemory(): OrgMemory {
  return { shapes: null, news: null };
}
