/** Far below any difference that means something, far above what floating point leaves. */
const DIGITS = 1e9;

/**
 * The heavier first; 0 for what weighs the same. The same factors in another order differ in the last bits, and
 * differently from one moment to the next: such a difference must not decide what a card says.
 */
export function byWeight(a: number, b: number): number {
  return Math.round(b * DIGITS) - Math.round(a * DIGITS);
}
