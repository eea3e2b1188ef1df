/** Numbers from 0 to 1 that follow from the seed: the same seed, the same runs (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many of the list, each at most once, in the list's order. */
export function draw<T>(list: readonly T[], count: number, next: () => number): T[] {
  const left = [...list.keys()]
  const drawn = Array.from({ length: Math.min(count, list.length) }, () => {
    const [index = 0] = left.splice(Math.floor(next() * left.length), 1)
    return index
  })
  return drawn.toSorted((one, other) => one - other).flatMap((index) => list[index] ?? [])
}
