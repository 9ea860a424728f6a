/** The first index of `count` for which `isBeyond` holds; `count` when none. */
export function firstIndex(count: number, isBeyond: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
