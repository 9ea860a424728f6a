/** Lets so many pieces of work through at a time; the others wait in line. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurnstile(width: number): Turnstile {
  const line: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    // Whoever leaves hands over the place, so that nobody slips in between.
    if (inside >= width) await new Promise<void>((enter) => line.push(enter));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
