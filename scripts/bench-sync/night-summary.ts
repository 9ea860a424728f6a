import type { Commit, Diary } from './diary.ts';
import type { TimedCall } from './latent-client.ts';

/** One night in seconds from its beginning, and in calls. */
export interface NightSummary {
  /** Until the last page of what changed, or of everything, was committed. */
  readonly readSeconds: number;
  readonly readCalls: number;
  /** Of these, for the pressing deals of a first load and their cards: as much for a small account as for a large one. */
  readonly pressingSeconds: number;
  readonly pressingCalls: number;
  /** Asking for what was deleted. */
  readonly deletionSeconds: number;
  readonly deletionCalls: number;
  readonly writeBackSeconds: number;
  readonly writeBackCalls: number;
  readonly firstCardSeconds: number;
  /** From the last page to the last card. */
  readonly cardsSeconds: number;
  readonly cards: number;
  readonly records: number;
  readonly pages: ReadonlyMap<string, { readonly pages: number; readonly endSeconds: number }>;
}

export function summaryOf(diary: Diary, startMs: number): NightSummary {
  const { calls, commits, built, writeBack, steps } = diary;
  const changes = commits.filter(({ phase }) => phase === 'changes');
  const readMs = latest(
    changes.map(({ atMs }) => atMs),
    startMs,
  );
  const deletionCalls = calls.filter(asksForGone);
  const writeCalls = calls.filter(writes);
  const seconds = (ms: number): number => ms / 1000;
  const cardsMs = latest(
    built.map(({ atMs }) => atMs),
    readMs,
  );
  const pressingMs = commits.some(({ phase }) => phase === 'first')
    ? (steps.find(({ name }) => name === 'pressing_cards')?.atMs ?? startMs)
    : startMs;
  const firstCard = built.find(({ cards }) => cards > 0);
  return {
    readSeconds: seconds(readMs - startMs),
    readCalls: calls.length - deletionCalls.length - writeCalls.length,
    pressingSeconds: seconds(pressingMs - startMs),
    pressingCalls: calls.filter((call) => call.startMs < pressingMs).length,
    deletionSeconds: seconds(deletionMs(deletionCalls, commits)),
    deletionCalls: deletionCalls.length,
    writeBackSeconds: seconds(writeBack.reduce((sum, each) => sum + each.endMs - each.startMs, 0)),
    writeBackCalls: writeCalls.length,
    firstCardSeconds: firstCard === undefined ? Number.NaN : seconds(firstCard.atMs - startMs),
    cardsSeconds: seconds(cardsMs - readMs),
    cards: built.reduce((sum, { cards }) => sum + cards, 0),
    records: changes.reduce((sum, { records }) => sum + records, 0),
    pages: pagesOf(commits, startMs),
  };
}

function asksForGone({ query }: TimedCall): boolean {
  return query?.['archived'] === 'true';
}

function writes({ path }: TimedCall): boolean {
  return path.endsWith('/batch/update') || path.endsWith('/batch/upsert');
}

function deletionMs(calls: readonly TimedCall[], commits: readonly Commit[]): number {
  const [first] = calls;
  if (first === undefined) return 0;
  const gone = commits.filter(({ phase }) => phase === 'gone').map(({ atMs }) => atMs);
  return latest(gone, first.startMs) - first.startMs;
}

function latest(moments: readonly number[], atLeast: number): number {
  return moments.reduce((most, each) => Math.max(most, each), atLeast);
}

function pagesOf(commits: readonly Commit[], startMs: number): NightSummary['pages'] {
  const byKind = Map.groupBy(commits, ({ kind, phase }) => `${phase} ${kind}`);
  return new Map(
    [...byKind].map(([name, each]) => [
      name,
      { pages: each.length, endSeconds: ((each.at(-1)?.atMs ?? startMs) - startMs) / 1000 },
    ]),
  );
}
