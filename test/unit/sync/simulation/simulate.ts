import { AppError } from '../../../../shared/errors.ts';
import type { Instant } from '../../../../shared/ids.ts';
import type { CrmPort } from '../../../../server/crm/port.ts';
import type { RecordKind } from '../../../../server/crm/records.ts';
import type { ApplyTools } from '../../../../server/sync/apply-changes.ts';
import { planNight, type NightTask } from '../../../../server/sync/night-plan.ts';
import { unitsOfNight } from '../../../../server/sync/night-units.ts';
import type { SyncUnit } from '../../../../server/sync/port.ts';
import { pullChanges } from '../../../../server/sync/pull-changes.ts';
import { refreshRecords } from '../../../../server/sync/refresh-records.ts';
import { MemoryStore } from './memory-store.ts';
import { Crash, type World } from './world.ts';

const KINDS: readonly RecordKind[] = ['contact', 'deal', 'email'];
const ROUGH_NIGHTS = 3;
const MOST_ATTEMPTS = 2_000;
const WEEK_HOURS = 7 * 24 + 1;

/** What is wrong after the storm; nothing, or the engine has a fault. */
export interface Damage {
  readonly stale: readonly string[];
  readonly lost: readonly string[];
  readonly left: readonly string[];
  readonly doubled: readonly string[];
  readonly unread: readonly string[];
}

/**
 * Nights over an account that people work in all the time, through edits, faults and crashes at every await; then two
 * quiet nights, the second with the weekly comparison; then both sides are compared. Deterministic in the seed.
 */
export async function simulate(world: World): Promise<Damage> {
  const engine = new Engine(world);
  world.tell(engine.store);
  for (let night = 0; night < ROUGH_NIGHTS; night += 1) {
    world.bustle();
    await engine.runNight(`rough ${night}`);
    world.rest(20);
  }
  world.bustle();
  world.rough = false;
  await engine.runNight('quiet');
  world.rest(WEEK_HOURS);
  await engine.runNight('weekly');
  return compare(world, engine.store);
}

class Engine {
  readonly store: MemoryStore;
  readonly #world: World;
  readonly #crm: CrmPort;
  readonly #watermarks = new Map<RecordKind, Instant>();
  readonly #comparedAt = new Map<RecordKind, Instant>();

  constructor(world: World) {
    this.#world = world;
    this.store = new MemoryStore(() => world.nowMs);
    this.#crm = world.port();
  }

  async runNight(name: string): Promise<void> {
    const opened = this.#open(name);
    const stepsDone: string[] = [];
    for (;;) {
      const units = opened.map((unit) => this.store.units.get(unit.workId) ?? unit);
      const step = planNight({ stepsDone, stoppedFor: [] }, units);
      if (step.step === 'finish') break;
      if (step.step === 'read') await Promise.all(step.units.map((unit) => this.#pull(unit)));
      else stepsDone.push(await this.#do(step.name, step.task));
    }
    for (const unit of opened) this.#remember(unit);
  }

  #open(name: string): readonly SyncUnit[] {
    const now = new Date(this.#world.nowMs).toISOString();
    const [watermarks, comparedAt] = [this.#watermarks, this.#comparedAt];
    const { can } = this.#crm;
    return this.store.open(name, unitsOfNight({ now, kinds: KINDS, can, watermarks, comparedAt }));
  }

  async #do(name: string, task: NightTask): Promise<string> {
    if (task === 'settle_marks' || task === 'settle_all_marks') await this.#settleMarks();
    return name;
  }

  #remember({ kind, phase, to }: SyncUnit): void {
    if (phase === 'changes') this.#watermarks.set(kind, to);
    if (phase === 'sweep' || !this.#comparedAt.has(kind)) this.#comparedAt.set(kind, to);
  }

  /** Now and then two workers hold the same unit: the slower must write nothing. */
  async #pull(unit: SyncUnit): Promise<void> {
    const workers = this.#world.rough && this.#world.random.chance(0.1) ? 2 : 1;
    const pull = () =>
      this.#untilDone(async () => {
        const current = this.store.units.get(unit.workId) ?? unit;
        const limits = { sliceMs: 3_000, elapsedMs: () => this.#world.nowMs };
        return (await pullChanges(this.#tools(), current, limits)) !== 'more';
      });
    await Promise.all(Array.from({ length: workers }, pull));
  }

  #settleMarks(): Promise<void> {
    return this.#untilDone(async () => (await refreshRecords(this.#tools(), 'tenant')) === 0);
  }

  /** As the queue does: a crash and a fault are followed by another attempt, an abort by a human. */
  async #untilDone(attempt: () => Promise<boolean>): Promise<void> {
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      try {
        if (await attempt()) return;
      } catch (error) {
        if (error instanceof Crash) continue;
        if (!(error instanceof AppError) || error.recovery === 'abort') throw error;
        this.#world.wait(error.retryAfterMs ?? 1_000);
      }
    }
    throw new Error('The work does not come to an end.');
  }

  /** A process may die before what it asks of the store, and after. */
  #tools(): ApplyTools {
    const { store } = this;
    const world = this.#world;
    const frail = new Proxy(store, {
      get: (target, name) => {
        // Every member that the engine calls is a method that answers with a promise.
        const method = Reflect.get(target, name, target) as (...args: unknown[]) => unknown;
        return async (...args: unknown[]) => {
          await world.pass();
          const answer = await method.apply(target, args);
          await world.pass();
          return answer;
        };
      },
    });
    return { crm: this.#crm, store: frail, reader: SILENT_READER };
  }
}

const SILENT_READER: ApplyTools['reader'] = {
  version: 'simulated',
  read: () => ({
    ...{ newText: '', readings: [], statements: [], topics: [], questions: 0 },
    ...{ automatic: false, silence: null },
  }),
};

function compare(world: World, store: MemoryStore): Damage {
  const remote = world.living();
  const held = [...store.held];
  const [moves, keys] = [store.cursorMoves, [...remote.keys()]];
  const isStale = (key: string): boolean => {
    const [here, there] = [store.held.get(key), remote.get(key)];
    return (
      here !== undefined && (here.updatedAt !== there?.updatedAt || here.words !== there.words)
    );
  };
  return {
    lost: keys.filter((key) => !store.held.has(key)),
    stale: keys.filter(isStale),
    unread: keys.filter((key) => store.held.get(key)?.isRead === false),
    left: held.flatMap(([key]) => (remote.has(key) ? [] : [key])),
    doubled: [
      ...held.flatMap(([key, { readings }]) => (readings === 1 ? [] : [key])),
      ...moves.filter((move, at) => moves.indexOf(move) !== at),
    ],
  };
}
