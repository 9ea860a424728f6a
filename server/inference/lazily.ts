/**
 * A constant that is made when it is first asked for: whoever imports the reader without reading pays nothing for its
 * tables. `make` must be pure, so that nobody can tell when it ran.
 */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
