/** A number that must be there: a model that lacks one is broken, and guessing would be worse than stopping. */
export function numberAt(numbers: ArrayLike<number>, index: number): number {
  const found = numbers[index];
  if (found === undefined) throw new RangeError(`The model holds no number ${index}.`);
  return found;
}
