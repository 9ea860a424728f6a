import type { RecordKind } from '../../server/crm/records.ts';
import type { Handler } from '../../server/queue/worker.ts';
import type { Stores } from '../../server/store/open-stores.ts';
import type { UnitPhase } from '../../server/sync/port.ts';
import type { TimedCall } from './latent-client.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A page that was committed. */
export interface Commit {
  readonly atMs: number;
  readonly kind: RecordKind;
  readonly phase: UnitPhase;
  readonly records: number;
}

interface Built {
  readonly atMs: number;
  readonly cards: number;
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** What one night did and when, in virtual time. */
export class Diary {
  readonly #clock: VirtualClock;
  calls: TimedCall[] = [];
  commits: Commit[] = [];
  steps: { readonly name: string; readonly atMs: number }[] = [];
  built: Built[] = [];
  writeBack: Span[] = [];

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  clear(): void {
    this.calls = [];
    this.commits = [];
    this.steps = [];
    this.built = [];
    this.writeBack = [];
  }

  readonly heard = (call: TimedCall): void => {
    this.calls.push(call);
  };

  timing(handler: Handler): Handler {
    return async (work) => {
      const startMs = this.#clock.nowMs();
      const outcome = await handler(work);
      this.writeBack.push({ startMs, endMs: this.#clock.nowMs() });
      return outcome;
    };
  }

  watching(stores: Stores): Stores {
    const { sync, nights } = stores;
    return {
      ...stores,
      sync: {
        ...sync,
        commitPage: async (unit, page, next) => {
          const committed = await sync.commitPage(unit, page, next);
          const { kind, phase } = unit;
          const records = page.subjects.length + page.activities.length;
          this.commits.push({ atMs: this.#clock.nowMs(), kind, phase, records });
          return committed;
        },
      },
      nights: {
        ...nights,
        finishStep: async (tenantId, nightId, name) => {
          await nights.finishStep(tenantId, nightId, name);
          this.steps.push({ name, atMs: this.#clock.nowMs() });
        },
        addCards: async (tenantId, nightId, cards) => {
          await nights.addCards(tenantId, nightId, cards);
          this.built.push({ atMs: this.#clock.nowMs(), cards });
        },
      },
    };
  }
}
