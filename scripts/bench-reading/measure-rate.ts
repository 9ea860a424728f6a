const MEASURE_MS = 3_000;
const WARM_UP_MS = 1_000;

/** Works through all of the items once. */
export type Work<Item> = (items: readonly Item[]) => unknown;
/** Milliseconds since some moment: of the wall, or of one thread's time on a processor. */
export type Clock = () => number;

/** One core is measured by the time that this thread had it, so that neighbours on a shared machine count less. */
export const onOneCore: Clock = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
export const byTheClock: Clock = () => performance.now();

/** Items per second, once the work has been compiled. */
export async function measureRate<Item>(
  items: readonly Item[],
  work: Work<Item>,
  nowMs: Clock,
): Promise<number> {
  await repeat(items, work, { forMs: WARM_UP_MS, nowMs });
  return repeat(items, work, { forMs: MEASURE_MS, nowMs });
}

async function repeat<Item>(
  items: readonly Item[],
  work: Work<Item>,
  { forMs, nowMs }: { readonly forMs: number; readonly nowMs: Clock },
): Promise<number> {
  const begun = nowMs();
  let count = 0;
  while (nowMs() - begun < forMs) {
    await work(items);
    count += items.length;
  }
  return (count * 1000) / (nowMs() - begun);
}
