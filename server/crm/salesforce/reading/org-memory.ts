import type { Instant, TenantId } from '../../../../shared/ids.ts';
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
  /** Rows of OpportunityStage; null: not to be seen. */
  readonly stages: readonly unknown[] | null;
  /** What an admin allows us of the day's calls, above 0 to 1; null: nothing was said. */
  readonly callShare: number | null;
}

/** An answer, or one that is on its way, with the moment of its question. */
export interface Asked<T> {
  readonly askedAt: Date;
  readonly answer: Promise<T>;
}

/** One answer, kept while it is fresh. A question that failed is asked again by the next who wants to know. */
export class Remembered<T> {
  #asked: Asked<T> | null = null;

  /** Whoever asks while a question is on its way shares its answer. */
  recall(isFresh: (askedAt: Date) => boolean, ask: () => Asked<T>): Promise<T> {
    if (this.#asked !== null && isFresh(this.#asked.askedAt)) return this.#asked.answer;
    const asked = ask();
    this.#asked = asked;
    asked.answer.catch(() => {
      if (this.#asked === asked) this.#asked = null;
    });
    return asked.answer;
  }

  forget(): void {
    this.#asked = null;
  }
}

/**
 * What is known of one org for a while, shared by all who read it in this process: a night is many pieces of work, each
 * with a port of its own, and none shall ask again what another has just heard.
 */
export interface OrgMemory {
  readonly shapes: Remembered<Shapes>;
  readonly news: Remembered<OrgNews>;
}

export function emptyMemory(): OrgMemory {
  return { shapes: new Remembered(), news: new Remembered() };
}

/** The memories of many orgs, by their tenants. */
export function rememberOrgs(): (tenantId: TenantId) => OrgMemory {
  const memories = new Map<TenantId, OrgMemory>();
  return (tenantId) => {
    const memory = memories.get(tenantId) ?? emptyMemory();
    memories.set(tenantId, memory);
    return memory;
  };
}
