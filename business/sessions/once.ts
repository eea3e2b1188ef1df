type Known<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown }

/** What is known for a key; made, and known from then on, where nothing is. */
export function once<Key, Value>(known: Known<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const value = make()
  known.set(key, value)
  return value
}
