import { AppError, type ErrorCode, type Recovery } from '../../../../shared/errors.ts';
import type { Instant } from '../../../../shared/ids.ts';
import type { CrmPort } from '../../../../server/crm/port.ts';
import { SeededRandom } from '../../../simulators/hubspot/seeded-random.ts';
import type { MemoryStore } from './memory-store.ts';

/** Thrown where a process would have died: nothing after it happens. */
export class Crash extends Error {}

export interface Weather {
  readonly seed: number;
  /** Records of each type at the start. */
  readonly size: number;
  /** The most records that a page holds, whatever was asked: short pages make long walks. */
  readonly page: number;
  /** Whether people edit, and things break, at every await. */
  readonly rough: boolean;
}

/** What a record says of itself, in the CRM and with us. */
export interface Said {
  readonly updatedAt: Instant;
  readonly words: string | null;
}

export type Act = 'edit' | 'create' | 'delete' | 'restore' | 'merge' | 'edit_many';

const START_MS = Date.parse('2026-11-20T01:00:00.000Z');
const HOUR_MS = 3_600_000;

/** An account that people work in while it is read, over a way to it that breaks, on a clock that only calls move. */
export abstract class World {
  readonly random: SeededRandom;
  rough = false;
  protected store: MemoryStore | null = null;
  #nowMs = START_MS;

  constructor({ seed }: Weather) {
    this.random = new SeededRandom(seed);
  }

  abstract port(): CrmPort;
  /** All living records, by the store's keys. */
  abstract living(): ReadonlyMap<string, Said>;
  /** Somebody does this to something. */
  protected abstract act(act: Act): void;

  get nowMs(): number {
    return this.#nowMs;
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  tell(store: MemoryStore): void {
    this.store = store;
  }

  rest(hours: number): void {
    this.#nowMs += hours * HOUR_MS;
  }

  wait(milliseconds: number): void {
    this.#nowMs += milliseconds;
  }

  /** The minutes before a night, in which search still lags behind what people do. */
  bustle(): void {
    for (let count = 0; count < 12; count += 1) {
      this.#nowMs += this.random.int(0, 20_000);
      this.#someoneActs();
    }
  }

  /** A moment at which anything may happen. */
  async pass(): Promise<void> {
    await Promise.resolve();
    this.#nowMs += 20 + this.random.int(0, 300);
    if (!this.rough) return;
    if (this.random.chance(0.1)) this.#someoneActs();
    if (this.random.chance(0.006)) throw new Crash();
  }

  /** Each call takes time, meets edits, and may break before or after it was answered. */
  protected async travel<T>(path: string, answer: () => T): Promise<T> {
    await this.pass();
    this.#mayBreak(path);
    const answered = answer();
    await this.pass();
    this.#mayBreak(path);
    return answered;
  }

  #someoneActs(): void {
    const act = this.random.int(1, 100);
    this.act(ACTS.find(({ upTo }) => act <= upTo)?.act ?? 'edit_many');
  }

  #mayBreak(path: string): void {
    if (!this.rough || !this.random.chance(0.01)) return;
    const { code, recovery } = this.random.pick(BREAKS);
    throw new AppError(code, `The way to ${path} broke.`, { recovery, retryAfterMs: 1_000 });
  }
}

/** Of a hundred acts. */
const ACTS: readonly { readonly upTo: number; readonly act: Act }[] = [
  { upTo: 56, act: 'edit' },
  { upTo: 68, act: 'create' },
  { upTo: 82, act: 'delete' },
  { upTo: 90, act: 'restore' },
  { upTo: 97, act: 'merge' },
];

/** A limit, an outage, a key that has just expired, half a body. */
const BREAKS: readonly [Break, ...Break[]] = [
  { code: 'crm_rate_limited', recovery: 'wait' },
  { code: 'crm_unavailable', recovery: 'retry' },
  { code: 'crm_unauthorized', recovery: 'retry' },
  { code: 'crm_unexpected_answer', recovery: 'retry' },
];

interface Break {
  readonly code: ErrorCode;
  readonly recovery: Recovery;
}
